"""Shows the goals of the current document and of the day: in the status line, and in their dialog."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from writer_app.i18n import on_language_change
from writer_app.settings.schema import DAILY_GOAL, Setting
from writer_app.ui.goal_meter import GoalMeter
from writer_app.ui.kept_dialog import KeptDialog
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.tabs import Tabs
from writer_app.ui.writing_goals import WritingGoals

if TYPE_CHECKING:
    from writer_app.ui.dialogs.goals import GoalsDialog


class GoalDisplay(QObject):
    """Keeps the meter of one window up to date, and opens the dialog."""

    def __init__(
        self,
        goals: WritingGoals,
        tabs: Tabs,
        meter: GoalMeter,
        choose: Callable[[Setting[Any], Any], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._goals = goals
        self._tabs = tabs
        self._meter = meter
        self._choose = choose
        self._window = window
        self._dialog = KeptDialog(self._make_dialog, self)
        goals.changed.connect(self._refresh)
        meter.clicked.connect(self.open)
        tabs.current_changed.connect(self._refresh)
        tabs.opened.connect(self._follow)
        self.destroyed.connect(on_language_change(self._refresh))
        for document in tabs.documents:
            self._follow(document)
        self._refresh()

    @Slot()
    def open(self) -> None:
        """Show the dialog."""
        self._dialog.show().refresh()

    @property
    def dialog(self) -> "GoalsDialog | None":
        """The dialog, if it was wanted yet."""
        return self._dialog.made

    def _make_dialog(self, _before: "GoalsDialog | None") -> "GoalsDialog":
        from writer_app.ui.dialogs.goals import GoalsDialog  # noqa: PLC0415 - rarely needed

        return GoalsDialog(self._goals, self._tabs, self._choose, self._window)

    @Slot(object)
    def _follow(self, document: OpenDocument) -> None:
        document.counts.changed.connect(self._refresh)
        document.changed.connect(self._refresh)

    @Slot()
    def _refresh(self) -> None:
        log, current = self._goals.log, self._tabs.current
        self._meter.show_goals(
            log.on(log.today()),
            self._goals.settings.get(DAILY_GOAL),
            current.counts.total.words,
            log.goal(current.path),
        )
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.refresh()
