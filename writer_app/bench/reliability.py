"""Calibration: do suggestions come true as often as their probabilities say?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from writer_app.bench.excerpts import Excerpt
from writer_app.bench.typist import EDITOR_COUNT, Asker, comes_true

BINS = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """A suggestion's probability, and whether the text went on with it."""

    probability: float
    true: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The suggestions whose probability lies between `low` and `high`."""

    low: float
    high: float
    suggestions: int
    said: float
    """Mean of their probabilities."""
    came_true: float
    """Share of them that the text went on with."""


def outcomes(excerpt: Excerpt, asker: Asker) -> list[Outcome]:
    """Ask at every character of the excerpt, as if nothing were ever taken, and judge all that is offered."""
    return [
        Outcome(suggestion.probability, comes_true(excerpt.text, place, suggestion.text))
        for place in range(excerpt.start, excerpt.end)
        for suggestion in asker.ask(excerpt.text[:place], EDITOR_COUNT, spaced=True)
    ]


def reliability(judged: Iterable[Outcome]) -> tuple[Bin, ...]:
    """Sort outcomes into bins of equal width; empty ones are left out."""
    members: list[list[Outcome]] = [[] for _ in range(BINS)]
    for outcome in judged:
        members[min(int(outcome.probability * BINS), BINS - 1)].append(outcome)
    return tuple(_bin(index, inside) for index, inside in enumerate(members) if inside)


def expected_calibration_error(bins: Sequence[Bin]) -> float:
    """Return the mean distance between said and come true, weighted by suggestions (Guo et al. 2017)."""
    suggestions = sum(b.suggestions for b in bins)
    if not suggestions:
        return 0.0
    return sum(b.suggestions * abs(b.said - b.came_true) for b in bins) / suggestions


def _bin(index: int, inside: Sequence[Outcome]) -> Bin:
    count = len(inside)
    said = sum(outcome.probability for outcome in inside) / count
    return Bin(index / BINS, (index + 1) / BINS, count, said, sum(outcome.true for outcome in inside) / count)
