"""A copy of unsaved text in the state folder, found again after a crash.

A draft is a journal: the text when its first change was kept, then each change. So what is written grows
with what is typed, not with the length of the document. Each record is a line with its checksum; one that a
crash tore is not read, and neither is what stands behind it.
"""

import contextlib
import json
import os
import uuid
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from writer_app.atomic import replacing
from writer_app.documents.document import Document, Stamp
from writer_app.documents.lock import FileLock
from writer_app.documents.replacements import Replacement, applied

_SUFFIX = ".draft"
_RECORD = 400  # paragraphs in one record of the whole text
_ROOM = 256 * 1024  # bytes of changes that a short text may have behind it before it is written anew


@dataclass(frozen=True, slots=True)
class Draft:
    """Unsaved text that a program which is no longer running left behind."""

    file: Path
    document: Document
    text: str

    def discard(self) -> None:
        """Forget it; it was restored, or is not wanted."""
        self.file.unlink(missing_ok=True)
        _lock_of(self.file).remove()


class DraftFile:
    """The draft of one open document. It is locked as long as this process lives, however that ends."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / f"{uuid.uuid4().hex}{_SUFFIX}"
        self._lock = _lock_of(self._file)
        self._lock.take()
        self._facts: dict[str, Any] | None = None  # of the document whose text is there; None: write it all
        self._whole = self._changes = 0  # bytes

    def write(self, document: Document, lines: Sequence[str], changes: Sequence[Replacement]) -> None:
        """Keep `lines`, all of the text; `changes` lead to it from what was kept before."""
        facts = _facts(document)
        if facts != self._facts or self._changes > max(self._whole, _ROOM):
            self._write_whole(facts, lines)
        else:
            self._append(changes)

    def _write_whole(self, facts: dict[str, Any], lines: Sequence[str]) -> None:
        self._facts = None  # after an error, anew
        with replacing(self._file) as scratch, scratch.open("wb") as file:
            file.write(_record(facts))
            for first in range(0, len(lines), _RECORD):
                file.write(_record([first, 0, lines[first : first + _RECORD]]))
            self._whole, self._changes = file.tell(), 0
        self._facts = facts

    def _append(self, changes: Sequence[Replacement]) -> None:
        known, self._facts = self._facts, None  # half a record would hide all behind it: after an error, anew
        with self._file.open("ab") as file:
            for change in changes:
                self._changes += file.write(_record([change.first, change.removed, change.lines]))
            file.flush()
            os.fsync(file.fileno())
        self._facts = known

    def discard(self) -> None:
        """Remove what was kept: the document is saved or given up."""
        self._file.unlink(missing_ok=True)
        self._facts = None

    def release(self) -> None:
        """Let go of what is kept, for the next start to find."""
        if self._file.exists():
            self._lock.release()
        else:
            self._lock.remove()

    def close(self) -> None:
        """Remove everything and let go of the lock."""
        self.discard()
        self._lock.remove()


def abandoned_drafts(folder: Path) -> list[Draft]:
    """Return the drafts whose program is gone, oldest first."""
    drafts = []
    _remove_stray_locks(folder)
    for file in sorted(folder.glob(f"*{_SUFFIX}"), key=_modified):
        lock = _lock_of(file)
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            if lock.take():
                drafts.append(_read(file))
        lock.release()
    return drafts


def _remove_stray_locks(folder: Path) -> None:
    """Take away the locks of programs that were killed while nothing was unsaved."""
    for path in folder.glob("*.lock"):
        lock = FileLock(path)
        if not path.with_suffix(_SUFFIX).exists() and lock.take():
            lock.remove()


def _facts(document: Document) -> dict[str, Any]:
    return {
        "path": str(document.path.absolute()) if document.path else None,
        "encoding": document.encoding,
        "mark": document.mark.hex(),
        "newline": document.newline,
        "key": document.key,
        "suggested": str(document.suggested) if document.suggested else None,
        "stamp": astuple(document.stamp) if document.stamp else None,
    }


def _record(content: object) -> bytes:
    data = json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return b"%08x %s\n" % (zlib.crc32(data), data)


def _records(data: bytes) -> Iterator[Any]:
    for line in data.split(b"\n"):
        checksum, _, content = line.partition(b" ")
        if checksum != b"%08x" % zlib.crc32(content):
            return
        yield json.loads(content.decode("utf-8", "surrogatepass"))


def _read(file: Path) -> Draft:
    records = _records(file.read_bytes())
    facts = next(records, None)
    if facts is None:
        raise ValueError("no draft")
    path = Path(facts["path"]) if facts["path"] else None
    stamp = Stamp(*facts["stamp"]) if facts.get("stamp") else None
    document = Document(path, facts["encoding"], bytes.fromhex(facts["mark"]), facts["newline"], stamp)
    if facts.get("key"):
        document = replace(document, key=str(facts["key"]))
    if facts.get("suggested"):
        document = replace(document, suggested=Path(facts["suggested"]))
    changes = (Replacement(first, removed, tuple(lines)) for first, removed, lines in records)
    return Draft(file, document, "\n".join(applied([], changes)))


def _modified(file: Path) -> float:
    with contextlib.suppress(OSError):
        return file.stat().st_mtime
    return 0.0


def _lock_of(file: Path) -> FileLock:
    return FileLock(file.with_suffix(".lock"))
