"""A switch: a check box that looks like what it does, on or off at once."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox

_WIDTH, _HEIGHT, _GAP = 38, 22, 3


class Switch(QCheckBox):
    """Without a text of its own; whoever uses it gives it an accessible name."""

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette, on = self.palette(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        around = QPalette.ColorRole.Accent if on or self.hasFocus() else QPalette.ColorRole.PlaceholderText
        painter.setPen(QPen(palette.color(around), 2 if self.hasFocus() else 1))
        filled = on and self.isEnabled()
        painter.setBrush(
            palette.color(QPalette.ColorRole.Accent if filled else QPalette.ColorRole.AlternateBase)
        )
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        knob = track.height() - 2 * _GAP
        left = track.right() - _GAP - knob if on else track.left() + _GAP
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            palette.color(QPalette.ColorRole.Base if filled else QPalette.ColorRole.PlaceholderText)
        )
        painter.drawEllipse(QRectF(left, track.top() + _GAP, knob, knob))
        painter.end()
