"""What all readers share: files of a sane size, and the words for those that cannot be read."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.zips import leads_outside

LARGEST_FILE = 256 << 20  # bytes, most of them pictures
LARGEST_TEXT = 64 << 20  # bytes of text or markup; a long novel has 3 MB


@contextmanager
def opened(path: Path, largest: int = LARGEST_FILE) -> Iterator[BinaryIO]:
    """Open the file at `path`, refusing what is none, what is empty and what is larger than `largest`."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a folder; or a device or a pipe, which may never end
            raise DocumentError(tr("“{name}” is not a file.", name=path.name), hint=tr("Choose a file."))
        if status.st_size > largest:
            raise too_large(path)
        if not status.st_size:
            raise no_text(path)
        with path.open("rb") as file:
            yield file
    except OSError as error:
        if leads_outside(error):
            raise damaged(path) from error
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        raise DocumentError(
            tr("“{name}” cannot be read: {reason}.", name=path.name, reason=reason),
            hint=tr("Look whether it was moved, and whether you may open it."),
        ) from error


def read_bytes(path: Path, largest: int = LARGEST_TEXT) -> bytes:
    """Return the content of the file at `path`; what is added while it is read stays out."""
    with opened(path, largest) as file:
        return file.read(min(os.fstat(file.fileno()).st_size, largest))


def too_large(path: Path) -> DocumentError:
    """Return the error for a document that would take too much memory or time."""
    return DocumentError(
        tr("“{name}” is too large to be read.", name=path.name),
        hint=tr("Split it into several documents, or save it without its pictures."),
    )


def no_text(path: Path) -> DocumentError:
    """Return the error for a document in which nothing is written."""
    return DocumentError(
        tr("“{name}” holds no text.", name=path.name), hint=tr("Choose a document with some text in it.")
    )


def wrong_kind(path: Path) -> DocumentError:
    """Return the error for a file that is not what its suffix says."""
    return DocumentError(
        tr("“{name}” is not the kind of document that its name says.", name=path.name),
        hint=tr("Open it with the program that made it, and save it from there as text."),
    )


def encrypted(path: Path) -> DocumentError:
    """Return the error for a document that needs a password or a licence."""
    return DocumentError(
        tr("“{name}” is encrypted.", name=path.name),
        hint=tr("Open it with the program that made it, and save it without a password."),
    )


def damaged(path: Path) -> DocumentError:
    """Return the error for a document that is incomplete or breaks the rules of its format."""
    return DocumentError(
        tr("“{name}” is damaged or incomplete.", name=path.name),
        hint=tr("Fetch or save it again, and see whether another program can open it."),
    )
