"""What is not suggested: what already stands after the caret, and unwanted words."""

from collections.abc import Collection
from itertools import takewhile

from writer_app.engine.ghost import first_word
from writer_app.text.boundaries import joins, whole_word, word_before

LONGEST_WORD = 64  # characters before the caret that a word may have begun in


def without_what_follows(text: str, after: str) -> str:
    """Return `text` without an ending with which `after` begins; empty where all of it stands there.

    "looking forward to" before " to it" is "looking forward"; words are never cut.
    """
    if after.startswith(text):
        return ""
    for start in range(1, len(text)):
        if after.startswith(text[start:]) and not (joins(text[start - 1]) and joins(text[start])):
            return text[:start].rstrip()
    return text


def stands_inside_word(before: str, continuations: Collection[str], after: str) -> bool:
    """Whether the caret parts a word: the letters on its right would go on with those on its left."""
    letters = "".join(takewhile(joins, after[:LONGEST_WORD]))
    return bool(letters and word_before(before[-LONGEST_WORD:])) and letters in continuations


def offered_word(before: str, text: str) -> str:
    """Return the first word of `text` with the marks behind it, and the letters of it that are typed."""
    bare = text.lstrip()
    begun = word_before(before[-LONGEST_WORD:]) if bare == text and joins(text[:1] or " ") else ""
    return begun + first_word(bare)


def is_unwanted(before: str, text: str, unwanted: Collection[str]) -> bool:
    """Whether `text` would finish or hold a word of `unwanted`, which are lower-case."""
    if not unwanted:
        return False
    first = whole_word(before[-LONGEST_WORD:], text).lower()
    return first in unwanted or any(word in unwanted for word in text.lower().split())
