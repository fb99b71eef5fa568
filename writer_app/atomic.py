"""Write beside, then replace: a file is the old one or the new one, never half of either."""

import hashlib
import os
import stat
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LONGEST_NAME = 255  # bytes, on most file systems
_ABANDONED = 60  # seconds without a byte, after which nobody writes a file any more
_FOR_ALL = 0o666  # which the system narrows to what the person's new files have


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path to write; it takes the place of `path` at the end, or vanishes after an error."""
    scratch = _made_beside(path)
    try:
        yield scratch
        with scratch.open("r+b") as file:
            os.fsync(file.fileno())
        os.replace(scratch, path)
        sync_folder(path.parent)
    finally:
        scratch.unlink(missing_ok=True)


def _made_beside(path: Path) -> Path:
    """Make an empty file for one writer alone, readable by nobody who may not read `path`."""
    rights = _FOR_ALL
    with suppress(FileNotFoundError):
        rights = stat.S_IMODE(path.stat().st_mode)
    usual = path.with_name(_shortened(f".{path.name}.new"))
    _remove_abandoned(usual)
    try:
        return _made(usual, rights)
    except FileExistsError:  # another thread or program writes it; or was killed just now
        return _made(path.with_name(_shortened(f".{path.name}.{uuid.uuid4().hex}.new")), rights)


def _made(scratch: Path, rights: int) -> Path:
    os.close(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, rights | stat.S_IWUSR | stat.S_IRUSR))
    return scratch


def _remove_abandoned(scratch: Path) -> None:
    """Take away what a program left that was killed while it wrote."""
    with suppress(OSError):
        if time.time() - scratch.lstat().st_mtime > _ABANDONED:
            scratch.unlink()


def _shortened(name: str) -> str:
    """Return a name for the file that is written; that of `path` may itself be as long as names can be."""
    if len(os.fsencode(name)) <= _LONGEST_NAME:
        return name
    return f".{hashlib.sha256(os.fsencode(name)).hexdigest()}.new"


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable; without this a power cut may undo a rename."""
    if os.name == "nt":  # folders cannot be opened there, and NTFS journals the rename
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
