"""Which tokens make a word."""

from collections.abc import Sequence
from itertools import pairwise

from writer_app.text.boundaries import joins


def words_of(tokens: Sequence[str]) -> list[range]:
    """Return the tokens of each word; a mark is a word of its own, a space belongs to the word behind it."""
    starts = [i for i in range(len(tokens)) if not i or _begins(tokens[i - 1], tokens[i])]
    return [range(a, b) for a, b in pairwise([*starts, len(tokens)])]


def _begins(previous: str, token: str) -> bool:
    goes_on = previous == " " or (previous and joins(previous[-1]))
    return not (goes_on and token and joins(token[0]))
