"""A copy of unsaved text in the state folder, found again after a crash."""

import contextlib
import json
import os
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

from writer_app.atomic import replacing
from writer_app.documents.document import Document

_SUFFIX = ".draft"


@dataclass(frozen=True, slots=True)
class Draft:
    """Unsaved text that a program which is no longer running left behind."""

    file: Path
    document: Document
    text: str

    def discard(self) -> None:
        """Forget it; it was restored, or is not wanted."""
        _remove(self.file)


class DraftFile:
    """The draft of one open document. It is locked as long as this process lives, however that ends."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / f"{uuid.uuid4().hex}{_SUFFIX}"
        self._lock: int | None = _open(_lock_of(self._file))
        _try_lock(self._lock)

    def write(self, document: Document, text: str) -> None:
        """Keep `text`, replacing what was kept before."""
        header = json.dumps(
            {
                "path": str(document.path.absolute()) if document.path else None,
                "encoding": document.encoding,
                "mark": document.mark.hex(),
                "newline": document.newline,
            }
        )
        with replacing(self._file) as scratch:
            scratch.write_bytes(f"{header}\n{text}".encode("utf-8", "surrogatepass"))

    def discard(self) -> None:
        """Remove what was kept: the document is saved or given up."""
        self._file.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove everything and let go of the lock."""
        _remove(self._file)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def abandoned_drafts(folder: Path) -> list[Draft]:
    """Return the drafts whose program is gone, oldest first."""
    drafts = []
    for file in sorted(folder.glob(f"*{_SUFFIX}"), key=_modified):
        with contextlib.suppress(OSError, ValueError, KeyError):
            if _is_abandoned(file):
                drafts.append(_read(file))
    return drafts


def _read(file: Path) -> Draft:
    header, _, text = file.read_bytes().decode("utf-8", "surrogatepass").partition("\n")
    facts = json.loads(header)
    path = Path(facts["path"]) if facts["path"] else None
    document = Document(path, facts["encoding"], bytes.fromhex(facts["mark"]), facts["newline"])
    return Draft(file, document, text)


def _modified(file: Path) -> float:
    with contextlib.suppress(OSError):
        return file.stat().st_mtime
    return 0.0


def _remove(file: Path) -> None:
    file.unlink(missing_ok=True)
    with contextlib.suppress(PermissionError):  # Windows: still open here, and harmless
        _lock_of(file).unlink(missing_ok=True)


def _lock_of(file: Path) -> Path:
    return file.with_suffix(".lock")


def _is_abandoned(file: Path) -> bool:
    descriptor = _open(_lock_of(file))
    try:
        return _try_lock(descriptor)
    finally:
        os.close(descriptor)  # lets go of the lock too


def _open(lock: Path) -> int:
    return os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        """Lock if free; the system unlocks when the process ends, even when it is killed."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
