"""Sets a document on paper, on a thread: its pages as pictures for the preview, or as ink for the printer."""

import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QFont, QImage, QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

if TYPE_CHECKING:  # the window does not wait for lxml and markdown-it: the thread loads them
    from writer_app.exporters.manuscript import Manuscript
    from writer_app.ui.printed_pages import PrintedPages

_INCH = 0.0254  # metres
_WHITE = QColor("white")

Read = Callable[[Callable[[], None]], "Manuscript"]  # given what may raise to give up


class GivenUp(Exception):  # noqa: N818 - it is none
    """Nobody waits for it any more."""


class PageSetter:
    """Only one thread may use it; any thread may give up what it does."""

    def __init__(self, read: Read, font: QFont) -> None:
        self._read = read
        self._font = font
        self._manuscript: Manuscript | None = None
        self._pages: PrintedPages | None = None
        self._paper = QPageLayout()
        self._resolution = 0
        self._buffer = QBuffer()
        self._given_up = threading.Event()

    def give_up(self) -> None:
        """End at the next paragraph or page."""
        self._given_up.set()

    def lay_out(self, paper: QPageLayout, resolution: int) -> int:
        """Lay the text out on pages of `paper` for a printer of so many dots per inch.

        Return how many pages there are, 0 where it was given up.
        """
        try:
            self._paper, self._resolution = paper, resolution
            self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            device = QPdfWriter(self._buffer)  # into which nothing is drawn: it tells what room there is
            device.setResolution(resolution)
            device.setPageLayout(paper)
            self._pages = self._set(device)
        except GivenUp:
            return 0
        return self._pages.number

    def picture(self, page: int, width: int) -> QImage:
        """Return a page as a picture so many pixels wide."""
        paper, printed = (
            self._paper.fullRectPixels(self._resolution),
            self._paper.paintRectPixels(self._resolution),
        )
        picture = QImage(width, paper.height() * width // paper.width(), QImage.Format.Format_RGB32)
        picture.fill(_WHITE)
        if self._pages is not None and not self._given_up.is_set():
            picture.setDotsPerMeterX(round(self._resolution / _INCH))
            picture.setDotsPerMeterY(round(self._resolution / _INCH))
            with QPainter(picture) as painter:
                painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
                painter.scale(width / paper.width(), width / paper.width())
                painter.translate(printed.topLeft())
                self._pages.draw(painter, page)
        return picture

    def print(self, printer: QPrinter) -> Iterator[tuple[int, int]]:
        """Draw the pages that were asked for, yielding how many of how many are done."""
        pages = self._set(printer)
        first, last = printer.fromPage() or 1, min(printer.toPage() or pages.number, pages.number)
        painter = QPainter()
        if not painter.begin(printer):
            raise OSError("the printer does not answer")
        try:
            for page in range(first - 1, last):
                self._go_on()
                if page >= first and not printer.newPage():
                    raise OSError("the printer takes no more")
                pages.draw(painter, page)
                yield page - first + 2, last - first + 1
        except GivenUp:
            printer.abort()
            raise
        finally:
            painter.end()

    def forget(self) -> None:
        """Let go of everything on the thread that made it."""
        self._pages = self._manuscript = None

    def _set(self, device: QPagedPaintDevice) -> "PrintedPages":
        from writer_app.ui.printed_pages import PrintedPages  # noqa: PLC0415 - see above

        if self._manuscript is None:
            self._manuscript = self._read(self._go_on)
        pages = PrintedPages(self._manuscript, device, self._font)
        for _share in pages.lay_out():
            self._go_on()
        return pages

    def _go_on(self) -> None:
        if self._given_up.is_set():
            raise GivenUp
