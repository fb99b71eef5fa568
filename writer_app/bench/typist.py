"""A simulated typist: how many keystrokes a writer needs with suggestions, and what they cost in attention.

Two ways of being offered words, defined in docs/measuring.md: a list to pick from (`type_with_list`)
and ghost text after the caret (`type_with_ghost`).
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from itertools import count

from writer_app.bench.excerpts import Excerpt
from writer_app.engine.ghost import PATIENCE, first_word, is_worth_showing, typed_through
from writer_app.engine.passed_over import PassedOver
from writer_app.engine.protocol import Request, Suggester, Suggestion
from writer_app.model.measures import keystroke_savings_rate
from writer_app.personal.hints import REACH, Hint
from writer_app.text.boundaries import APOSTROPHES, joins

LONGEST_LIST = 5  # what is asked for whatever the list shows, so that one answer serves every length
EDITOR_COUNT = 3  # what the editor asks for, though only the first is shown

Hear = Callable[[Hint], object]
"""Is told what became of each suggestion that was shown, as the editor tells the memory."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one typist did; tallies add up over excerpts."""

    characters: int = 0
    keystrokes: int = 0
    shown: int = 0
    """Suggestions that the writer had to look at: list items, or ghost texts that newly appeared."""
    accepted: int = 0
    accepted_characters: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def savings(self) -> float:
        """Keystroke savings rate."""
        return keystroke_savings_rate(self.keystrokes, self.characters)

    @property
    def accepted_share(self) -> float:
        """Share of the shown that was taken, at least in part."""
        return self.accepted / self.shown if self.shown else 0.0

    @property
    def in_vain(self) -> float:
        """Suggestions shown and not taken, per 100 characters: the price of the savings."""
        return 100 * (self.shown - self.accepted) / self.characters

    @property
    def characters_per_acceptance(self) -> float:
        """Characters that one accepted suggestion brings."""
        return self.accepted_characters / self.accepted if self.accepted else 0.0


class Asker:
    """Numbers the requests to one suggester and remembers its answers.

    The typists of one excerpt pass the same places again and again, with lists of another length or
    another confidence floor; each place is asked about once.
    """

    def __init__(self, suggester: Suggester) -> None:
        self._suggester = suggester
        self._numbers = count(1)
        self._answers: dict[tuple[str, int, frozenset[str], bool], tuple[Suggestion, ...]] = {}

    def ask(
        self, before: str, wanted: int, rejected: frozenset[str] = frozenset(), *, spaced: bool = False
    ) -> tuple[Suggestion, ...]:
        """Return the suggestions after `before`."""
        key = (before, wanted, rejected, spaced)
        if key not in self._answers:
            request = Request(next(self._numbers), before, count=wanted, rejected=rejected, spaced=spaced)
            self._answers[key] = self._suggester.suggest(request).suggestions
        return self._answers[key]

    def forget(self) -> None:
        """Drop the answers of an excerpt that is done."""
        self._answers.clear()


def type_with_list(excerpt: Excerpt, asker: Asker, length: int) -> Tally:
    """Type with a list of `length` suggestions that is looked at after every character."""
    text, place = excerpt.text, excerpt.start
    passed = PassedOver()
    keystrokes = shown = accepted = accepted_characters = 0
    while place < excerpt.end:
        offered = _offered(excerpt.text, place, asker, passed)[:length]
        shown += len(offered)
        gains = [_list_gain(text, place, suggestion.text) for suggestion in offered]
        gain = max(gains, default=0)
        keystrokes += 1
        if gain:
            accepted += 1
            accepted_characters += gain
        else:
            passed.add(text, place, [suggestion.text for suggestion in offered])
        place += gain or 1
    return Tally(place - excerpt.start, keystrokes, shown, accepted, accepted_characters)


def type_with_ghost(
    excerpt: Excerpt, asker: Asker, floor: float, *, spaced: bool = True, hear: Hear | None = None
) -> Tally:
    """Type with the first suggestion shown after the caret wherever it is at least `floor` likely.

    Without `spaced` it ends with the word, as the figures published for other methods count it.
    """
    text, place = excerpt.text, excerpt.start
    passed = PassedOver()
    keystrokes = shown = accepted = accepted_characters = 0
    while place < excerpt.end:
        suggestion = _ghost(text, place, asker, floor, passed, spaced=spaced)
        if suggestion is None:
            keystrokes, place = keystrokes + 1, place + 1
            continue
        shown += 1
        ghost = suggestion.text
        strokes, taken = accept(text, place, ghost)
        if hear is not None:
            before = text[max(0, place - REACH) : place]
            hear(Hint(before, ghost, suggestion.probability, taken / len(ghost)))
        if taken:
            accepted += 1
            accepted_characters += taken
            keystrokes, place = keystrokes + strokes, place + taken
        along = _typed_along(text, place, ghost[taken:])
        keystrokes, place = keystrokes + along, place + along
        if not taken:
            passed.add(text, place - along, [ghost])
    return Tally(place - excerpt.start, keystrokes, shown, accepted, accepted_characters)


def accept(text: str, place: int, ghost: str) -> tuple[int, int]:
    """Return the keystrokes and characters of taking what is right: Tab takes all, Ctrl+Right a word."""
    if comes_true(text, place, ghost):
        return 1, len(ghost)
    strokes = taken = 0
    while taken < len(ghost):
        word = first_word(ghost[taken:])
        if not word or not comes_true(text, place + taken, word):
            break
        strokes, taken = strokes + 1, taken + len(word)
    return strokes, taken


def comes_true(text: str, place: int, suggestion: str) -> bool:
    """Whether `text` goes on at `place` with `suggestion`, and a word ends where that ends."""
    return text.startswith(suggestion, place) and _word_ends(text, place + len(suggestion))


def _word_ends(text: str, place: int) -> bool:
    if place >= len(text) or not joins(text[place - 1]) or not joins(text[place]):
        return True
    # An apostrophe goes on with a word only before a letter: don't, but 'tis said'.
    return text[place] in APOSTROPHES and not text[place + 1 : place + 2].isalnum()


def _offered(text: str, place: int, asker: Asker, passed: PassedOver) -> list[Suggestion]:
    """Ask without the words passed over; a suggester that cannot leave them out has them dropped here."""
    answers = asker.ask(text[:place], LONGEST_LIST, passed.at(text, place))
    return [suggestion for suggestion in answers if not passed.holds(text, place, suggestion.text)]


def _list_gain(text: str, place: int, suggestion: str) -> int:
    """Return the characters that selecting `suggestion` types, with the space behind; 0 where it is wrong."""
    if not suggestion or not comes_true(text, place, suggestion):
        return 0
    return len(suggestion) + text.startswith(" ", place + len(suggestion))


def _ghost(
    text: str, place: int, asker: Asker, floor: float, passed: PassedOver, *, spaced: bool
) -> Suggestion | None:
    answers = asker.ask(text[:place], EDITOR_COUNT, passed.at(text, place), spaced=True)
    first = next((s for s in answers if not passed.holds(text, place, s.text)), None)
    if first and not spaced:
        first = replace(first, text=first.text.rstrip())
    return first if first and first.text and is_worth_showing(first, floor) else None


def _typed_along(text: str, place: int, ghost: str) -> int:
    """Return how many characters are typed along before the ghost text is gone, or another may come."""
    typed = 0
    while ghost and typed < PATIENCE and place + typed < len(text):
        rest = typed_through(ghost, text[place + typed])
        typed += 1
        if rest is None or not rest.strip():  # nothing that could be seen is left
            break
        ghost = rest
    return typed
