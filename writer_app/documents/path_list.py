"""A list of documents kept in a file, newest first."""

import threading
from pathlib import Path

from writer_app.documents.kept_file import keep, kept


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
        stored = kept(self._file)
        return [Path(item) for item in stored if isinstance(item, str)] if isinstance(stored, list) else []

    def _write(self, paths: list[Path]) -> None:
        keep(self._file, [str(path) for path in paths])
