"""The text widget: keys, mouse and input methods."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from writer_app.settings.store import SettingsStore
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.context_menu import tidy
from writer_app.ui.suggesting_page import SuggestingPage
from writer_app.ui.suggestion_keys import SuggestionAction, meant
from writer_app.ui.typed_runs import TypedRuns, types

_CARET_KEYS = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip

_LEVELS = {Qt.Key.Key_Tab: +1, Qt.Key.Key_Backtab: -1}

_PASSING = {  # a menu, which has an action to take the suggestion, or another window for a moment
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
}


class Editor(SuggestingPage):
    """A page to write on: what keys, mouse and input methods mean for the text and for what is suggested."""

    composed = Signal()  # an input method has letters that are no text yet
    typed = Signal(str)  # a key has put these characters into the text
    menu_opening = Signal(QMenu, QTextCursor)  # the context menu, and the place in the text that it is for

    def __init__(self, bridge: EngineBridge, settings: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(bridge, settings, parent)
        self._runs = TypedRuns(self)
        self.begin_paragraph: Callable[[], bool] = lambda: False  # what Enter does, if it does more
        self.shift_level: Callable[[int], bool] = lambda _steps: False  # what Tab and Shift+Tab do, likewise

    def set_text(self, text: str) -> None:
        """Show another text, as just opened: nothing to undo, nothing to suggest yet."""
        self.withdraw()
        self.setPlainText(text)
        self.withdraw()
        self.document().setModified(False)

    def set_caret(self, position: int) -> None:
        """Put the caret at `position`, or at the end of a text that has become shorter, and show it."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.centerCursor()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            shown = self.offer is not None and meant(event, self._settings) is not None
            if shown or self.alternatives.claims(event):
                event.accept()  # it means the suggestion, whatever else it starts
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text():
            self.rhythm.key()
        if self.alternatives.key(event) or self._on_suggestion_key(event) or self.close_up(event.text()):
            return
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator) and self.begin_paragraph():
            return
        if event.key() in _LEVELS and self.shift_level(_LEVELS[Qt.Key(event.key())]):
            return
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.insertPlainText("\n")  # Qt's own line separator means nothing in a text file
            self.ensureCursorVisible()
            return
        if event.key() in _CARET_KEYS:
            self.withdraw()  # first, so that the caret moves through the text alone
        if types(event) and not self.isReadOnly() and not self.composing:
            self._runs.type(event.text())
            self.typed.emit(event.text())
            return
        super().keyPressEvent(event)

    def _on_suggestion_key(self, event: QKeyEvent) -> bool:
        """Act on a key that means something while a suggestion is shown; whether it did."""
        match meant(event, self._settings) if self.offer is not None else None:
            case SuggestionAction.ACCEPT:
                self.accept()
            case SuggestionAction.ACCEPT_WORD:
                self.accept_word()
            case SuggestionAction.NEXT:
                self.turn(+1)
            case SuggestionAction.PREVIOUS:
                self.turn(-1)
            case SuggestionAction.DISMISS:
                self.dismiss()
            case None:
                return False
        event.accept()
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self.composing and _is_empty(event):
            return  # some input methods send one after every key; Qt would clear the suggestion's place
        if event.preeditString():
            self.composed.emit()
            self.withdraw()
        super().inputMethodEvent(event)
        if self.offer is not None:  # the event has taken its place in the layout
            self._ghost.show(self.offer.ghost)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Withdrawing may move the text under the pointer; the click means the place that the person saw.
        if self._ghost.inline:
            aimed_at = self.cursorForPosition(event.position().toPoint())
            seen = self.cursorRect(aimed_at).center()
            self.withdraw()
            moved = QPointF(self.cursorRect(aimed_at).center() - seen)
            event = QMouseEvent(
                event.type(),
                event.position() + moved,
                event.globalPosition(),
                event.button(),
                event.buttons(),
                event.modifiers(),
            )
        self.withdraw()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.withdraw()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = self.createStandardContextMenu(event.pos())
        tidy(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opening.emit(menu, self.textCursor() if by_key else self.cursorForPosition(event.pos()))
        below_caret = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        menu.popup(below_caret if by_key else event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.withdraw()
        super().dragEnterEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _PASSING:
            self.withdraw()
            if self.composing:
                QGuiApplication.inputMethod().commit()
            if self.composing:  # the input method has gone without a word
                super().inputMethodEvent(QInputMethodEvent())
        super().focusOutEvent(event)


def _is_empty(event: QInputMethodEvent) -> bool:
    texts = event.preeditString() or event.commitString()
    return not (texts or event.replacementLength() or event.attributes())
