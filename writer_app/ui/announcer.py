"""Tells screen readers of a suggestion: said once, and never part of the text that they read."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from writer_app.i18n import tr
from writer_app.settings.schema import ANNOUNCE
from writer_app.settings.store import SettingsStore
from writer_app.ui.editor import Editor
from writer_app.ui.offer import Offer


class Announcer(QObject):
    """Follows one editor."""

    def __init__(
        self,
        editor: Editor,
        settings: SettingsStore,
        tell: Callable[[QAccessibleEvent], None] = QAccessible.updateAccessibility,
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._settings = settings
        self._tell = tell
        self._said = ""
        editor.offered.connect(self._follow)

    @Slot(object)
    def _follow(self, offer: Offer | None) -> None:
        ghost = offer.ghost if offer is not None else ""
        typed_along = bool(ghost) and self._said.endswith(ghost)  # what is left of words said already
        if ghost and not typed_along and self._settings.get(ANNOUNCE):
            said = tr("Suggestion: {text}", text=ghost.strip())
            self._tell(QAccessibleAnnouncementEvent(self._editor, said))
        self._said = ghost
