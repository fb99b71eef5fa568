"""What a window has around suggestions: menu, silence by document, statistics, announcements."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from writer_app.documents.path_list import PathList
from writer_app.documents.statistics import Statistics
from writer_app.i18n import tr
from writer_app.settings.schema import CONFIDENCE_FLOOR, EAGERNESS, REACH, REACHES, SUGGESTIONS_ON
from writer_app.settings.store import SettingsStore
from writer_app.ui.actions import Actions, Scope
from writer_app.ui.announcer import Announcer
from writer_app.ui.disk_thread import DiskThread
from writer_app.ui.editor import Editor
from writer_app.ui.kept_dialog import KeptDialog
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.silence import Silence
from writer_app.ui.status_line import StatusLine
from writer_app.ui.suggestion_keys import LIST, LIST_KEYS, USUAL, SuggestionAction
from writer_app.ui.tabs import Tabs
from writer_app.ui.usage import Usage

if TYPE_CHECKING:
    from writer_app.ui.dialogs.statistics import StatisticsDialog

_SILENCED = 1000  # documents remembered as silent
_EAGERNESS = {floor: title for floor, title in EAGERNESS if floor}


class Suggesting(QObject):
    """Follows the documents of one window."""

    def __init__(
        self,
        tabs: Tabs,
        settings: SettingsStore,
        state: Path,
        disk: DiskThread,
        status: StatusLine,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tabs = tabs
        self._settings = settings
        self._window = window
        self._statistics = KeptDialog(self._make_statistics, self)
        self.silence = Silence(tabs, settings, status.switch, PathList(state / "silenced.json", _SILENCED))
        self.usage = Usage(tabs, Statistics(state / "statistics.json"), disk)
        for document in tabs.documents:
            self._follow(document)
        tabs.opened.connect(self._follow)

    def finish(self) -> None:
        """Keep what is to be kept."""
        self.usage.finish()

    def show_statistics(self) -> None:
        """Show what suggestions saved."""
        self._statistics.show()

    def _make_statistics(self, _before: "StatisticsDialog | None") -> "StatisticsDialog":
        from writer_app.ui.dialogs.statistics import StatisticsDialog  # noqa: PLC0415 - rarely needed

        return StatisticsDialog(self.usage, self._window)

    def fill_menu(self, menu: QMenu, actions: Actions, teach: Callable[[], Any]) -> None:
        """Fill the menu; the editor itself acts on the keys of a suggestion that is shown."""
        actions.switch(menu, "suggestions.on", SUGGESTIONS_ON, "Ctrl+Shift+Space")
        here = actions.add(
            menu,
            "suggestions.document",
            tr("Suggest in this &document"),
            self.silence.toggle,
            "Ctrl+Alt+Space",
        )
        here.setCheckable(True)
        actions.choice(actions.menu(menu, tr("&How eager")), CONFIDENCE_FLOOR, _EAGERNESS)
        actions.choice(actions.menu(menu, tr("How &long")), REACH, REACHES)
        menu.addSeparator()
        on_page = partial(partial, self._tabs.on_page)
        actions.add(menu, LIST, tr("&List suggestions"), on_page(_open_list), LIST_KEYS)
        what = SuggestionAction
        shown = [
            actions.add(menu, name, title, on_page(act), USUAL[name], Scope.SUGGESTION)
            for name, title, act in (
                (what.ACCEPT, tr("Take &all"), Editor.accept),
                (what.ACCEPT_WORD, tr("Take a &word"), Editor.accept_word),
                (what.NEXT, tr("&Next suggestion"), partial(_turn, +1)),
                (what.PREVIOUS, tr("&Previous suggestion"), partial(_turn, -1)),
                (what.DISMISS, tr("D&ismiss"), Editor.dismiss),
            )
        ]

        def show_what_applies() -> None:
            here.setChecked(not self.silence.silent)
            here.setEnabled(self._settings.get(SUGGESTIONS_ON))
            for action in shown:
                action.setEnabled(self._tabs.current.editor.offer is not None)

        menu.aboutToShow.connect(show_what_applies)
        self.silence.changed.connect(show_what_applies)
        show_what_applies()
        menu.addSeparator()
        actions.add(menu, "suggestions.statistics", tr("What they &saved…"), self.show_statistics)
        actions.add(menu, "suggestions.teach", tr("&Teach it your style…"), teach)

    def _follow(self, document: OpenDocument) -> None:
        Announcer(document.editor, self._settings)


def _open_list(editor: Editor) -> None:
    editor.alternatives.open()


def _turn(steps: int, editor: Editor) -> None:
    editor.turn(steps)
