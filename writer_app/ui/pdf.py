"""PDF, written by Qt, with the headings as its table of contents."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from writer_app.exporters.manuscript import Manuscript
from writer_app.ui.printed_pages import PrintedPages

_RESOLUTION = 600  # dots per inch: letters are placed to 0.04 mm
_MARGINS = QMarginsF(28, 25, 28, 18)  # mm; the page number stands in the lowest part of the page
_LETTERS = re.compile(rb"\[[^\]]*\]")  # which letters a font's glyphs stand for
_LAYING_OUT = 0.3  # of the time


def write(manuscript: Manuscript, path: Path, paper: QPageSize, font: QFont) -> Iterator[float]:
    """Write a PDF, yielding the share done."""
    path.touch()  # raises what is wrong with the place; Qt only says that something is
    device = QPdfWriter(str(path))
    device.setResolution(_RESOLUTION)
    device.setPageSize(paper)
    device.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    device.setTitle(manuscript.title)
    device.setAuthor(manuscript.author)
    pages = PrintedPages(manuscript, device, font)
    for share in pages.lay_out():
        yield share * _LAYING_OUT
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the file cannot be written")
    try:
        for page in range(pages.number):
            if page and not device.newPage():
                raise OSError("the file cannot be written on")
            pages.draw(painter, page)
            yield _LAYING_OUT + (1 - _LAYING_OUT) * page / pages.number
    finally:
        painter.end()
    _complete(path, pages.headings())
    yield 1.0


def _complete(path: Path, headings: Iterable[tuple[int, str, int]]) -> None:
    """Add what Qt's writer cannot: a table of contents, and spaces that are found as spaces."""
    from pypdf import PdfWriter  # noqa: PLC0415 - takes a quarter of a second to load

    written = PdfWriter(clone_from=path)
    above: dict[int, Any] = {}  # the last heading of each level
    for level, words, page in headings:
        parent = next((above[higher] for higher in range(level - 1, 0, -1) if higher in above), None)
        above = {rank: item for rank, item in above.items() if rank < level}
        above[level] = written.add_outline_item(title=words, page_number=page, parent=parent)
    fonts: dict[int, Any] = {}
    for sheet in written.pages:
        resources: Any = sheet["/Resources"]
        used: Any = resources.get("/Font", {})
        fonts |= {used.raw_get(name).idnum: used[name] for name in used}  # pages share them
    for font in fonts.values():
        letters = font["/ToUnicode"]
        letters.set_data(_LETTERS.sub(_with_spaces, letters.get_data()))
    written.write(path)


def _with_spaces(letters: re.Match[bytes]) -> bytes:
    """Qt takes the glyph of the space for that of the tabulator, which no search would find."""
    return letters[0].replace(b"<0009>", b"<0020>")
