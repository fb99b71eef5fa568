"""A list of documents kept in a file, newest first."""

import json
import threading
from pathlib import Path

from writer_app.atomic import replacing


class PathList:
    """Paths in the state folder; losing them is no loss, so errors stay silent. Any thread may change it."""

    def __init__(self, file: Path, limit: int) -> None:
        self._file = file
        self._limit = limit
        self._changing = threading.Lock()

    def paths(self) -> list[Path]:
        """Return them, whether they still exist or not: asking a drive may take long."""
        return self._read()

    def add(self, path: Path) -> None:
        """Put `path` first."""
        path = path.absolute()
        with self._changing:
            self._write([path, *(other for other in self._read() if other != path)][: self._limit])

    def remove(self, path: Path) -> None:
        """Forget `path`."""
        with self._changing:
            self._write([other for other in self._read() if other != path.absolute()])

    def clear(self) -> None:
        """Forget all."""
        with self._changing:
            self._write([])

    def __contains__(self, path: Path) -> bool:
        return path.absolute() in self._read()

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
