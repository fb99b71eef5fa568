"""Days as bars."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from writer_app.i18n import tr

_ROOM = 6
_NARROW = 26  # pixels a day, below which the bars have no numbers, and dates stand a week apart
_WEEK = 7


class DayBars(QWidget):
    """A number for each of the last days, as bars, and a goal as a line; today's at the right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.values: list[tuple[date, int]] = []
        self._goal = 0

    def show_days(self, values: list[tuple[date, int]], goal: int = 0) -> None:
        """Draw other values; a goal of 0 is none."""
        self.values, self._goal = values, goal
        said = [tr("{day:%d.%m.}: {number:,}", day=day, number=number) for day, number in values if number]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(440, 130)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.values:
            return
        palette, roles = self.palette(), QPalette.ColorRole
        line = self.fontMetrics().height()
        most = max(1, self._goal, *(number for _, number in self.values))
        step = self.width() / len(self.values)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._goal:
                height = line + (self.height() - 2 * line - _ROOM) * (1 - self._goal / most)
                painter.setPen(QPen(palette.color(roles.PlaceholderText), 1, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(0, height), QPointF(self.width(), height))
            for place, (day, number) in enumerate(self.values):
                room = self.height() - 2 * line - _ROOM
                height = max(2.0, room * number / most)
                bar = QRectF(place * step + _ROOM / 2, line + room - height, step - _ROOM, height)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(palette.color(roles.Accent if number else roles.Mid))
                painter.drawRoundedRect(bar, 2, 2)
                painter.setPen(palette.color(roles.PlaceholderText))
                under = QRectF(place * step, self.height() - line, step, line)
                if step > _NARROW or (len(self.values) - 1 - place) % _WEEK == 0:
                    painter.drawText(under, Qt.AlignmentFlag.AlignCenter, str(day.day))
                if number and step > _NARROW:
                    over = QRectF(place * step - step, bar.top() - line, 3 * step, line).intersected(
                        QRectF(self.rect())
                    )
                    painter.drawText(over, Qt.AlignmentFlag.AlignCenter, str(number))
