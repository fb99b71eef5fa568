"""A narrow graph beside the scroll bar: the whole document, and where it is predictable or surprising."""

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from writer_app.i18n import tr
from writer_app.ui import colour_maps
from writer_app.ui.language import worded
from writer_app.ui.surprise.document_surprise import DocumentSurprise
from writer_app.ui.surprise.tint import SENTENCE_SPREAD
from writer_app.ui.theme import looks_dark

WIDTH = 38
_BAND = 3  # pixels: one bar of the graph
_MARGIN = 6
_MANY = 5_000  # paragraphs; of longer documents some for each bar stand for the others
_SAMPLES = 8
_SETTLE_MS = 300  # the graph is drawn anew at most so often


class MarginGraph(QWidget):
    """Shows the level of each part of the document; a click goes there."""

    place_wanted = Signal(int)  # the number of a paragraph

    def __init__(self, surprise: DocumentSurprise, parent: QWidget) -> None:
        super().__init__(parent)
        self._surprise = surprise
        self._levels: list[float | None] = []
        self._ends: list[int] = []
        self.sight = range(0)
        """The paragraphs on the screen."""
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._measure)
        surprise.changed.connect(self._soon)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        meaning = tr("Left, blue: predictable. Right, orange: surprising. Click to go there.")
        worded(self, self.setToolTip, meaning)
        worded(self, self.setAccessibleName, tr("How surprising the document is"))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def show_sight(self, sight: range) -> None:
        """Mark the paragraphs on the screen."""
        self.sight = sight
        self.update()

    def levels(self) -> list[float | None]:
        """Return the level of each bar from top to bottom; None where nothing is known yet."""
        return self._levels

    def _soon(self) -> None:
        if not self._settle.isActive():  # a timer that each change put off would wait for the last
            self._settle.start()

    def _measure(self) -> None:
        bars = max(1, (self.height() - 2 * _MARGIN) // _BAND)
        sums = [[0.0, 0.0] for _ in range(bars)]
        lines, known = self._surprise.paragraphs.lines, self._surprise.known
        if len(lines) > _MANY:
            step = len(lines) / (bars * _SAMPLES)
            self._ends = []
            for sample in range(bars * _SAMPLES):
                found = known[int(sample * step)]
                if found is not None:
                    _add(sums[sample // _SAMPLES], found.bits, found.usual)
        else:
            self._ends = list(accumulate(len(line) + 1 for line in lines))
            scale = bars / self._ends[-1]
            for number, found in enumerate(known):
                start = self._ends[number - 1] if number else 0
                for span in found.surprise.sentences if found is not None else ():
                    first, last = int((start + span.start) * scale), int((start + span.end - 1) * scale)
                    for bar in range(first, min(last, bars - 1) + 1):
                        share = 1 / (last - first + 1)
                        _add(sums[bar], span.bits * share, span.usual * share)
        level = self._surprise.level
        self._levels = [level(bits, usual, SENTENCE_SPREAD) if usual else None for bits, usual in sums]
        self.update()

    def _share(self, number: int) -> float:
        """Return where a paragraph begins, from 0 at the top to 1."""
        if self._ends:
            return self._ends[min(number, len(self._ends)) - 1] / self._ends[-1] if number else 0.0
        return number / max(1, len(self._surprise.known))

    def _paragraph_at(self, y: float) -> int:
        share = min(max(0.0, (y - _MARGIN) / max(1, self.height() - 2 * _MARGIN)), 1.0)
        if self._ends:
            return min(bisect_right(self._ends, share * self._ends[-1]), len(self._ends) - 1)
        return min(int(share * len(self._surprise.known)), len(self._surprise.known) - 1)

    def resizeEvent(self, _event: object) -> None:
        self._soon()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.place_wanted.emit(self._paragraph_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.place_wanted.emit(self._paragraph_at(event.position().y()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self.palette()
        colours, middle = colour_maps.diverging(looks_dark(palette)), WIDTH / 2
        height = self.height() - 2 * _MARGIN
        with QPainter(self) as painter:
            top, bottom = (self._share(n) * height + _MARGIN for n in (self.sight.start, self.sight.stop))
            sight = QRectF(1, top, WIDTH - 2, max(8.0, bottom - top))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(sight, 4, 4)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
            painter.drawLine(QPointF(middle, _MARGIN), QPointF(middle, self.height() - _MARGIN))
            for number, level in enumerate(self._levels):
                if level is None:
                    continue
                reach = level * (middle - 4)
                bar = QRectF(middle, _MARGIN + number * _BAND, reach, _BAND - 1).normalized()
                painter.fillRect(bar, colour_maps.colour_at(colours, 0.5 + 0.5 * level))


def _add(total: list[float], bits: float, usual: float) -> None:
    total[0] += bits
    total[1] += usual
