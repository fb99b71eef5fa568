"""Typewriter scrolling: the line at the caret stays where it is, and the page moves under it."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from writer_app.settings.schema import TYPEWRITER
from writer_app.settings.store import SettingsStore
from writer_app.ui.editor import Editor

_HEIGHT = 0.45  # of the page; a little above the middle looks like the middle


class Typewriter(QObject):
    """Scrolls one page so that the caret's line keeps its height, once the text is long enough."""

    def __init__(self, editor: Editor, settings: SettingsStore) -> None:
        super().__init__(editor)
        self._editor = editor
        self._settings = settings
        editor.caret_settled.connect(self._follow)
        editor.destroyed.connect(settings.on_change(TYPEWRITER, self._on_setting))
        self._on_setting()

    @Slot()
    def _on_setting(self) -> None:
        self._editor.setCenterOnScroll(self._settings.get(TYPEWRITER))  # lets the end of the text come up
        self._follow()

    @Slot()
    def _follow(self) -> None:
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if not self._settings.get(TYPEWRITER) or by_mouse:  # what one clicks at must not move away
            return
        off = self._editor.cursorRect().center().y() - self._editor.viewport().height() * _HEIGHT
        bar = self._editor.verticalScrollBar()
        bar.setValue(bar.value() + round(off / self._editor.line_step))
