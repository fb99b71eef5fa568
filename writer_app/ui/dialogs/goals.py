"""Goals for the day and for the document, what was written lately, and a button that forgets it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from writer_app.i18n import tr
from writer_app.settings.schema import DAILY_GOAL, Setting
from writer_app.ui.dialogs.day_bars import DayBars
from writer_app.ui.dialogs.numbers_dialog import NumbersDialog
from writer_app.ui.labels import heading, quiet
from writer_app.ui.tabs import Tabs
from writer_app.ui.writing_goals import WritingGoals

_DAYS = 28
_MOST = 1_000_000  # words of a document


class GoalsDialog(NumbersDialog):
    """Shows and sets goals, of the day and of the current document; who opens it keeps it up to date."""

    def __init__(
        self, goals: WritingGoals, tabs: Tabs, choose: Callable[[Setting[Any], Any], None], parent: QWidget
    ) -> None:
        super().__init__(tr("Writing goals"), parent)
        self._goals = goals
        self._tabs = tabs
        self.daily, self.document = _words_box(20_000, 50), _words_box(_MOST, 500)
        self.document_name, self.summary = QLabel(), QLabel()
        self.bars = DayBars(tr("Words written by day"))
        self.daily.valueChanged.connect(lambda words: choose(DAILY_GOAL, words))
        self.document.valueChanged.connect(self._set_document_goal)
        self.delete.clicked.connect(goals.delete)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Each day"), self.daily)
        form.addRow(self.document_name, self.document)
        self.column.addWidget(heading(tr("Goals")))
        self.column.addLayout(form)
        self.column.addWidget(heading(tr("Words written by day")))
        self.column.addWidget(self.bars)
        self.column.addWidget(self.summary)
        self.column.addWidget(
            quiet(
                tr(
                    "What you type and take counts, less what you delete again; what you paste does not. "
                    "The numbers stay on this computer, and hold no words."
                )
            )
        )
        self.add_buttons()

    def refresh(self) -> None:
        """Show how things stand now."""
        log, current = self._goals.log, self._tabs.current
        daily = self._goals.settings.get(DAILY_GOAL)
        for box, words in ((self.daily, daily), (self.document, log.goal(current.path))):
            box.blockSignals(True)
            box.setValue(words)
            box.blockSignals(False)
        saved = current.path is not None
        self.document.setEnabled(saved)
        self.document.setToolTip("" if saved else tr("Save the document first; then it can have a goal."))
        self.document_name.setText(tr("“{name}”", name=current.name))
        self.bars.show_days(log.lately(_DAYS), daily)
        self.summary.setText(self._in_words(daily))
        self.delete.setEnabled(not log.empty)

    def _in_words(self, daily: int) -> str:
        log = self._goals.log
        week = sum(words for _, words in log.lately(7))
        text = tr("{number:,} words in the last seven days", number=week)
        row = log.days_in_a_row(daily)
        if row > 1:
            text += " · " + tr("goal reached {number} days in a row", number=row)
        return text

    @Slot(int)
    def _set_document_goal(self, words: int) -> None:
        self._goals.set_document_goal(self._tabs.current, words)


def _words_box(most: int, step: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, most)
    box.setSingleStep(step)
    box.setGroupSeparatorShown(True)
    box.setSuffix(" " + tr("words"))
    box.setSpecialValueText(tr("no goal"))
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    box.setMinimumWidth(140)
    box.setKeyboardTracking(False)
    return box
