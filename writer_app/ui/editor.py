"""The text widget: keys, caret, and the suggestion shown at it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from writer_app.engine.ghost import first_word
from writer_app.engine.protocol import Answer, Reach
from writer_app.engine.rhythm import Rhythm
from writer_app.settings.schema import ADAPTIVE, CONFIDENCE_FLOOR, DELAY, REACH, SUGGESTIONS_ON
from writer_app.settings.store import SettingsStore
from writer_app.ui.alternatives import COUNT as LISTED
from writer_app.ui.alternatives import Alternatives
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.context_menu import tidy
from writer_app.ui.ghost_text import GhostText
from writer_app.ui.offer import Offer, offer_from
from writer_app.ui.page import Page
from writer_app.ui.passing_over import REPLACING_MS, PassingOver
from writer_app.ui.suggestion_keys import SuggestionAction, meant
from writer_app.ui.surroundings import text_around, text_between
from writer_app.ui.typed_runs import TypedRuns, types

_CARET_KEYS = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip

_LEVELS = {Qt.Key.Key_Tab: +1, Qt.Key.Key_Backtab: -1}

_CLOSING = frozenset(".,;:!?…)]}”»")
"""Marks before which no space stands."""

_PASSING = {  # a menu, which has an action to take the suggestion, or another window for a moment
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
}


_NO_SPACE = (-1, -1)
SHOWN = 3  # alternatives asked for, for the keys that turn to the next
_NOTHING_ASKED = 0


class Editor(Page):
    """A page to write on, with suggestions; it asks the engine and never waits for it."""

    offered = Signal(object)  # Offer | None: what is shown now
    accepted = Signal(str)
    dismissed = Signal()  # the person has sent away what is shown
    composed = Signal()  # an input method has letters that are no text yet
    typed = Signal(str)  # a key has put these characters into the text
    menu_opening = Signal(QMenu, QTextCursor)  # the context menu, and the place in the text that it is for

    def __init__(self, bridge: EngineBridge, settings: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._settings = settings
        self._ghost = GhostText(self)
        self._offer: Offer | None = None
        self._anchor = 0  # where the caret must be for an offer to hold
        self._length = self.document().characterCount()
        self.passing = PassingOver(self.document())
        self._space = _NO_SPACE
        self._runs = TypedRuns(self)
        self._asked = _NOTHING_ASKED  # the number of the request whose answer is awaited
        self.silenced = False  # whether there are suggestions on demand only
        self.begin_paragraph: Callable[[], bool] = lambda: False  # what Enter does, if it does more
        self.shift_level: Callable[[int], bool] = lambda _steps: False  # what Tab and Shift+Tab do, likewise
        self.rhythm = Rhythm()
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.ask)
        self.document().contentsChange.connect(self._on_contents_change)
        self.cursorPositionChanged.connect(self._on_caret)
        self.selectionChanged.connect(self._on_caret)
        self.alternatives = Alternatives(self)
        bridge.suggested.connect(self._on_suggested)
        self.destroyed.connect(settings.on_change(SUGGESTIONS_ON, self.withdraw))

    @property
    def offer(self) -> Offer | None:
        """What is shown at the caret."""
        return self._offer

    @property
    def _composing(self) -> bool:
        """Does an input method compose? Its letters stand in the layout, where a suggestion may stand too.

        Not all of them say when they stop: Qt takes the letters away at a click, and with another text.
        """
        return not self._ghost.inline and bool(self.textCursor().block().layout().preeditAreaText())

    def silence(self, silent: bool) -> None:
        """Stop suggesting in this document, or begin again."""
        self.silenced = silent
        if silent:
            self.withdraw()

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

    @Slot()
    def ask(self) -> None:
        """Ask for suggestions at the caret, if they are wanted there."""
        listed = self.alternatives.wanted
        wanted = listed or (self._settings.get(SUGGESTIONS_ON) and not self.silenced)
        if wanted and not self._composing and not self.textCursor().hasSelection():
            around, reach = text_around(self.document(), self._anchor), Reach(self._settings.get(REACH))
            if listed:
                self._asked = self._bridge.ask(*around, LISTED, reach)
            else:
                rejected = self.passing.rejected(self._offer, self._anchor)
                self._asked = self._bridge.ask(*around, SHOWN, reach, rejected)

    @Slot()
    def withdraw(self) -> None:
        """Show no suggestion and no list, and hear no answer to what was asked before."""
        self.alternatives.dismiss()
        self._part()

    @Slot()
    def dismiss(self) -> None:
        """Send away what is shown, for as long as its word is being typed."""
        self.dismissed.emit()
        if self._offer is not None:
            self.passing.pass_over(self._offer, self._anchor)
        self.withdraw()

    def _part(self) -> None:
        self._pause.stop()
        self._asked = _NOTHING_ASKED
        self._show(None)

    @Slot()
    def accept(self) -> None:
        """Take all that is shown."""
        if self._offer is not None:
            self.alternatives.dismiss()
            self._take(self._offer.ghost)

    @Slot()
    def accept_word(self) -> None:
        """Take the first word shown; the rest stays."""
        if self._offer is not None:
            self._take(first_word(self._offer.ghost))

    def turn(self, steps: int) -> None:
        """Show another alternative."""
        if self._offer is not None:
            self._show(self._offer.turned(steps))

    def _take(self, text: str) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()  # one step of undo
        cursor.insertText(text)
        cursor.endEditBlock()
        if text[-1:] == " ":
            self._space = (cursor.position(), self.document().revision())
        self.ensureCursorVisible()
        self.accepted.emit(text)
        self._pause.stop()
        if self._offer is None:
            self.ask()
        else:
            self._offer = replace(self._offer, typed_along=0)

    def _show(self, offer: Offer | None) -> None:
        if offer is None and self._offer is None:
            return
        self._offer = offer
        self.passing.show(offer)
        if offer is None:
            self._ghost.hide()
        else:
            self._ghost.show(offer.ghost)
        self.offered.emit(offer)

    @Slot(object)
    def _on_suggested(self, answer: Answer) -> None:
        if answer.number == self._asked:  # one engine answers every page of the window
            self._asked = _NOTHING_ASKED
            floor = 0.0 if self.alternatives.wanted else self._settings.get(CONFIDENCE_FLOOR)
            offer = offer_from(answer.suggestions, floor)
            if offer is not None or not self.passing.has_passed(self._offer):
                self._show(offer)  # what was passed over stays until there is something better
            if self._offer is None:
                self.alternatives.show_nothing()

    @Slot()
    def _on_contents_change(self) -> None:
        """Go along with the suggestion, or part from it and ask again after a pause.

        This comes before the document is laid out again, so the letter typed and the rest of the suggestion
        appear in the same picture: nothing flickers. What changed is found by comparing, because Qt reports
        more than that when an input method or the first edit of a document is behind it.
        """
        document, caret = self.document(), self.textCursor().position()
        grown, self._length = document.characterCount() - self._length, document.characterCount()
        typed = caret - self._anchor
        if self._offer is not None and grown == typed > 0:
            rest = self._offer.typed(text_between(document, self._anchor, caret))
            if rest is not None:
                self._anchor = caret
                self._show(rest)
                if self._asked or self.passing.has_passed(rest):
                    self._asked = _NOTHING_ASKED  # the answer would be one to the text before
                    self._pause.start(max(self._pause_ms(), REPLACING_MS))
                return
        self._part()
        self._anchor = caret
        if not document.isRedoAvailable():  # after Undo nobody wants a suggestion
            self._pause.start(self._pause_ms())

    def _pause_ms(self) -> int:
        if self.alternatives.wanted:
            return 0
        delay = self._settings.get(DELAY)
        return self.rhythm.pause_ms(delay) if self._settings.get(ADAPTIVE) else delay

    @Slot()
    def _on_caret(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection() or cursor.position() != self._anchor:
            self._anchor = cursor.position()
            self.passing.forget()
            self.withdraw()

    def _close_up(self, mark: str) -> bool:
        """Let `mark` take the place of the space that came with a suggestion just taken; whether it did."""
        cursor = self.textCursor()
        if mark not in _CLOSING or self._space != (cursor.position(), self.document().revision()):
            return False
        cursor.beginEditBlock()
        cursor.deletePreviousChar()
        cursor.insertText(mark)
        cursor.endEditBlock()
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            shown = self._offer is not None and meant(event, self._settings) is not None
            if shown or self.alternatives.claims(event):
                event.accept()  # it means the suggestion, whatever else it starts
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text():
            self.rhythm.key()
        if self.alternatives.key(event):
            return
        if self._offer is not None and self._on_suggestion_key(event):
            return
        if self._close_up(event.text()):
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
        revision = self.document().revision()
        with self._runs.around(event):
            super().keyPressEvent(event)
        if types(event) and self.document().revision() != revision:
            self.ensureCursorVisible()  # within a step of undo Qt could not tell where the caret would be
            self.typed.emit(event.text())

    def _on_suggestion_key(self, event: QKeyEvent) -> bool:
        """Act on a key that means something while a suggestion is shown."""
        match meant(event, self._settings):
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
        if not self._composing and _is_empty(event):
            return  # some input methods send one after every key; Qt would clear the suggestion's place
        if event.preeditString():
            self.composed.emit()
            self.withdraw()
        super().inputMethodEvent(event)
        if self._offer is not None:  # the event has taken its place in the layout
            self._ghost.show(self._offer.ghost)

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
            if self._composing:
                QGuiApplication.inputMethod().commit()
            if self._composing:  # the input method has gone without a word
                super().inputMethodEvent(QInputMethodEvent())
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._ghost.paint()


def _is_empty(event: QInputMethodEvent) -> bool:
    texts = event.preeditString() or event.commitString()
    return not (texts or event.replacementLength() or event.attributes())
