"""Hints: what a suggestion that was taken or passed over says of the next one in the same place.

A suggestion stands on several grounds: the word in its place, the word anywhere, the word before it, how many
letters are typed, how long it is. Each has a leaning in log-odds that moves by how much the outcome differed
from what was expected (logistic regression, one step at a time). So a sure suggestion that is refused teaches
much, an unsure one little, and one that is wanted as often as it says teaches nothing.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import exp, log

from writer_app.text.boundaries import joins, whole_word, word_before
from writer_app.text.scripts import is_full_width, is_han

RATE = 0.3  # log-odds by which a sure suggestion that is refused moves a ground of weight 1
HALF_LIFE = 30 * 86_400  # seconds after which a leaning is half of what it was
HAN_WORD = 2  # characters of Chinese, where no spaces part words
REACH = 100  # characters before the caret that tell a place
BEGINNING = "¶"  # of a paragraph, in place of the word before
_MOST_TYPED, _LONGEST = 4, 12
_SURE = 1e-6


class Kind(StrEnum):
    """What a leaning is about."""

    PLACE = "place"
    """A word after another one, a mark, two Chinese characters, or at the start of a paragraph."""
    WORD = "word"
    AFTER = "after"
    TYPED = "typed"
    """How many letters of the word are typed."""
    LENGTH = "length"


WEIGHTS = {Kind.PLACE: 1.0, Kind.WORD: 0.7, Kind.AFTER: 0.5, Kind.TYPED: 0.3, Kind.LENGTH: 0.3}


@dataclass(frozen=True, slots=True)
class Ground:
    """Something that a suggestion has in common with others."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Hint:
    """A suggestion shown after `before`, and how probable it was said to be."""

    before: str
    suggestion: str
    probability: float
    wanted: float
    """The share of it that was taken, or typed all the same; none where it was passed over."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the hints on one ground come to: its leaning, and how many there were of each sort."""

    ground: Ground
    leaning: float
    wanted: int
    unwanted: int


def grounds(before: str, suggestion: str) -> tuple[Ground, ...]:
    """Return what `suggestion` stands on after `before`, whatever of its first word is typed."""
    word = whole_word(before, suggestion)
    if not any(map(str.isalpha, word)):
        return ()
    if is_han(word[0]):
        word = word[:HAN_WORD]
    begun = word_before(before) if joins(suggestion[:1]) else ""
    after = _after(before[-REACH - len(begun) : len(before) - len(begun)])
    gap = "" if is_full_width(word[0]) else " "
    return (
        Ground(Kind.PLACE, f"{after}{gap}{word}"),
        Ground(Kind.WORD, word),
        Ground(Kind.AFTER, after),
        Ground(Kind.TYPED, str(min(len(begun), _MOST_TYPED))),
        Ground(Kind.LENGTH, str(min(len(suggestion.strip()), _LONGEST))),
    )


def _after(head: str) -> str:
    line = head.rpartition("\n")[2].rstrip()
    if not line:
        return BEGINNING
    if is_han(line[-1]):
        return line[-HAN_WORD:]
    return word_before(line).lower() or line[-1]


def leaning_after(leaning: float, kind: Kind, probability: float, wanted: float) -> float:
    """Return the leaning of a ground once so much of a suggestion so probable was wanted."""
    return leaning + RATE * WEIGHTS[kind] * (wanted - probability)


def faded(leaning: float, seconds: float) -> float:
    """Return what is left of a leaning after so long."""
    return leaning * exp(-log(2) * max(seconds, 0.0) / HALF_LIFE)


def leaned(probability: float, leaning: float) -> float:
    """Return `probability` moved by `leaning`."""
    if not leaning:
        return probability
    sure = min(max(probability, _SURE), 1 - _SURE)
    return 1 / (1 + exp(-log(sure / (1 - sure)) - leaning))
