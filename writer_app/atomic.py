"""Write beside, then replace: a file is the old one or the new one, never half of either."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LONGEST_NAME = 255  # bytes, on most file systems


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path to write; it takes the place of `path` at the end, or vanishes after an error."""
    scratch = path.with_name(_beside(path.name))
    try:
        yield scratch
        with scratch.open("r+b") as file:
            os.fsync(file.fileno())
        os.replace(scratch, path)
        sync_folder(path.parent)
    finally:
        scratch.unlink(missing_ok=True)


def _beside(name: str) -> str:
    """Return a name for the file that is written; a name may itself be as long as names can be."""
    beside = f".{name}.new"
    if len(os.fsencode(beside)) <= _LONGEST_NAME:
        return beside
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
