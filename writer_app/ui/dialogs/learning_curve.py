"""A plot of a training run: loss while learning, bits per character on the text held back."""

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from writer_app.i18n import tr

_SMOOTHING = 0.9  # of the loss: single steps say little
_MARGIN = 52
_TICKS = 4
_HEADROOM = 0.08  # above and below a line, as a share of its range


@dataclass(frozen=True, slots=True)
class Scale:
    """Equal steps from `low` on, and how many decimals their numbers need."""

    low: float
    step: float
    decimals: int

    @property
    def high(self) -> float:
        """The highest value shown."""
        return self.low + _TICKS * self.step


def round_scale(low: float, high: float) -> Scale:
    """Return the narrowest scale of steps of 1, 2 or 5 that reaches from `low` to `high`."""
    power = math.floor(math.log10((high - low) / _TICKS))
    for exponent in (power, power + 1):
        for digit in (1, 2, 5):
            step = digit * 10.0**exponent
            scale = Scale(math.floor(low / step) * step, step, max(0, -exponent))
            if scale.high >= high:
                return scale
    return Scale(low, (high - low) / _TICKS, 2)  # steps ten times as long always reach


@dataclass(slots=True)
class Line:
    """Points over the progress of a run, and the scale that they are drawn to."""

    points: list[tuple[float, float]] = field(default_factory=list)

    def scale(self) -> Scale:
        """Return a scale of round numbers that holds every value."""
        values = [value for _, value in self.points]
        low, high = min(values), max(values)
        room = max(_HEADROOM * (high - low), 0.005 * high)
        return round_scale(low - room, high + room)


class LearningCurve(QWidget):
    """Held-out bits per character on the left scale, training loss on the right one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(190)
        self.held_out = Line()
        self.loss = Line()
        self._smooth: float | None = None

    def clear(self) -> None:
        """Begin a new run."""
        self.held_out, self.loss, self._smooth = Line(), Line(), None
        self.update()

    def show_run(self, other: "LearningCurve") -> None:
        """Show the run that `other` shows."""
        self.held_out, self.loss = other.held_out, other.loss
        self.update()

    def add_loss(self, progress: float, loss: float) -> None:
        """Add a step's loss, in nats per token."""
        earlier = loss if self._smooth is None else self._smooth
        self._smooth = _SMOOTHING * earlier + (1 - _SMOOTHING) * loss
        self.loss.points.append((progress, self._smooth))
        self.update()

    def add_held_out(self, progress: float, bits: float) -> None:
        """Add a measurement on the text held back, in bits per character."""
        self.held_out.points.append((progress, bits))
        self.setAccessibleDescription(tr("{bits:.3f} bits per character on the text held back", bits=bits))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 230)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.held_out.points and not self.loss.points:
            return  # an empty plot tells nothing
        palette = self.palette()
        strong, faint = (
            palette.color(QPalette.ColorRole.Link),
            palette.color(QPalette.ColorRole.PlaceholderText),
        )
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            top = self.fontMetrics().height() + 16
            area = QRectF(_MARGIN, top, self.width() - 2 * _MARGIN, self.height() - top - 10)
            self._draw_grid(painter, area)
            self._draw(painter, area, self.loss, QPen(faint, 1.2), right=True)
            self._draw(painter, area, self.held_out, QPen(strong, 2.2), right=False)
            self._draw_legend(painter, strong, faint)

    def _draw_grid(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        for tick in range(_TICKS + 1):
            y = area.top() + area.height() * tick / _TICKS
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _draw(self, painter: QPainter, area: QRectF, line: Line, pen: QPen, *, right: bool) -> None:
        if not line.points:
            return
        scale = line.scale()
        painter.setPen(pen)
        self._draw_scale(painter, area, scale, right=right)

        def place(point: tuple[float, float]) -> QPointF:
            return QPointF(
                area.left() + area.width() * min(point[0], 1.0),
                area.bottom() - area.height() * (point[1] - scale.low) / (scale.high - scale.low),
            )

        places = [place(point) for point in line.points[:: 1 + len(line.points) // 2000]]
        painter.drawPolyline(QPolygonF(places))
        if not right:  # measurements are few, so each is marked
            painter.setBrush(pen.color())
            for spot in places:
                painter.drawEllipse(spot, 2.5, 2.5)

    def _draw_scale(self, painter: QPainter, area: QRectF, scale: Scale, *, right: bool) -> None:
        height = self.fontMetrics().height()
        for tick in range(_TICKS + 1):
            y = area.bottom() - area.height() * tick / _TICKS - height / 2
            text = f"{scale.low + tick * scale.step:.{scale.decimals}f}"
            if right:
                box = QRectF(area.right() + 8, y, _MARGIN - 8, height)
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft, text)
            else:
                box = QRectF(0, y, _MARGIN - 8, height)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight, text)

    def _draw_legend(self, painter: QPainter, strong: QColor, faint: QColor) -> None:
        row = QRectF(0, 0, self.width(), self.fontMetrics().height() + 4)
        painter.setPen(strong)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, tr("Bits per character on text held back"))
        painter.setPen(faint)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight, tr("Loss while learning"))
