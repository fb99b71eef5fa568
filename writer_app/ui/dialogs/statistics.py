"""The panel of statistics: what suggestions saved, by day, and a button that forgets it."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from writer_app.documents.statistics import Day
from writer_app.i18n import tr
from writer_app.ui.labels import heading, quiet
from writer_app.ui.usage import Usage

_DAYS = 14
_ROOM = 6


class DayBars(QWidget):
    """Keys saved on each of the last days, as bars; today's at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.values: list[tuple[date, int]] = []

    def show_days(self, values: list[tuple[date, int]]) -> None:
        """Draw other values."""
        self.values = values
        said = [tr("{day:%d.%m.}: {number:,}", day=day, number=number) for day, number in values if number]
        self.setAccessibleName(tr("Keys saved by day"))
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(440, 130)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.values:
            return
        palette, roles = self.palette(), QPalette.ColorRole
        line = self.fontMetrics().height()
        most = max(1, *(number for _, number in self.values))
        step = self.width() / len(self.values)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, (day, number) in enumerate(self.values):
                room = self.height() - 2 * line - _ROOM
                height = max(2.0, room * number / most)
                bar = QRectF(place * step + _ROOM / 2, line + room - height, step - _ROOM, height)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(palette.color(roles.Accent if number else roles.Mid))
                painter.drawRoundedRect(bar, 2, 2)
                painter.setPen(palette.color(roles.PlaceholderText))
                under = QRectF(place * step, self.height() - line, step, line)
                painter.drawText(under, Qt.AlignmentFlag.AlignCenter, str(day.day))
                if number:
                    over = QRectF(place * step - step, bar.top() - line, 3 * step, line)
                    painter.drawText(over, Qt.AlignmentFlag.AlignCenter, str(number))


class StatisticsDialog(QDialog):
    """Stays up to date while it is open."""

    def __init__(self, usage: Usage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What suggestions saved"))
        self._usage = usage
        self.today, self.total, self.bars = QLabel(), QLabel(), DayBars()
        self.delete = QPushButton(tr("Delete these numbers"))
        self.delete.setAutoDefault(False)
        self.delete.clicked.connect(usage.delete)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 18)
        column.setSpacing(8)
        promise = tr("These numbers are all that is counted. They stay on this computer, and hold no words.")
        for title, part in (
            (tr("Today"), self.today),
            (tr("Since counting began"), self.total),
            (tr("Keys saved by day"), self.bars),
        ):
            column.addWidget(heading(title))
            column.addWidget(part)
        column.addWidget(quiet(promise))
        column.addSpacing(8)
        column.addLayout(buttons)
        usage.changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        statistics = self._usage.statistics
        today = statistics.today()
        days = [today - timedelta(days=back) for back in reversed(range(_DAYS))]
        self.today.setText(_in_words(statistics.days.get(today, Day())))
        self.total.setText(_in_words(statistics.total()))
        self.bars.show_days([(day, statistics.days.get(day, Day()).saved) for day in days])
        self.delete.setEnabled(bool(statistics.days))


def _in_words(day: Day) -> str:
    return tr(
        "{shown:,} shown, {taken:,} taken, {saved:,} keys saved",
        shown=day.shown,
        taken=day.taken,
        saved=day.saved,
    )
