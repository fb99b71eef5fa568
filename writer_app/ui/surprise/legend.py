"""What the colours behind the text mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from writer_app.i18n import tr
from writer_app.ui.surprise.tint import tint
from writer_app.ui.theme import looks_dark

_SCALE = 66
_PADDING = 9


class Legend(QWidget):
    """A strip of the colours between two words; clicks go through to the text below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = sum(map(metrics.horizontalAdvance, _ends()))
        return QSize(words + _SCALE + 2 * _PADDING + 12, metrics.height() + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette, dark = self.palette(), looks_dark(self.palette())
        left, right = _ends()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.setBrush(palette.color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            inner = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, left)
            painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, right)
            start = inner.left() + painter.fontMetrics().horizontalAdvance(left) + 6
            for x in range(_SCALE):
                colour = tint(2 * x / (_SCALE - 1) - 1, dark)
                if colour is not None:
                    painter.fillRect(QRectF(start + x, 6, 1, self.height() - 12), colour)


def _ends() -> tuple[str, str]:
    return tr("predictable"), tr("surprising")
