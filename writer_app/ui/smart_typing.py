"""Curly quotes, dashes and ellipses while one types; what was typed is one Ctrl+Z or Backspace away."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent

from writer_app.settings.schema import SMART_TYPING
from writer_app.settings.store import SettingsStore
from writer_app.text.typography import STRAIGHT, replacement
from writer_app.ui.editor import Editor
from writer_app.ui.markdown_highlighter import in_code
from writer_app.ui.surroundings import text_before

_NOTHING = (-1, -1)


class SmartTyping(QObject):
    """Replaces behind the key, as a step of undo of its own, so that undoing it leaves what was typed."""

    def __init__(self, editor: Editor, settings: SettingsStore) -> None:
        super().__init__(editor)
        self._editor = editor
        self._settings = settings
        self._replaced = _NOTHING  # the caret and the document's revision right after a replacement
        editor.typed.connect(self._on_typed)
        editor.installEventFilter(self)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if text not in STRAIGHT or not self._settings.get(SMART_TYPING):
            return
        cursor = self._editor.textCursor()
        before = text_before(cursor)
        found = None if in_code(cursor.block()) else replacement(before)
        if found is None:
            return
        cursor.beginEditBlock()
        for _ in range(found.length):
            cursor.deletePreviousChar()
        cursor.insertText(found.text)
        cursor.endEditBlock()
        self._replaced = self._state()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Backspace or event.modifiers() or self._state() != self._replaced:
            return False
        self._replaced = _NOTHING
        self._editor.undo()
        return True

    def _state(self) -> tuple[int, int]:
        return self._editor.textCursor().position(), self._editor.document().revision()
