"""Which script is this? A language pack answers where its script surrounds the caret."""

from collections.abc import Iterable
from enum import Enum


class Script(Enum):
    """A script that a language pack may write."""

    LATIN = "latin"
    HAN = "han"


LANGUAGE_SCRIPTS = {"en": Script.LATIN, "zh": Script.HAN}
_HAN_BLOCKS = ((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))
_FULL_WIDTH = ((0x3000, 0x303F), (0xFF00, 0xFFEF))


def is_han(character: str) -> bool:
    """Whether `character` is a Chinese one."""
    code = ord(character)
    return code >= 0x20000 or any(first <= code <= last for first, last in _HAN_BLOCKS)


def is_full_width(character: str) -> bool:
    """Whether `character` is Chinese or one of its full-width marks: no space stands beside it."""
    code = ord(character)
    return is_han(character) or any(first <= code <= last for first, last in _FULL_WIDTH)


def script_of(characters: Iterable[str]) -> Script | None:
    """Return the script of most letters, where a Chinese character weighs as much as a short word."""
    han = latin = 0
    for character in characters:
        if is_full_width(character):
            han += 1
        elif character.isalpha():
            latin += 1
    if not han and not latin:
        return None
    return Script.HAN if han * _LETTERS_PER_HAN >= latin else Script.LATIN


_LETTERS_PER_HAN = 3
