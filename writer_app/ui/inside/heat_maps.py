"""The picture of a sentence in an LSTM: tokens from left to right, six heat maps below each other."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from writer_app.engine.inspector import Inspection
from writer_app.i18n import tr
from writer_app.ui import colour_maps
from writer_app.ui.inside.quantities import QUANTITIES, Cell, Quantity, described, shown_token
from writer_app.ui.language import worded
from writer_app.ui.theme import looks_dark

_GUTTER = 34  # where the symbols stand
_LABELS = 74  # height of the tokens' labels
_BARS = 46  # height of the bars of surprise, with the numbers above them
_GAP = 7
_NARROWEST, _WIDEST = 13, 34  # columns
_LOWEST, _HIGHEST = 2, 9  # rows
_ROW_WANTED = 3
_FEWEST, _MOST = 8, 40  # units
_MOST_BITS = 20.0
_RIGHT = 8


class HeatMaps(QAbstractScrollArea):
    """Shows one layer over one sentence; what one points at, with mouse or arrow keys, is told."""

    pointed = Signal(object)  # Cell | None
    unit_chosen = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inspection: Inspection | None = None
        self.layer = 0
        self.units: Sequence[int] = ()
        self.cell: Cell | None = None
        self._images: list[QImage] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(_LABELS + _BARS + len(QUANTITIES) * (_GAP + _FEWEST * _LOWEST) + 16)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        worded(self, self.setAccessibleName, tr("Gates and states of the sentence"))
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    def show_layer(self, inspection: Inspection, layer: int, units: Sequence[int]) -> None:
        """Show these units of a layer."""
        self.inspection, self.layer, self.units = inspection, layer, units
        self._images = [self._image(quantity) for quantity in QUANTITIES]
        self._set_range()
        caret = self._left(inspection.caret) - self.viewport().width() + _GUTTER
        self.horizontalScrollBar().setValue(max(0, caret + self.horizontalScrollBar().value()))
        if self.cell is not None:
            kept = self.cell.token < len(inspection) and self.cell.unit in units
            self._point_at(self.cell if kept else None)
        self.viewport().update()

    def room_for_units(self) -> int:
        """Return how many units are shown well in the height that there is."""
        return max(_FEWEST, min(_MOST, self._spare // (len(QUANTITIES) * _ROW_WANTED)))

    def paint_to(self, painter: QPainter) -> None:
        """Draw everything; the widget, and pictures of it, are drawn by the same strokes."""
        if self.inspection is None:
            return
        painter.save()
        painter.setClipRect(QRect(_GUTTER, 0, self.viewport().width() - _GUTTER, self.viewport().height()))
        self._draw_bars(painter, self.inspection)
        self._draw_labels(painter, self.inspection)
        for number, image in enumerate(self._images):
            target = QRect(
                self._left(0), self._top(number), image.width() * self._column, image.height() * self._row
            )
            painter.drawImage(target, image)
        self._draw_caret(painter, self.inspection.caret)
        self._draw_pointed(painter)
        painter.restore()
        self._draw_symbols(painter)

    @property
    def _column(self) -> int:
        count = len(self.inspection) if self.inspection else 0
        spare = self.viewport().width() - _GUTTER - _RIGHT
        return max(_NARROWEST, min(_WIDEST, spare // max(1, count)))

    @property
    def _row(self) -> int:
        return max(_LOWEST, min(_HIGHEST, self._spare // (len(QUANTITIES) * max(1, len(self.units)))))

    @property
    def _spare(self) -> int:
        """The height that there is for rows."""
        return self.viewport().height() - _LABELS - _BARS - len(QUANTITIES) * _GAP - 4

    def _left(self, token: int) -> int:
        return _GUTTER + token * self._column - self.horizontalScrollBar().value()

    def _top(self, number: int) -> int:
        return _LABELS + _BARS + number * (len(self.units) * self._row + _GAP) + _GAP

    def _image(self, quantity: Quantity) -> QImage:
        """Return a pixel for each unit and token, with the map's colours."""
        assert self.inspection is not None  # noqa: S101 - the caller has set it
        values = getattr(self.inspection.layers[self.layer], quantity.name)[:, list(self.units)].T
        dark = looks_dark(self.palette())
        if quantity.signed:
            values, colours = (np.clip(values, -1, 1) + 1) / 2, colour_maps.diverging(dark)
        else:
            colours = colour_maps.sequential(dark)
        levels = np.rint(values * (colour_maps.STEPS - 1)).astype(np.uint8)
        height, width = levels.shape
        padded = np.zeros((height, (width + 3) // 4 * 4), np.uint8)  # Qt wants lines of whole words
        padded[:, :width] = levels
        image = QImage(padded.tobytes(), width, height, padded.shape[1], QImage.Format.Format_Indexed8)
        image.setColorTable(list(colours))
        return image.copy()  # which owns its pixels

    def _draw_labels(self, painter: QPainter, inspection: Inspection) -> None:
        painter.setFont(self._label_font())
        metrics = painter.fontMetrics()
        ink, quiet = self._colour(QPalette.ColorRole.Text), self._colour(QPalette.ColorRole.PlaceholderText)
        for index, token in enumerate(inspection.tokens):
            at = self.cell is not None and self.cell.token == index
            painter.save()
            painter.setPen(ink if at or index < inspection.caret else quiet)
            painter.translate(self._left(index) + self._column / 2 + metrics.ascent() / 3, _LABELS - 4)
            painter.rotate(-60)
            text = metrics.elidedText(shown_token(token), Qt.TextElideMode.ElideRight, _LABELS)
            painter.drawText(QPointF(0, 0), text)
            painter.restore()

    def _draw_bars(self, painter: QPainter, inspection: Inspection) -> None:
        """Draw a bar over each word: how many bits it cost."""
        font = self._label_font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        dark = looks_dark(self.palette())
        bottom, high = _LABELS + _BARS, _BARS - painter.fontMetrics().height()
        for word in inspection.words():
            bits = float(inspection.bits[word.start : word.stop].sum())
            share = min(bits / _MOST_BITS, 1.0)
            bar = QRectF(
                self._left(word.start) + 1, bottom - share * high, len(word) * self._column - 2, share * high
            )
            painter.fillRect(bar, colour_maps.colour_at(colour_maps.diverging(dark), 0.5 + share / 2))
            painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
            text = f"{bits:.0f}"
            if painter.fontMetrics().horizontalAdvance(text) <= bar.width() + 2:
                place = QRectF(bar.left() - 4, bar.top() - high, bar.width() + 8, high)
                painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, text)

    def _draw_symbols(self, painter: QPainter) -> None:
        painter.setPen(self._colour(QPalette.ColorRole.Text))
        font = QFont(self.font())
        painter.setFont(self._label_font())
        painter.drawText(
            QRectF(0, _LABELS, _GUTTER - 6, _BARS),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom,
            tr("bits"),
        )
        font.setItalic(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        painter.setFont(font)
        for number, quantity in enumerate(QUANTITIES):
            strip = QRectF(0, self._top(number), _GUTTER - 8, len(self.units) * self._row)
            painter.drawText(
                strip, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, quantity.symbol
            )

    def _draw_caret(self, painter: QPainter, caret: int) -> None:
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Link), 2))
        x = self._left(caret)
        painter.drawLine(x, _LABELS - 6, x, self._top(len(QUANTITIES)) - _GAP)

    def _draw_pointed(self, painter: QPainter) -> None:
        """Frame the column of what is pointed at, and the cell in it."""
        if self.cell is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colour(QPalette.ColorRole.PlaceholderText), 1))
        left, bottom = self._left(self.cell.token), self._top(len(QUANTITIES)) - _GAP
        painter.drawRect(QRect(left - 1, _LABELS, self._column + 1, bottom - _LABELS))
        row = list(self.units).index(self.cell.unit)
        top = self._top(QUANTITIES.index(self.cell.quantity)) + row * self._row
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Text), 1))
        painter.drawRect(QRect(left - 1, top - 1, self._column + 1, self._row + 1))

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _label_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font

    def _set_range(self) -> None:
        count = len(self.inspection) if self.inspection else 0
        bar = self.horizontalScrollBar()
        bar.setPageStep(self.viewport().width())
        bar.setRange(0, max(0, _GUTTER + count * self._column + _RIGHT - self.viewport().width()))

    def _cell_at(self, place: QPoint) -> Cell | None:
        if self.inspection is None or place.x() < _GUTTER:
            return None
        token = (place.x() - self._left(0)) // self._column
        for number, quantity in enumerate(QUANTITIES):
            row = (place.y() - self._top(number)) // self._row
            if 0 <= row < len(self.units) and 0 <= token < len(self.inspection):
                return Cell(quantity, self.units[row], token)
        return None

    def _point_at(self, cell: Cell | None) -> None:
        self.cell = cell
        if cell is not None and self.inspection is not None:
            self.setAccessibleDescription(described(self.inspection, self.layer, cell))
        self.viewport().update()
        self.pointed.emit(cell)

    def _move(self, tokens: int, rows: int) -> None:
        """Point at a neighbour; below the last unit the next heat map begins."""
        if self.inspection is None or not len(self.inspection) or not self.units:
            return
        if self.cell is None:
            self._point_at(Cell(QUANTITIES[0], self.units[0], max(0, self.inspection.caret - 1)))
            return
        line = QUANTITIES.index(self.cell.quantity) * len(self.units) + list(self.units).index(self.cell.unit)
        line = min(max(0, line + rows), len(QUANTITIES) * len(self.units) - 1)
        token = min(max(0, self.cell.token + tokens), len(self.inspection) - 1)
        self._point_at(Cell(QUANTITIES[line // len(self.units)], self.units[line % len(self.units)], token))
        left, bar = self._left(token), self.horizontalScrollBar()
        beyond = left + self._column - self.viewport().width()
        bar.setValue(bar.value() + max(0, beyond) + min(0, left - _GUTTER))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, count = Qt.Key, len(self.units)
        match event.key():
            case keys.Key_Left:
                self._move(-1, 0)
            case keys.Key_Right:
                self._move(+1, 0)
            case keys.Key_Up:
                self._move(0, -1)
            case keys.Key_Down:
                self._move(0, +1)
            case keys.Key_PageUp:
                self._move(0, -count)
            case keys.Key_PageDown:
                self._move(0, +count)
            case keys.Key_Return | keys.Key_Enter | keys.Key_Space if self.cell is not None:
                self.unit_chosen.emit(self.cell.unit)
            case keys.Key_Escape if self.cell is not None:
                self._point_at(None)
            case _:
                super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().toPoint())
        if cell is not None and cell != self.cell:
            self._point_at(cell)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(event.pos())
            text = described(self.inspection, self.layer, cell) if cell and self.inspection else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().toPoint())
        if cell is not None:
            self.unit_chosen.emit(cell.unit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_range()
        self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            self.paint_to(painter)
