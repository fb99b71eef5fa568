"""Where words and sentences begin and end, in English and Chinese."""

import re
import unicodedata

from writer_app.text.scripts import is_full_width, is_han

APOSTROPHES = "'\u2019"
_SENTENCE_END = re.compile(r"[.!?]+[\"'\u2019\u201d)\]]*(?=\s|$)|[。！？…]+[」』”’）]*|\n")


def joins(character: str) -> bool:
    """Whether `character` stands inside a word written in letters: letters, digits, marks, apostrophes."""
    if character in APOSTROPHES or character == "_":
        return True
    return unicodedata.category(character)[0] in "LMN" and not is_full_width(character)


def has_word(text: str) -> bool:
    """Whether `text` holds a letter or digit, of whichever script."""
    return any(character.isalnum() for character in text)


def first_word_end(text: str) -> int:
    """Return where the first word of `text` ends, with what leads up to it and the marks that follow it.

    A Chinese word cannot be told without a dictionary, so up to two characters count as one.
    """
    start = next((i for i, character in enumerate(text) if character.isalnum()), len(text))
    if start == len(text):
        return len(text)
    if is_han(text[start]):
        return start + (2 if is_han(text[start + 1 : start + 2] or " ") else 1)
    end = start
    while end < len(text) and not text[end].isspace() and not is_full_width(text[end]):
        end += 1
    return end


def word_before(text: str) -> str:
    """Return the part of a word at the end of `text`, empty where none has begun."""
    start = len(text)
    while start and joins(text[start - 1]):
        start -= 1
    return text[start:]


def whole_word(before: str, continuation: str) -> str:
    """Return the first word of `continuation`, with the letters of it that stand at the end of `before`."""
    begun = word_before(before) if joins(continuation[:1] or " ") else ""
    start = 0 if begun else next((i for i, c in enumerate(continuation) if c.isalnum()), 0)
    end = start
    han = is_han(continuation[start : start + 1] or " ")
    while end < len(continuation) and (is_han if han else joins)(continuation[end]):
        end += 1
    return begun + continuation[start:end]


def sentences(text: str) -> list[str]:
    """Split `text` into sentences; joined they are `text` again."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    starts = [0, *ends]
    return [part for part in map(lambda a, b: text[a:b], starts, [*ends, len(text)]) if part]
