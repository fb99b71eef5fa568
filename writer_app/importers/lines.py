"""Lines to paragraphs: undoing the line breaks that were made only because a line was full."""

import re
from collections.abc import Sequence
from itertools import pairwise

from writer_app.text.scripts import is_full_width

BULLET = re.compile(r"\A[•‣◦▪●]\s*")
SOFT_HYPHEN = "\u00ad"
_FIRST_FULL_WIDTH = "\u2e80"
_CHINESE_INDENT = "\u3000"
_PAGE_WIDTHS = range(50, 101)  # columns; other lines were not broken by a typist or an e-mail program
_FEWEST_BREAKS = 3
_WRAPPED_SHARE = 0.7  # of the breaks inside paragraphs
_LIST_ITEM = re.compile(r"\s*(?:[-*•·–—>#|]|\(?\d{1,3}[.)、]|\(?[a-z]\))\s")
# Only after these does a dash at a line's start begin an item; else it goes on with the sentence.
_SENTENCE_END = re.compile(r"[.!?:;…。！？：；][\"')\]”’」』）]*$")
_PARTED_WORD = re.compile(f"\\w-$|{SOFT_HYPHEN}$")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a plain text, whether its lines are paragraphs or were wrapped."""
    lines = [line.rstrip() for line in text.splitlines()]
    width = _page_width(lines)
    if width in _PAGE_WIDTHS:
        breaks = [is_soft(a, b, width) for a, b in pairwise(lines) if a and b and not _begins(b, after=a)]
        if sum(breaks) >= max(_FEWEST_BREAKS, _WRAPPED_SHARE * len(breaks)):
            return unwrap(lines, width)
    return [line.strip() for line in lines if line.strip()]


def unwrap(lines: Sequence[str], width: float) -> list[str]:
    """Join the lines that were broken at `width` columns; empty lines part paragraphs."""
    joined: list[list[str]] = []
    previous = ""
    for line in lines:
        if previous and line and is_soft(previous, line, width):
            joined[-1] += [joint(previous.rstrip(), line.lstrip()), line.strip()]
        elif line:
            joined.append([line.strip()])
        previous = line
    return ["".join(parts) for parts in joined]


def is_soft(line: str, following: str, width: float) -> bool:
    """Was the break between two lines made because the next word did not fit?"""
    if _begins(following, after=line):
        return False
    return columns(line) + columns(joint(line, following)) + columns(_first_word(following)) > width


def _begins(line: str, *, after: str) -> bool:
    """Return whether a line begins a paragraph or an item, however full the one before it is."""
    if line.startswith(_CHINESE_INDENT) or _indent(line) > _indent(after):
        return True
    return bool(_LIST_ITEM.match(line) and _SENTENCE_END.search(after))


def joint(before: str, after: str) -> str:
    """Return what parts two pieces of a line once the break between them is gone."""
    if not before or not after:
        return ""
    if is_full_width(before[-1]) and is_full_width(after[0]):
        return ""
    return "" if _PARTED_WORD.search(before[-2:]) and after[0].isalpha() else " "


def columns(text: str) -> int:
    """Return the width of `text` in a font of fixed width."""
    if max(text, default="") < _FIRST_FULL_WIDTH:
        return len(text)
    return len(text) + sum(map(is_full_width, text))


def _page_width(lines: Sequence[str]) -> int:
    """Return the width of the widest line; an address on the Web cannot be wrapped, so it does not count."""
    widest = 0
    for line in lines:
        if "://" not in line and len(line) > widest // 2:
            widest = max(widest, columns(line))
            if widest >= _PAGE_WIDTHS.stop:
                break
    return widest


def _first_word(line: str) -> str:
    word = (line.split(maxsplit=1) or [""])[0]
    return word[0] if word and is_full_width(word[0]) else word


def _indent(line: str) -> int:
    return columns(line[: len(line) - len(line.lstrip())])
