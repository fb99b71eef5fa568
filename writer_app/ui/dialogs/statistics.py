"""The panel of statistics: what suggestions saved, by day, and a button that forgets it."""

from datetime import timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from writer_app.documents.statistics import Day
from writer_app.i18n import tr
from writer_app.ui.dialogs.day_bars import DayBars
from writer_app.ui.dialogs.numbers_dialog import NumbersDialog
from writer_app.ui.labels import heading, quiet
from writer_app.ui.usage import Usage

_DAYS = 14


class StatisticsDialog(NumbersDialog):
    """Stays up to date while it is open."""

    def __init__(self, usage: Usage, parent: QWidget | None = None) -> None:
        super().__init__(tr("What suggestions saved"), parent)
        self._usage = usage
        self.today, self.total, self.bars = QLabel(), QLabel(), DayBars(tr("Keys saved by day"))
        self.delete.clicked.connect(usage.delete)
        promise = tr("These numbers are all that is counted. They stay on this computer, and hold no words.")
        for title, part in (
            (tr("Today"), self.today),
            (tr("Since counting began"), self.total),
            (tr("Keys saved by day"), self.bars),
        ):
            self.column.addWidget(heading(title))
            self.column.addWidget(part)
        self.column.addWidget(quiet(promise))
        self.add_buttons()
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
