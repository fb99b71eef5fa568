"""Plain data between the editor and a source of suggestions."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Reach(StrEnum):
    """How far a suggestion may go."""

    WORD = "word"
    PHRASE = "phrase"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Request:
    """What might stand between `before` and `after`? Numbers grow; the answer carries its request's."""

    number: int
    before: str
    after: str = ""
    count: int = 3
    rejected: frozenset[str] = frozenset()
    """Words already passed over at this place, with the letters of them that are typed; not offered again."""
    spaced: bool = False
    """Whether suggestions end with the space likely to follow: ghost text brings its own, a list adds one."""
    reach: Reach = Reach.SURE


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A continuation of the text before the caret, and how likely the text goes on with it."""

    text: str
    probability: float
    word_probability: float | None = None
    """Of its first word alone, where that is known apart."""

    @property
    def chance_of_first_word(self) -> float:
        """How likely its first word is; at least as likely as all of it."""
        return self.probability if self.word_probability is None else self.word_probability


@dataclass(frozen=True, slots=True)
class Answer:
    """The suggestions for one request, best first; none is a valid answer."""

    number: int
    suggestions: tuple[Suggestion, ...] = ()
    milliseconds: float = 0.0


class Suggester(Protocol):
    """A source of continuations; only the engine thread calls it."""

    def suggest(self, request: Request) -> Answer:
        """Answer one request."""
        ...
