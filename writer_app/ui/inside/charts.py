"""Two small pictures beside the heat maps: one unit over the sentence, and what the model expects."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from writer_app.engine.inspector import Inspection
from writer_app.engine.next_words import EXPECTED, Expected
from writer_app.i18n import tr
from writer_app.ui import colour_maps
from writer_app.ui.inside.quantities import Cell, shown_token
from writer_app.ui.language import worded
from writer_app.ui.theme import looks_dark

_LINES = (("cell", "m", 2.2, 1.0), ("hidden", "h", 1.4, 0.0), ("forget_gate", "f", 1.0, 0.5))
"""Name, symbol, width, and where on the diverging map its colour lies; 0.5 stands for the colour of text."""

_ROW = 19
_BARS = EXPECTED + 2  # with the title above and the colours below
_FEWEST_BARS = 6
_WIDEST_WORDS = 0.55  # of the width


class UnitChart(QWidget):
    """The memory cell, the hidden state and the forget gate of the unit pointed at, token by token."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inspection: Inspection | None = None
        self._layer = 0
        self._cell: Cell | None = None
        self._hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_unit(self, inspection: Inspection, layer: int, cell: Cell) -> None:
        """Show the unit of a cell."""
        self._inspection, self._layer, self._cell = inspection, layer, cell
        self.update()

    def show_hint(self) -> None:
        """Say what to do to see a unit."""
        self._cell = None
        self._hint = tr("Point at a cell, or press the arrow keys, to see its equation and its unit.")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self.palette()
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._inspection is None or self._cell is None:
                painter.setPen(quiet)
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(QRectF(self.rect()).adjusted(12, 0, -12, 0), int(flags), self._hint)
                return
            height = painter.fontMetrics().height()
            area = QRectF(self.rect()).adjusted(8, height + 6, -8, -6)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
            painter.drawLine(
                QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y())
            )
            self._draw_lines(painter, area, self._inspection, self._cell)

    def _draw_lines(self, painter: QPainter, area: QRectF, inspection: Inspection, cell: Cell) -> None:
        gates, dark = inspection.layers[self._layer], looks_dark(self.palette())
        series = {name: [float(v) for v in getattr(gates, name)[:, cell.unit]] for name, *_ in _LINES}
        most = max(1.0, *(abs(value) for values in series.values() for value in values))
        step = area.width() / max(1, len(inspection) - 1)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        title = QRectF(8, 0, self.width() - 16, painter.fontMetrics().height() + 2)
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft, tr("Unit {unit}", unit=cell.unit))
        right = title.right()
        for name, symbol, width, share in reversed(_LINES):
            colour = colour_maps.colour_at(colour_maps.diverging(dark), share)
            if share == 0.5:
                colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
            painter.setPen(QPen(colour, width))
            points = [
                QPointF(area.left() + i * step, area.center().y() - value / most * area.height() / 2)
                for i, value in enumerate(series[name])
            ]
            painter.drawPolyline(QPolygonF(points))
            right -= painter.fontMetrics().horizontalAdvance(symbol) + 10
            painter.drawText(QRectF(right, 0, 40, title.height()), Qt.AlignmentFlag.AlignLeft, symbol)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1, Qt.PenStyle.DotLine))
        x = area.left() + cell.token * step
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))


class ExpectedBars(QWidget):
    """What may come next: what part is the model's, what part is due to what was written before."""

    pointed = Signal(str)  # the word under the mouse, empty where there is none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._rows: Sequence[Expected] = ()
        self._came = self._marked = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMouseTracking(True)
        worded(self, self.setAccessibleName, tr("What the model expects"))

    def show_expected(self, inspection: Inspection, token: int | None) -> None:
        """Show what was expected before `token`, and what came; for None, the words expected at the caret."""
        if token is None:
            self._rows, self._came = inspection.next_words, ""
            self._title = tr("Expected at the caret")
        else:
            self._rows, self._came = inspection.expected[token], inspection.tokens[token]
            self._title = tr(
                "“{token}” was number {rank:,}, {bits:.1f} bits",
                token=shown_token(self._came),
                rank=int(inspection.ranks[token]),
                bits=float(inspection.bits[token]),
            )
        words = (f"{shown_token(row.text)} {row.probability:.0%}" for row in self._rows)
        self.setAccessibleDescription(f"{self._title}: " + ", ".join(words))
        self.setToolTip("\n".join(map(_sources, self._rows)))
        self.update()

    def mark(self, word: str) -> None:
        """Mark the word that is told about elsewhere."""
        self._marked = word
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _BARS * _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, _FEWEST_BARS * _ROW)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = int(event.position().y()) // _ROW - 1
        self.pointed.emit(self._rows[number].text if 0 <= number < len(self._rows) else "")

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit("")

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette, dark = self.palette(), looks_dark(self.palette())
        model = colour_maps.colour_at(colour_maps.sequential(dark), 0.45)
        memory = colour_maps.colour_at(colour_maps.diverging(dark), 0.85)
        with QPainter(self) as painter:
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QRectF(0, 0, self.width(), _ROW), Qt.AlignmentFlag.AlignVCenter, title)
            wanted = (painter.fontMetrics().horizontalAdvance(shown_token(row.text)) for row in self._rows)
            words = min(self.width() * _WIDEST_WORDS, max(wanted, default=0) + 14.0)
            for number, row in enumerate(self._rows[: self.height() // _ROW - 2], start=1):
                self._draw_row(painter, number * _ROW, words, row, model, memory)
            if any(row.memory for row in self._rows):
                self._draw_legend(painter, (model, tr("model")), (memory, tr("written before")))

    def _draw_row(
        self, painter: QPainter, top: int, words: float, row: Expected, model: QColor, memory: QColor
    ) -> None:
        """Draw a row whose word has so many pixels."""
        palette, middle = self.palette(), Qt.AlignmentFlag.AlignVCenter
        room = self.width() - words - painter.fontMetrics().horizontalAdvance("100%") - 10
        if row.text == self._marked:
            painter.fillRect(QRectF(0, top, self.width(), _ROW), palette.color(QPalette.ColorRole.Highlight))
        font = painter.font()
        font.setBold(row.text == self._came)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        text = painter.fontMetrics().elidedText(
            shown_token(row.text), Qt.TextElideMode.ElideRight, int(words - 8)
        )
        painter.drawText(QRectF(0, top, words - 8, _ROW), Qt.AlignmentFlag.AlignRight | middle, text)
        bar = QRectF(words, top + 4, room * row.model, _ROW - 8)
        painter.fillRect(bar, model)
        painter.fillRect(QRectF(bar.right(), bar.top(), room * row.memory, bar.height()), memory)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(
            QRectF(words + room * row.probability + 6, top, 60, _ROW), middle, _percent(row.probability)
        )

    def _draw_legend(self, painter: QPainter, *entries: tuple[QColor, str]) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        left, top = 0.0, self.height() - _ROW + 3
        for colour, text in entries:
            painter.fillRect(QRectF(left, top + 4, 8, 8), colour)
            painter.drawText(QRectF(left + 12, top, self.width(), 16), Qt.AlignmentFlag.AlignVCenter, text)
            left += 12 + painter.fontMetrics().horizontalAdvance(text) + 14


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= 0.01 else "<1%"


def _sources(row: Expected) -> str:
    return tr(
        "{token}: {model:.1%} from the model, {memory:.1%} from what you wrote before",
        token=shown_token(row.text),
        model=row.model,
        memory=row.memory,
    )
