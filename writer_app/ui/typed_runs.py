"""Steps of undo as people expect them: up to a sentence's end, a pause, or a move of the caret."""

import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from writer_app.ui.surroundings import text_before

_PAUSE = 3.0  # seconds after which a new thought begins
_SENTENCE_ENDS = (". ", "! ", "? ", "… ", "。", "！", "？")
_LONGEST_END = max(map(len, _SENTENCE_ENDS))
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_NOWHERE = (-1, -1)


class TypedRuns:
    """Joins each key to the step before it, or begins a new one.

    Qt by itself makes one step of all that is typed without moving the caret, which may be an hour's work.
    """

    def __init__(self, editor: QPlainTextEdit) -> None:
        self._editor = editor
        self._end = _NOWHERE  # where the run ends, and the revision that the document then has
        self._until = 0.0

    def type(self, text: str) -> None:
        """Put what a key types in the place of the selection, as part of its step.

        Not by Qt's own handling of keys: within a step it would look for the caret in lines that are laid out
        no longer, and crash where several paragraphs were selected.
        """
        cursor = self._editor.textCursor()
        if self._goes_on():
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self._editor.setTextCursor(cursor)  # which shows the caret, whatever its blinking is at
        self._end, self._until = self._here(), time.monotonic() + _PAUSE

    def _goes_on(self) -> bool:
        if (
            self._here() != self._end
            or time.monotonic() > self._until
            or self._editor.textCursor().hasSelection()
        ):
            return False
        cursor = self._editor.textCursor()
        return not text_before(cursor, _LONGEST_END).endswith(_SENTENCE_ENDS)

    def _here(self) -> tuple[int, int]:
        return self._editor.textCursor().position(), self._editor.document().revision()


def types(event: QKeyEvent) -> bool:
    """Whether the key puts a character into the text, rather than commands something."""
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & _COMMANDS
