"""Documents of other programs as plain text: paragraphs parted by empty lines.

A reader is a module with `read(path) -> str`; whatever is wrong with a file, it raises a `DocumentError`.
Where it found nothing it may return an empty text.
"""

from importlib import import_module
from pathlib import Path

from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.importers.files import no_text

# The module that reads files of a suffix; it and its libraries are loaded when the first such file is read.
_READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
    ".epub": "epub",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rtf": "rtf",
}
SUFFIXES = frozenset(_READERS)
OTHER_DOCUMENTS = frozenset({".doc", ".pages", ".wps", ".wpd", ".sxw", ".fodt", ".mobi", ".azw3"})
"""Kinds that cannot be read, and that a person may take for read where a folder holds them."""


FOREIGN = SUFFIXES - {".txt", ".text", ".md", ".markdown"}
"""Kinds of documents that can be read and not be written on as they are."""


def import_text(path: Path) -> str:
    """Return the text of the document at `path`; its suffix, in any case, says what it is."""
    module = _READERS.get(path.suffix.lower())
    if module is None:
        raise DocumentError(
            tr("“{name}” is of a kind that cannot be read.", name=path.name),
            hint=tr("Save it as one of these: {suffixes}.", suffixes=", ".join(sorted(SUFFIXES))),
        )
    text: str = import_module(f"{__name__}.{module}").read(path)
    if not text.strip():
        raise no_text(path)
    return text
