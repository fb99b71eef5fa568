"""How surprising each paragraph of a document is: what changed is read again, what is in sight first."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from writer_app.engine.surprise import CONTEXT, Paragraph, Span, Surprise
from writer_app.ui.analysis_bridge import AnalysisBridge
from writer_app.ui.paragraphs import Paragraphs

LONGEST = 20_000  # characters; a longer paragraph is data rather than prose
_PAUSE_MS = 250  # after a key, so that a word is read once and not once for each letter
_AT_ONCE = 32  # paragraphs of one reading, and their characters
_CHARACTERS = 12_000
_PRIOR = 3000.0  # bits: how much text it takes until a document is measured by itself
_NOTHING = Surprise()


@dataclass(slots=True)
class Known:
    """What is known of a paragraph; stale where it has changed since."""

    text: str
    surprise: Surprise
    stale: bool = False
    bits: float = field(init=False)
    usual: float = field(init=False)

    def __post_init__(self) -> None:
        self.bits = sum(span.bits for span in self.surprise.sentences)
        self.usual = sum(span.usual for span in self.surprise.sentences)


class DocumentSurprise(QObject):
    """Follows the paragraphs of one document and asks about those it does not know."""

    changed = Signal()

    def __init__(
        self, paragraphs: Paragraphs, bridge: AnalysisBridge, in_sight: Callable[[], range], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.paragraphs = paragraphs
        self._bridge = bridge
        self._in_sight = in_sight
        self.known: list[Known | None] = [None] * len(paragraphs.lines)
        self._low, self._high = 0, len(self.known)  # all that is unknown or stale lies between
        self._bits = self._usual = 0.0
        self._reading = -1
        self._asked: list[int] = []  # the numbers of the paragraphs asked about; -1 where one has changed
        self._active = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        paragraphs.replaced.connect(self._on_replaced)
        bridge.surprised.connect(self._on_surprised)
        bridge.finished.connect(self._on_finished)

    @property
    def complete(self) -> bool:
        """Is everything known?"""
        return self._low >= self._high

    def resume(self) -> None:
        """Ask about what is not known; the document is in front."""
        self._active = True
        self._ask()

    def suspend(self) -> None:
        """Ask no more until resumed."""
        self._active = False
        self._pause.stop()
        self._reading = -1

    def close(self) -> None:
        """Follow the document no longer."""
        self.suspend()
        self.paragraphs.replaced.disconnect(self._on_replaced)
        self._bridge.surprised.disconnect(self._on_surprised)
        self._bridge.finished.disconnect(self._on_finished)

    def level(self, bits: float, usual: float, spread: float) -> float:
        """Return from -1, predictable, to 1, against the document's own average; `spread` in doublings."""
        if usual <= 0:
            return 0.0
        average = (self._bits + _PRIOR) / (self._usual + _PRIOR)
        doublings = math.log2(max(bits / usual / average, 2**-8))
        return max(-1.0, min(doublings / spread, 1.0))

    @Slot(int, int, int)
    def _on_replaced(self, first: int, old: int, new: int) -> None:
        """Keep what is known of the words that stayed, so that colours do not flicker while one writes."""
        gone, lines = self.known[first : first + old], self.paragraphs.lines[first : first + new]
        for known in gone:
            self._count(known, -1)
        fresh: list[Known | None] = [None] * new
        if old == new == 1 and gone[0] is not None:
            fresh = [carried_over(gone[0], lines[0])]
        for known in fresh:
            self._count(known, +1)
        self.known[first : first + old] = fresh
        self._asked = [_moved(number, first, old, new) for number in self._asked]
        behind = first + new
        if behind < len(self.known) and (following := self.known[behind]) is not None:
            following.stale = True  # it is read after the end of this one
        self._low = min(self._low, first)
        self._high = max(
            self._high + new - old if self._high > first else 0, min(behind + 1, len(self.known))
        )
        if self._active:
            self._pause.start()

    def _count(self, known: Known | None, sign: int) -> None:
        if known is not None:
            self._bits += sign * known.bits
            self._usual += sign * known.usual

    @Slot()
    def _ask(self) -> None:
        """Ask about the next few: those in sight, then the others from the top."""
        if not self._active:
            return
        self._asked = self._next()
        if self._asked:
            self._reading = self._bridge.read([self._paragraph(number) for number in self._asked])

    def _next(self) -> list[int]:
        sight = [number for number in self._in_sight() if number < len(self.known) and self._wants(number)]
        wanted, characters = sight, sum(len(self.paragraphs.lines[number]) for number in sight)
        number, first_left = self._low, None
        while number < self._high and len(wanted) < _AT_ONCE and characters < _CHARACTERS:
            if self._wants(number):
                first_left = number if first_left is None else first_left
                if number not in sight:
                    wanted.append(number)
                    characters += len(self.paragraphs.lines[number])
            number += 1
        self._low = number if first_left is None else first_left
        return wanted

    def _wants(self, number: int) -> bool:
        """Whether a paragraph must be asked about; of one without words nothing needs to be asked."""
        known, text = self.known[number], self.paragraphs.lines[number]
        if known is not None and not known.stale:
            return False
        if not text.strip() or len(text) > LONGEST:
            self._take(number, _NOTHING)
            return False
        return True

    def _paragraph(self, number: int) -> Paragraph:
        lines, before, above = self.paragraphs.lines, "", number - 1
        while above >= 0 and len(before) < CONTEXT and above > number - 5:
            before = lines[above][-CONTEXT:] + "\n" + before
            above -= 1
        return Paragraph(lines[number], before)

    def _take(self, number: int, surprise: Surprise) -> None:
        self._count(self.known[number], -1)
        self.known[number] = known = Known(self.paragraphs.lines[number], surprise)
        self._count(known, +1)

    @Slot(int, int, object)
    def _on_surprised(self, reading: int, index: int, surprise: Surprise) -> None:
        if reading == self._reading and index < len(self._asked) and self._asked[index] >= 0:
            self._take(self._asked[index], surprise)
            self.changed.emit()

    @Slot(int)
    def _on_finished(self, reading: int) -> None:
        if reading == self._reading and not self._pause.isActive():
            self._ask()


def carried_over(known: Known, text: str) -> Known:
    """Return what is known of a paragraph for its words that are still there after an edit."""
    start = _same(known.text, text)
    room = min(len(known.text), len(text)) - start
    end = min(_same(known.text[::-1], text[::-1]), room)
    by, behind = len(text) - len(known.text), len(known.text) - end

    def kept(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        before = [span for span in spans if span.end <= start]
        return (*before, *(span.moved(by) for span in spans if span.start >= behind and span.start >= start))

    return Known(text, Surprise(kept(known.surprise.words), kept(known.surprise.sentences)), stale=True)


def _same(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low


def _moved(number: int, first: int, old: int, new: int) -> int:
    if number < first:
        return number
    return -1 if number < first + old else number + new - old
