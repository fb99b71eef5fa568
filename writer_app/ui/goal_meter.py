"""How far the goals are reached, small, in the status line; a click opens them."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from writer_app.i18n import tr

_BAR = QSize(56, 5)
_GAP = 8


class GoalMeter(QWidget):
    """A short bar and the numbers behind it; nothing at all without a goal."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text = ""
        self._reached = 0.0
        self.hide()

    def show_goals(self, today: int, daily: int, here: int, document: int) -> None:
        """Show words written today and in the document, each beside its goal; a goal of 0 is none."""
        parts = []
        if daily:
            parts.append(tr("{number:,} of {goal:,} today", number=today, goal=daily))
        if document:
            parts.append(tr("{number:,} of {goal:,} here", number=here, goal=document))
        self._text = " · ".join(parts)
        self._reached = today / daily if daily else here / document if document else 0.0
        self.setVisible(bool(parts))
        self.setAccessibleName(tr("Writing goal"))
        self.setAccessibleDescription(self._text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(_BAR.width() + _GAP + metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.clicked.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        roles, palette = QPalette.ColorRole, self.palette()
        whole = QRectF(0.5, (self.height() - _BAR.height()) / 2, _BAR.width(), _BAR.height())
        done = QRectF(whole)
        done.setWidth(whole.width() * min(1.0, max(0.0, self._reached)))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(roles.Mid))
            painter.drawRoundedRect(whole, 2.5, 2.5)
            painter.setBrush(palette.color(roles.Accent))
            painter.drawRoundedRect(done, 2.5, 2.5)
            ink = palette.color(roles.Text) if self.hasFocus() else palette.color(roles.PlaceholderText)
            painter.setPen(ink)
            beside = self.rect().adjusted(_BAR.width() + _GAP, 0, 0, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)
