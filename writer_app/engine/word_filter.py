"""What is not suggested: what already stands after the caret, and unwanted words."""

from collections.abc import Collection

from writer_app.text.boundaries import joins, whole_word, word_before


def without_what_follows(text: str, after: str) -> str:
    """Return `text` without an ending with which `after` begins; empty where all of it stands there."""
    follows = after[: len(text) + 1]
    for length in range(min(len(text), len(follows)), 0, -1):
        begins_word = length == len(text) or not (joins(text[-length - 1]) and joins(text[-length]))
        if begins_word and text.endswith(follows[:length]):
            return text[:-length].rstrip() if length < len(text) else ""
    return text


def stands_inside_word(before: str, after: str) -> bool:
    """Whether the caret parts a word written in letters."""
    return bool(word_before(before[-64:])) and joins(after[:1] or " ")


def is_unwanted(before: str, text: str, unwanted: Collection[str]) -> bool:
    """Whether `text` would finish or hold a word of `unwanted`, which are lower-case."""
    if not unwanted:
        return False
    first = whole_word(before[-64:], text).lower()
    return first in unwanted or any(word in unwanted for word in text.lower().split())
