"""Words and characters for the status line."""

import re
from typing import NamedTuple

# Chinese ideographs and Japanese kana count one by one; "don't" and "long-lived" are one word each.
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+(?:['’‑-][^\W_{_IDEOGRAPH}]+)*")


class Counts(NamedTuple):
    """How much text there is; a line end is not a character."""

    words: int
    characters: int


def count(text: str) -> Counts:
    """Count the words and characters of a text without line ends."""
    return Counts(sum(1 for _ in _WORD.finditer(text)), len(text))
