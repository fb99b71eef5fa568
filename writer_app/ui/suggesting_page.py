"""A page that asks for suggestions at its caret and shows one of them."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from writer_app.engine.ghost import first_word
from writer_app.engine.protocol import Answer, Reach
from writer_app.engine.rhythm import Rhythm
from writer_app.settings.schema import ADAPTIVE, CONFIDENCE_FLOOR, DELAY, REACH, SUGGESTIONS_ON
from writer_app.settings.store import SettingsStore
from writer_app.ui.alternatives import COUNT as LISTED
from writer_app.ui.alternatives import Alternatives
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.ghost_text import GhostText
from writer_app.ui.offer import Offer, offer_from
from writer_app.ui.page import Page
from writer_app.ui.passing_over import REPLACING_MS, PassingOver
from writer_app.ui.surroundings import text_around, text_between

SHOWN = 3  # alternatives asked for, for the keys that turn to the next
_CLOSING = frozenset(".,;:!?…)]}”»")
"""Marks before which no space stands."""
_NO_SPACE = (-1, -1)
_NOTHING_ASKED = 0


class SuggestingPage(Page):
    """Asks the engine and never waits for it; what it shows can be taken, turned and sent away."""

    offered = Signal(object)  # Offer | None: what is shown now
    accepted = Signal(str)
    dismissed = Signal()  # the person has sent away what is shown

    def __init__(self, bridge: EngineBridge, settings: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._settings = settings
        self._ghost = GhostText(self)
        self._offer: Offer | None = None
        self._anchor = 0  # where the caret must be for an offer to hold
        self._length = self.document().characterCount()
        self._space = _NO_SPACE  # where one came with what was taken, and the document's revision then
        self._asked = _NOTHING_ASKED  # the number of the request whose answer is awaited
        self.silenced = False  # whether there are suggestions on demand only
        self.passing = PassingOver(self.document())
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
    def composing(self) -> bool:
        """Does an input method compose? Its letters stand in the layout, where a suggestion may stand too.

        Not all of them say when they stop: Qt takes the letters away at a click, and with another text.
        """
        return not self._ghost.inline and bool(self.textCursor().block().layout().preeditAreaText())

    def silence(self, silent: bool) -> None:
        """Stop suggesting in this document, or begin again."""
        self.silenced = silent
        if silent:
            self.withdraw()

    @Slot()
    def ask(self) -> None:
        """Ask for suggestions at the caret, if they are wanted there."""
        listed = self.alternatives.wanted
        wanted = listed or (self._settings.get(SUGGESTIONS_ON) and not self.silenced)
        if wanted and not self.composing and not self.textCursor().hasSelection():
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

    def close_up(self, mark: str) -> bool:
        """Let `mark` take the place of the space that came with a suggestion just taken; whether it did."""
        cursor = self.textCursor()
        if mark not in _CLOSING or self._space != (cursor.position(), self.document().revision()):
            return False
        cursor.beginEditBlock()
        cursor.deletePreviousChar()
        cursor.insertText(mark)
        cursor.endEditBlock()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._ghost.paint()
