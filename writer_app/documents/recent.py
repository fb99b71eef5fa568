"""Documents opened lately, newest first."""

import json
from pathlib import Path

from writer_app.atomic import replacing

LIMIT = 12


class RecentDocuments:
    """A short list of paths in the state folder; losing it is no loss, so its errors stay silent."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def paths(self) -> list[Path]:
        """Return those that still exist."""
        return [path for path in self._read() if path.is_file()]

    def add(self, path: Path) -> None:
        """Put `path` first."""
        path = path.absolute()
        self._write([path, *(other for other in self._read() if other != path)][:LIMIT])

    def clear(self) -> None:
        """Forget all."""
        self._write([])

    def _read(self) -> list[Path]:
        try:
            stored = json.loads(self._file.read_text(encoding="utf-8"))
            return [Path(item) for item in stored if isinstance(item, str)]
        except (OSError, ValueError, TypeError):
            return []

    def _write(self, paths: list[Path]) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._file) as scratch:
                scratch.write_text(
                    json.dumps([str(path) for path in paths], ensure_ascii=False), encoding="utf-8"
                )
        except OSError:
            return
