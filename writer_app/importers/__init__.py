"""Documents of other programs as plain text: paragraphs parted by empty lines.

A reader is a module with `read(path) -> str`; whatever is wrong with a file, it raises a `DocumentError`.
Where it found nothing it may return an empty text.
"""

import logging
from importlib import import_module
from pathlib import Path

from lxml import etree

from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.importers.files import no_text
from writer_app.importers.html_markdown import Imported, from_html, from_tree

_ENOUGH = 0.9  # of the words; a structure for which more of them have to go is worth nothing
_LOG = logging.getLogger(__name__)

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


# The module that gives a document as a tree of HTML elements, from which its structure is told.
_TREES = {".docx": "docx_html", ".odt": "odt_html"}
FOREIGN = SUFFIXES - {".txt", ".text", ".md", ".markdown"}
"""Kinds of documents that can be read and not be written on as they are."""


def import_markdown(path: Path) -> Imported:
    """Return the document at `path` in Markdown, with what its format and Markdown both know."""
    text = import_text(path)  # by readers that say what is wrong with a file, and miss nothing
    try:
        found = _structured(path)
    except (etree.LxmlError, RecursionError, ValueError):
        _LOG.exception("the structure of a document cannot be told")
        found = Imported("")
    return found if len(found.text.split()) >= _ENOUGH * len(text.split()) else Imported(text)


def _structured(path: Path) -> Imported:
    suffix = path.suffix.lower()
    if suffix in _TREES:
        return from_tree(import_module(f"{__name__}.{_TREES[suffix]}").html_of(path))
    if suffix in {".html", ".htm", ".xhtml"}:
        return from_html(import_module(f"{__name__}.html").decoded_page(path.read_bytes()) or "")
    if suffix == ".epub":
        parts = [from_html(page) for page in import_module(f"{__name__}.epub").pages(path)]
        return Imported("\n".join(part.text for part in parts), sum(part.pictures for part in parts))
    return Imported("")


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
