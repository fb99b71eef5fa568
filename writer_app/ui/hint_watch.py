"""Watches what becomes of each suggestion of one page: whether it was what the person wanted."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from writer_app.engine.ghost import first_word
from writer_app.engine.rhythm import SEEN
from writer_app.personal.hints import REACH, Hint
from writer_app.text.boundaries import joins
from writer_app.ui.editor import Editor
from writer_app.ui.offer import Offer
from writer_app.ui.surroundings import text_between


@dataclass(frozen=True, slots=True)
class _Shown:
    """A suggestion whose fate is open."""

    place: int
    length: int
    """Of the document."""
    before: str
    text: str
    probability: float
    since: float
    listed: bool
    """Was it asked for? Then passing it over says nothing."""


class HintWatch(QObject):
    """Tells how much of each suggestion was taken or typed; of none only where there was time to read it."""

    hinted = Signal(object)  # Hint

    def __init__(self, editor: Editor, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(editor)
        self._editor = editor
        self._clock = clock
        self._showing = self._composing = False
        self._open: _Shown | None = None
        editor.offered.connect(self._on_offered)
        editor.accepted.connect(self._on_accepted)
        editor.dismissed.connect(self._on_dismissed)
        editor.composed.connect(self._on_composed)
        editor.document().contentsChange.connect(self._on_contents_change)
        editor.cursorPositionChanged.connect(self._on_caret)

    @Slot(object)
    def _on_offered(self, offer: Offer | None) -> None:
        """Begin to watch; the rest of a suggestion that is typed along is no new one.

        One that was passed over and replaced by another is still watched: it may be typed all the same.
        One that goes away before anything is typed, as when another window comes to the front, says nothing.
        """
        if offer is None and self._typed() == "" and not self._composing:
            self._open = None
        caret = self._editor.textCursor().position()
        turned = self._open is not None and self._open.place == caret
        if offer is not None and (turned or not self._showing):
            document = self._editor.document()
            self._open = _Shown(
                caret,
                document.characterCount(),
                text_between(document, max(0, caret - REACH), caret),
                offer.ghost,
                offer.probability,
                self._clock(),
                self._editor.alternatives.wanted,
            )
        self._showing = offer is not None

    @Slot()
    def _on_accepted(self) -> None:
        if self._open is not None and self._typed() == self._open.text:
            self._settle(1.0)

    @Slot()
    def _on_dismissed(self) -> None:
        self._settle(0.0)

    @Slot()
    def _on_composed(self) -> None:
        self._composing = True

    @Slot()
    def _on_contents_change(self) -> None:
        self._composing = False
        if self._open is None:
            return
        typed = self._typed()
        wanted = share_wanted(self._open.text, typed) if typed is not None else 0.0
        if typed is None or (wanted == 0 and self._clock() - self._open.since < SEEN):
            self._open = None
        elif wanted is not None:
            self._settle(wanted)

    @Slot()
    def _on_caret(self) -> None:
        if self._open is not None and self._typed() is None:
            self._open = None

    def _typed(self) -> str | None:
        """Return what was typed since at the suggestion's place; None if anything else has changed."""
        document, caret = self._editor.document(), self._editor.textCursor().position()
        shown = self._open
        if shown is None or not document.characterCount() - shown.length == caret - shown.place >= 0:
            return None
        return text_between(document, shown.place, caret)

    def _settle(self, wanted: float) -> None:
        shown, self._open = self._open, None
        if shown is not None and (wanted or not shown.listed):
            self.hinted.emit(Hint(shown.before, shown.text, shown.probability, wanted))


def share_wanted(suggestion: str, typed: str) -> float | None:
    """Return the share of `suggestion` whose words `typed` goes on with, None while that is open."""
    place = 0
    while place < len(suggestion):
        word = first_word(suggestion[place:])
        rest = typed[place:]
        if not rest.startswith(word):
            return None if word.startswith(rest) else place / len(suggestion)
        following = rest[len(word) : len(word) + 1]
        if joins(word[-1]) and (not following or joins(following)):
            return place / len(suggestion) if following else None
        place += len(word)
    return 1.0
