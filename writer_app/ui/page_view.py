"""Pages of paper below each other; only those in sight are drawn, and one not drawn yet is white."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_GAP = 18  # pixels around a page
_WIDEST = 820  # pixels; a page that fills a large screen is no better to read
_KEPT = 12  # pictures
_STEP = 60  # pixels of one turn of the wheel, a third of it


class PageView(QAbstractScrollArea):
    """Asks for the picture of a page when it comes in sight."""

    def __init__(self, ask: Callable[[int, int], object], parent: QWidget | None = None) -> None:
        """Make it; `ask` is called with a page and a width in pixels, and answered through `show_picture`."""
        super().__init__(parent)
        self._ask = ask
        self._number = 0
        self._shape = QSize(210, 297)
        self._pictures: dict[tuple[int, int], QImage | None] = {}  # None: asked for
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_STEP)

    @property
    def number(self) -> int:
        """How many pages there are."""
        return self._number

    @property
    def page_in_sight(self) -> int:
        """The page in the middle of the view; the first is 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(0, min(middle // self._step, self._number - 1))

    def show_pages(self, number: int, shape: QSize) -> None:
        """Show so many pages of that shape."""
        self._number, self._shape = number, shape
        self._pictures.clear()
        self._measure()
        self.viewport().update()

    def show_picture(self, page: int, width: int, picture: QImage) -> None:
        """Show the picture of a page that was asked for."""
        if (page, width) in self._pictures:
            self._pictures[page, width] = picture
            self.viewport().update()

    def drawn(self, page: int) -> bool:
        """Is the page's picture there?"""
        return self._pictures.get((page, self._pixels)) is not None

    @property
    def _width(self) -> int:
        return max(50, min(_WIDEST, self.viewport().width() - 2 * _GAP))

    @property
    def _height(self) -> int:
        return self._width * self._shape.height() // self._shape.width()

    @property
    def _step(self) -> int:
        return self._height + _GAP

    @property
    def _pixels(self) -> int:
        return round(self._width * self.devicePixelRatioF())

    def _measure(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._number * self._step + _GAP - self.viewport().height()))
        bar.setPageStep(self.viewport().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        share = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
        super().resizeEvent(event)
        self._measure()
        self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        top, left = self.verticalScrollBar().value(), (self.viewport().width() - self._width) // 2
        first = max(0, (top - _GAP) // self._step)
        last = min(self._number - 1, (top + self.viewport().height()) // self._step)
        edge = self.palette().color(QPalette.ColorRole.Mid)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for page in range(first, last + 1):
                place = QRect(left, _GAP + page * self._step - top, self._width, self._height)
                painter.fillRect(place, Qt.GlobalColor.white)
                picture = self._picture(page)
                if picture is not None:
                    painter.drawImage(place, picture)
                painter.setPen(edge)
                painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _picture(self, page: int) -> QImage | None:
        key = page, self._pixels
        if key not in self._pictures:
            while len(self._pictures) >= _KEPT:
                self._pictures.pop(next(iter(self._pictures)))
            self._pictures[key] = None
            self._ask(*key)
        return self._pictures[key]
