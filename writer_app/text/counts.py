"""Words and characters for the status line."""

import re
from dataclasses import dataclass

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_HAN}]|[^\W{_HAN}]+(?:['\u2019\-][^\W{_HAN}]+)*")

# Brysbaert 2019: 238 English words a minute, silently; Chinese is read at some 250 characters.
_WORDS_A_MINUTE = 240


@dataclass(frozen=True, slots=True)
class Counts:
    """Each Chinese character counts as a word; line ends do not count as characters."""

    words: int
    characters: int


def count(text: str) -> Counts:
    """Count the words and characters of `text`."""
    words = sum(1 for _ in _WORD.finditer(text))
    return Counts(words, len(text) - text.count("\n") - text.count("\r"))


def reading_minutes(counts: Counts) -> int:
    """Return how long reading takes, in minutes; less than half a minute is 0."""
    return round(counts.words / _WORDS_A_MINUTE)
