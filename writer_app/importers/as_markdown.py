"""Documents of other programs in Markdown, with what their formats and Markdown both know."""

import logging
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

from lxml import etree

from writer_app.importers import epub, html, import_text
from writer_app.importers.html_markdown import Imported, from_html, from_tree

_LOG = logging.getLogger(__name__)
_MISSING = 0.01  # of the letters; a structure for which more of them have to go is worth nothing
_ADDRESS = re.compile(r"\]\([^()\s]*\)")  # of a link, whose letters are none of the text
# The module that gives a document as a tree of HTML elements, from which its structure is told.
_TREES = {".docx": "docx_html", ".odt": "odt_html"}


def import_markdown(path: Path) -> Imported:
    """Return the document at `path`; its suffix, in any case, says what it is."""
    text = import_text(path)  # by readers that say what is wrong with a file, and miss nothing
    try:
        found = _structured(path)
    except (etree.LxmlError, RecursionError, ValueError) as error:
        _LOG.warning("the structure of a document cannot be told: %s", type(error).__name__)
        found = Imported("")
    letters, told = _letters(text), _letters(_ADDRESS.sub("]", found.text))
    return found if (letters - told).total() <= _MISSING * letters.total() else Imported(text)


def _letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalpha, text))


def _structured(path: Path) -> Imported:
    suffix = path.suffix.lower()
    if suffix in _TREES:
        return from_tree(import_module(f"writer_app.importers.{_TREES[suffix]}").html_of(path))
    if suffix in {".html", ".htm", ".xhtml"}:
        return from_html(html.decoded_page(path.read_bytes()) or "")
    if suffix == ".epub":
        parts = [from_html(page) for page in epub.pages(path)]
        return Imported("\n".join(part.text for part in parts), sum(part.pictures for part in parts))
    return Imported("")
