"""Where words were found in a document, in Qt's counting of places, and what takes their place there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from writer_app.text.search import Query, Replacement, places, replacements
from writer_app.ui.paragraphs import joined
from writer_app.ui.surroundings import qt_places

_MANY = 1000  # replacements; so many go faster as one piece of text


@dataclass(slots=True)
class Found:
    """The places, in order; edits of the text move them along."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.starts)

    def after(self, place: int) -> int | None:
        """Return the number of the first one that begins at `place` or later."""
        number = bisect_left(self.starts, place)
        return number if number < len(self) else None

    def before(self, place: int) -> int | None:
        """Return the number of the last one that ends at `place` or earlier."""
        number = bisect_right(self.ends, place) - 1
        return number if number >= 0 else None

    def number_of(self, start: int, end: int) -> int | None:
        """Return the number of the one that is exactly there."""
        number = self.after(start)
        there = number is not None and (self.starts[number], self.ends[number]) == (start, end)
        return number if there else None

    def between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield those that touch the text between two places."""
        number = bisect_right(self.ends, start)
        while number < len(self) and self.starts[number] < end:
            yield self.starts[number], self.ends[number]
            number += 1

    def move(self, place: int, removed: int, added: int) -> None:
        """Go along with an edit; what it touched is found no longer."""
        first, last = bisect_right(self.ends, place), bisect_left(self.starts, place + removed)
        by = added - removed
        self.starts[first:] = [start + by for start in self.starts[max(first, last) :]]
        self.ends[first:] = [end + by for end in self.ends[max(first, last) :]]


@dataclass(frozen=True, slots=True)
class Rewriting:
    """How many places get other words, and the edits that do it."""

    count: int
    edits: list[Replacement]


def find(query: Query, lines: list[str]) -> Found:
    """Return where `query` is found in the paragraphs."""
    text = joined(lines)
    spans, counted = places(query, text), qt_places(text)
    return Found([counted(start) for start, _ in spans], [counted(end) for _, end in spans])


def rewrite(query: Query, lines: list[str], words: str) -> Rewriting:
    """Return the edits that put `words` everywhere."""
    text = joined(lines)
    edits = list(replacements(query, text, words))
    count, counted = len(edits), qt_places(text)
    if count > _MANY:
        edits = [_as_one(edits, text)]
    return Rewriting(count, [Replacement(counted(e.start), counted(e.end), e.words) for e in edits])


def rewrite_one(query: Query, lines: list[str], words: str, place: int) -> Rewriting:
    """Return the edit that puts `words` at the one place that begins at `place`."""
    text = joined(lines)
    counted = qt_places(text)
    for edit in replacements(query, text, words):
        if counted(edit.start) >= place:
            fits = counted(edit.start) == place
            return Rewriting(1, [Replacement(place, counted(edit.end), edit.words)] if fits else [])
    return Rewriting(0, [])


def _as_one(edits: Iterable[Replacement], text: str) -> Replacement:
    pieces: list[str] = []
    start = end = -1
    for edit in edits:
        if start < 0:
            start = edit.start
        else:
            pieces.append(text[end : edit.start])
        pieces.append(edit.words)
        end = edit.end
    return Replacement(start, end, "".join(pieces))
