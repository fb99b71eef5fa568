"""Words and characters for the status line."""

import re
from dataclasses import dataclass

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_HAN}]|[^\W{_HAN}]+(?:['\u2019\-][^\W{_HAN}]+)*")


@dataclass(frozen=True, slots=True)
class Counts:
    """Each Chinese character counts as a word; line ends do not count as characters."""

    words: int
    characters: int


def count(text: str) -> Counts:
    """Count the words and characters of `text`."""
    words = sum(1 for _ in _WORD.finditer(text))
    return Counts(words, len(text) - text.count("\n") - text.count("\r"))
