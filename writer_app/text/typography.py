"""What straight quotes, hyphens and full stops become as one types, where that is wished."""

import re
from typing import NamedTuple

from writer_app.text.scripts import is_full_width

STRAIGHT = frozenset("\"'-.")
_OPENING = frozenset("([{<\u2018\u201c\u2013\u2014-/>")
"""Marks after which a quotation begins."""

_TAG_BEGUN = re.compile(r"<[A-Za-z/!][^<>]*$")
_INDENTED_CODE = re.compile(r"(?: {4}|\t)")


class Replacement(NamedTuple):
    """The last `length` characters before the caret become `text`."""

    length: int
    text: str


def replacement(before: str) -> Replacement | None:
    """Return what becomes of the end of `before`: a paragraph up to what was just typed."""
    rest, typed = before[:-1], before[-1:]
    if typed not in STRAIGHT or _is_code(rest):
        return None
    if is_full_width(before.rstrip("\"'-.")[-1:] or " "):  # Chinese has its own marks, typed by its own keys
        return None
    match typed:
        case '"':
            return Replacement(1, "\u201c" if _begins(rest) else "\u201d")
        case "'":
            return Replacement(1, "\u2018" if _begins(rest) else "\u2019")
        case "-":
            return _dash(rest)
        case _:
            dots = len(before) - len(before.rstrip("."))
            return Replacement(3, "\u2026") if dots == 3 else None


def _begins(rest: str) -> bool:
    return not rest or rest[-1].isspace() or rest[-1] in _OPENING


def _dash(rest: str) -> Replacement | None:
    if not rest.strip("-\u2013"):  # a line of hyphens is a rule, or a list begins
        return None
    if rest.endswith("\u2013"):
        return Replacement(2, "\u2014")
    if rest.endswith("-") and not rest.endswith("--"):
        return Replacement(2, "\u2013")
    return None


def _is_code(rest: str) -> bool:
    return rest.count("`") % 2 == 1 or bool(_TAG_BEGUN.search(rest) or _INDENTED_CODE.match(rest))
