"""A text file as the editor knows it: where it is, how it is encoded, how its lines end."""

import codecs
import contextlib
import errno
import os
import stat
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from writer_app.atomic import replacing
from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.importers import FOREIGN
from writer_app.text.encodings import UTF8, decode

_PIECE = 65_536  # characters
_PARAGRAPH_SEPARATOR = "\u2029"  # seldom in files; on a page it begins a new line too

LARGEST = 256 << 20  # bytes; nobody writes so much, and a page of it would take all memory


class UnsupportedCharacterError(DocumentError):
    """The encoding of the file has no code for a character of the text."""


class ForeignKindError(DocumentError):
    """The name says that something else than text is in the file."""


class MissingFileError(DocumentError):
    """There is no file of that name."""


class ChangedOnDiskError(DocumentError):
    """Someone else has written the file since it was last read or written here."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """How the file looked when last read or written; any difference means someone else wrote it."""

    modified_ns: int
    size: int


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that a save needs beside the text; one without a path has never been saved."""

    path: Path | None = None
    encoding: str = UTF8
    mark: bytes = b""
    newline: str = "\n"
    stamp: Stamp | None = None
    target: Path | None = None
    """Where the path led when it was last read or written, all links followed."""
    key: str = field(default_factory=lambda: uuid.uuid4().hex, compare=False)
    """Tells it from others while it has no path."""
    suggested: Path | None = None
    """Where it may be saved first: it was read from a file of another kind beside it."""
    mixed: bool = False  # its lines did not all end alike, and will once it is saved

    @property
    def format_name(self) -> str:
        """Name the encoding and the line ends where they are not the usual ones."""
        name = self.encoding.upper() + (" BOM" if self.mark and self.encoding == UTF8 else "")
        return name if self.newline == "\n" else f"{name}, {self.ends}"

    @property
    def ends(self) -> str:
        """Name what ends its lines."""
        return {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}[self.newline]


def load(path: Path) -> tuple[Document, str]:
    """Read a text file; the text has line feeds whatever ends the lines on disk."""
    try:
        target = Path(os.path.realpath(path))
        stamp = _stamp(path)
        data = _content(path)
    except OSError as error:
        problem = explained(error, path, tr("“{name}” cannot be opened", name=path.name))
        if error.errno == errno.ENOENT:
            raise MissingFileError(str(problem), hint=problem.hint) from error
        raise problem from error
    decoded = decode(data)
    if decoded is None:
        raise DocumentError(
            tr("“{name}” is not a text file.", name=path.name),
            hint=tr("Open it with the program that made it."),
        )
    text, encoding, mark = decoded
    counts = _newlines(text)
    newline = max(counts, key=lambda end: counts[end])  # "\n" where there is none
    mixed = sum(count > 0 for count in counts.values()) > 1 or _PARAGRAPH_SEPARATOR in text
    for end in ("\r\n", "\r", _PARAGRAPH_SEPARATOR):
        text = text.replace(end, "\n")
    return Document(path, encoding, mark, newline, stamp, target, mixed=mixed), text


def save(document: Document, text: str) -> Document:
    """Write `text` to the document's path, whole or not at all; return the document as it is now."""
    if document.path is None:
        raise ValueError("a document without a path cannot be saved")
    if document.path.suffix.lower() in FOREIGN:  # which then nothing could open any more
        raise ForeignKindError(
            tr(
                "“{name}” was not saved: a text in it would not be what its name says.",
                name=document.path.name,
            ),
            hint=tr("Save it as .md or .txt; Export in the File menu makes a document of that kind."),
        )
    target = Path(os.path.realpath(document.path))  # a link stays a link; what it points to is replaced
    try:
        _refuse_read_only(target)
        with replacing(target) as scratch:
            with scratch.open("wb") as file:
                file.write(document.mark)
                file.writelines(_encoded(document, text))
            _copy_permissions(target, scratch)
        return replace(document, stamp=_stamp(target), target=target, mixed=False)
    except OSError as error:
        raise explained(
            error, document.path, tr("“{name}” was not saved", name=document.path.name)
        ) from error


def stamp_on_disk(document: Document) -> Stamp | None:
    """Return how the file looks now, None where there is none; one that cannot be asked is as it was."""
    try:
        return _stamp(document.path) if document.path else None
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return document.stamp


def changed_on_disk(document: Document) -> bool:
    """Has someone else written, replaced, made or removed the file since it was last read or written here?"""
    return stamp_on_disk(document) != document.stamp


def _content(path: Path) -> bytes:
    """Return the bytes of a file, and never wait at what is none: a pipe or a device may have no end."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise DocumentError(tr("“{name}” is not a file.", name=path.name), hint=tr("Choose a file."))
    if status.st_size > LARGEST:
        raise DocumentError(
            tr("“{name}” is too large to be written on.", name=path.name),
            hint=tr("Split it into several files."),
        )
    return path.read_bytes()


def _stamp(path: Path) -> Stamp:
    status = path.stat()
    return Stamp(status.st_mtime_ns, status.st_size)


def _encoded(document: Document, text: str) -> Iterator[bytes]:
    """Yield the bytes of `text` in pieces: one piece of 10 MB would stop every other thread meanwhile."""
    encode = codecs.getincrementalencoder(document.encoding)().encode
    for start in range(0, len(text), _PIECE):
        piece = text[start : start + _PIECE]
        try:
            yield encode(piece.replace("\n", document.newline), final=start + _PIECE >= len(text))
        except UnicodeEncodeError as error:
            raise UnsupportedCharacterError(
                tr(
                    "“{name}” was not saved: its encoding, {encoding}, has no “{character}”.",
                    name=document.path.name if document.path else "",
                    encoding=document.encoding.upper(),
                    character=error.object[error.start],
                ),
                hint=tr("Save it as UTF-8."),
            ) from error


def _newlines(text: str) -> dict[str, int]:
    both, line_feeds, returns = text.count("\r\n"), text.count("\n"), text.count("\r")
    return {"\n": line_feeds - both, "\r\n": both, "\r": returns - both}


def _refuse_read_only(target: Path) -> None:
    # replacing asks nothing of the old file, so its write protection would be passed over
    if not target.exists():
        return
    if not os.access(target, os.W_OK) or not target.stat().st_mode & 0o222:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


def _copy_permissions(target: Path, scratch: Path) -> None:
    if not target.exists():
        return
    status = target.stat()
    with contextlib.suppress(PermissionError):  # a drive of another system may have no rights to set
        scratch.chmod(stat.S_IMODE(status.st_mode))
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):  # another's file: only the superuser may give files away
            os.chown(scratch, status.st_uid, status.st_gid)


def explained(error: OSError, path: Path, what: str) -> DocumentError:
    """Say in the person's words what the system said in its own."""
    reasons = {
        errno.ENOENT: (tr("it does not exist"), tr("Look whether it was moved or renamed.")),
        errno.EISDIR: (tr("it is a folder"), tr("Choose a file.")),
        errno.ENOSPC: (tr("the disk is full"), tr("Make room, or save it elsewhere.")),
        errno.EDQUOT: (tr("your share of the disk is used up"), tr("Make room, or save it elsewhere.")),
        errno.EROFS: (tr("the disk is read-only"), tr("Save it elsewhere.")),
    }
    denied = (tr("you may not do that there"), tr("Allow it in the file's properties, or use another place."))
    reasons |= {errno.EACCES: denied, errno.EPERM: denied}
    reason, hint = reasons.get(
        error.errno or 0,
        (error.strerror or type(error).__name__, tr("Try another place than {folder}.", folder=path.parent)),
    )
    return DocumentError(f"{what}: {reason}.", hint=hint)
