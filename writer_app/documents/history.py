"""Earlier versions of documents, kept in the data folder, each a compressed text of its own.

A version is written whole: one that is damaged takes no other with it, and any program can unpack it. How
many are kept is bounded by number, by bytes and by age; the older they are, the further apart.
"""

import contextlib
import gzip
import hashlib
import shutil
import threading
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from writer_app.atomic import replacing
from writer_app.errors import DocumentError
from writer_app.i18n import tr

MOST = 100  # versions of one document
MOST_BYTES = 64 * 1024 * 1024  # of one document, compressed
OLDEST = timedelta(days=366)
OLDEST_UNTITLED = timedelta(days=31)
Subject = Path | str
"""A document: where it is saved, or its key while it has no name."""
_UNTITLED = "untitled-"
_SUFFIX = ".txt.gz"
_TIME = "%Y%m%dT%H%M%S%fZ"
_APART = (  # of versions up to that age, the first of each such stretch of time is kept
    (timedelta(hours=1), timedelta(0)),
    (timedelta(days=1), timedelta(minutes=10)),
    (timedelta(days=7), timedelta(hours=1)),
    (timedelta(days=31), timedelta(days=1)),
    (OLDEST, timedelta(days=7)),
)


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it was at some time (UTC)."""

    file: Path
    time: datetime
    size: int  # bytes on disk

    def text(self) -> str:
        """Return the text."""
        try:
            return gzip.decompress(self.file.read_bytes()).decode("utf-8")
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise DocumentError(
                tr("This version cannot be read any more."), hint=tr("Choose another one.")
            ) from error


class History:
    """The versions of every document; several threads may add to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._adding = threading.Lock()

    def versions(self, of: Subject) -> list[Version]:
        """Return what is kept of a document, newest first."""
        found = []
        for file in self._folder_of(of).glob(f"*{_SUFFIX}"):
            try:
                time = datetime.strptime(file.name.removesuffix(_SUFFIX), _TIME).replace(tzinfo=UTC)
                found.append(Version(file, time, file.stat().st_size))
            except (ValueError, OSError):
                continue  # not ours, or just gone
        return sorted(found, key=lambda version: version.time, reverse=True)

    def add(self, of: Subject, text: str, time: datetime | None = None) -> None:
        """Keep `text` as a version, unless it is that of the newest one; make room for it."""
        with self._adding:
            if isinstance(of, str):
                self._remove_old_untitled(time or datetime.now(UTC))
            self._add(of, text, time)

    def name(self, key: str, path: Path) -> None:
        """Let a document that had no name take its versions along to `path`."""
        with self._adding:
            old, new = self._folder_of(key), self._folder_of(path)
            if old.is_dir():
                new.mkdir(parents=True, exist_ok=True)
                for file in old.iterdir():
                    file.replace(new / file.name)
                old.rmdir()

    def _add(self, of: Subject, text: str, time: datetime | None) -> None:
        known = self.versions(of)
        data = text.encode("utf-8", "replace")
        if (known and _holds(known[0], data)) or not text:
            return
        folder = self._folder_of(of)
        folder.mkdir(parents=True, exist_ok=True)
        now = time or datetime.now(UTC)
        file = folder / f"{now.strftime(_TIME)}{_SUFFIX}"
        with replacing(file) as scratch:
            scratch.write_bytes(gzip.compress(data, compresslevel=6, mtime=0))
        for version in superfluous([Version(file, now, file.stat().st_size), *known], now):
            version.file.unlink(missing_ok=True)

    def _remove_old_untitled(self, now: datetime) -> None:
        """Take away what was given up long ago, and has no name under which anybody would look for it."""
        for folder in self._folder.glob(f"{_UNTITLED}*"):
            with contextlib.suppress(OSError):
                if now - datetime.fromtimestamp(folder.stat().st_mtime, UTC) > OLDEST_UNTITLED:
                    shutil.rmtree(folder)

    def _folder_of(self, of: Subject) -> Path:
        if isinstance(of, str):
            return self._folder / f"{_UNTITLED}{of}"
        name = hashlib.sha256(str(of.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
        return self._folder / name[:24]


def superfluous(versions: Iterable[Version], now: datetime) -> list[Version]:
    """Return what has to go; the newest version never does."""
    newest, *older = sorted(versions, key=lambda version: version.time, reverse=True)
    number, size, later, gone = 1, newest.size, newest.time, list[Version]()
    for version in older:
        apart = next((apart for age, apart in _APART if now - version.time <= age), None)
        full = number >= MOST or size + version.size > MOST_BYTES
        if apart is None or full or later - version.time < apart:
            gone.append(version)
        else:
            number, size, later = number + 1, size + version.size, version.time
    return gone


def _holds(version: Version, data: bytes) -> bool:
    """Is this the text of the version? Its length stands at the end of the file, so most are told by that."""
    try:
        packed = version.file.read_bytes()
        if int.from_bytes(packed[-4:], "little") != len(data) % 2**32:
            return False
        return gzip.decompress(packed) == data
    except (OSError, EOFError, zlib.error):
        return False
