"""A manuscript set on pages of paper, for the printer and for PDF."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from writer_app.exporters.manuscript import Manuscript
from writer_app.exporters.notes import set_below
from writer_app.exporters.pictures import fitted

_IMAGE = QTextDocument.ResourceType.ImageResource
_BLOCKS_AT_ONCE = 100
_CSS_PIXELS = 96  # to the inch
_FOOT = 2.5  # lines of room for the page number
# Qt knows margins in pixels only, 96 to the inch on every device here.
_LOOKS = """
p, li { line-height: 135%; }
p { margin-top: 0; margin-bottom: 9px; }
h1, h2, h3, h4, h5, h6 { font-weight: bold; margin-top: 24px; margin-bottom: 10px; }
h1 { font-size: 20pt; }
h2 { font-size: 16pt; }
h3 { font-size: 13pt; }
h4 { font-size: 12pt; }
h5, h6 { font-size: 11pt; }
pre, code { font-family: monospace; font-size: 9.5pt; }
blockquote { margin-left: 28px; margin-right: 28px; }
table { border-collapse: collapse; border: 1px solid #808080; margin-bottom: 12px; }
td, th { padding: 4px 8px; border: 1px solid #808080; }
a { color: black; }
"""


class PrintedPages:
    """Lays a manuscript out for one device and draws its pages, numbered."""

    def __init__(self, manuscript: Manuscript, device: QPagedPaintDevice, font: QFont) -> None:
        self._device = device
        self._font = font
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self._document.documentLayout().setPaintDevice(device)
        self._document.setDefaultFont(font)
        self._document.setDefaultStyleSheet(_LOOKS)
        self._foot = _FOOT * QFontMetricsF(font, device).height()
        self._height = device.height() - self._foot
        scale = device.logicalDpiX() / _CSS_PIXELS
        body = self._with_pictures(manuscript, (device.width() / scale, self._height / scale))
        self._document.setHtml(etree.tostring(body, method="html", encoding="unicode"))
        _scale_quotes(self._document, scale)
        self._document.setPageSize(QSizeF(device.width(), self._height))

    def _with_pictures(self, manuscript: Manuscript, room: tuple[float, float]) -> etree._Element:
        """Give the document its pictures, and return the text with their names and their sizes on paper."""
        names, body = {}, deepcopy(manuscript.body)
        set_below(body, linked=False)
        for number, (address, picture) in enumerate(manuscript.pictures.found.items()):
            names[address] = f"picture-{number}"
            image = QImage.fromData(picture.data)
            self._document.addResource(_IMAGE, QUrl(names[address]), image)
        for shown in body.iter("img"):
            width, height = fitted((int(shown.get("width", 1)), int(shown.get("height", 1))), room)
            shown.set("src", names[shown.get("src", "")])
            shown.set("width", str(width))
            shown.set("height", str(height))
            around = shown.getparent()
            if around is not None and around.tag == "p":
                around.set("style", "line-height: 100%")  # else the room between lines grows with the picture
        return body

    def lay_out(self) -> Iterator[float]:
        """Lay the text out, yielding the share done: others may run between two of these."""
        layout, number, blocks = self._document.documentLayout(), 0, self._document.blockCount()
        block = self._document.firstBlock()
        while block.isValid():
            if number % _BLOCKS_AT_ONCE == 0:
                layout.blockBoundingRect(block)  # lays out all before it
                yield number / blocks
            block, number = block.next(), number + 1

    @property
    def number(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw a page; the first is 0."""
        width = self._device.width()
        painter.save()
        painter.translate(0, -page * self._height)
        self._document.drawContents(painter, QRectF(0, page * self._height, width, self._height))
        painter.restore()
        painter.setFont(self._font)
        foot = QRectF(0, self._height, width, self._foot)
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(page + 1))

    def headings(self) -> Iterator[tuple[int, str, int]]:
        """Yield each heading's level, its words and its page."""
        layout = self._document.documentLayout()
        block = self._document.firstBlock()
        while block.isValid():
            level = _heading_level(block)
            if level:
                yield level, block.text(), int(layout.blockBoundingRect(block).top() // self._height)
            block = block.next()


def _scale_quotes(document: QTextDocument, factor: float) -> None:
    """Set quotes in as far as on a screen: this one margin Qt does not scale to the device."""
    block = document.firstBlock()
    while block.isValid():
        margin = block.blockFormat().leftMargin()
        if margin:
            wider = QTextBlockFormat()
            wider.setLeftMargin(margin * factor)
            QTextCursor(block).mergeBlockFormat(wider)
        block = block.next()


def _heading_level(block: QTextBlock) -> int:
    return block.blockFormat().headingLevel() if block.text().strip() else 0
