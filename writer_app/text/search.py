"""Finding in a text: words or regular expressions, and what takes their place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import regex

from writer_app.errors import SearchError
from writer_app.i18n import tr

PATIENCE = 1.0  # seconds of the processor; some expressions would take longer than a life


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, and how."""

    words: str
    expression: bool = False
    whole_words: bool = False
    case: bool = False


@dataclass(frozen=True, slots=True)
class Replacement:
    """New words for those from `start` to `end`."""

    start: int
    end: int
    words: str


def places(query: Query, text: str) -> list[tuple[int, int]]:
    """Return where `query` is found; places of nothing, such as of `x*`, are left out."""
    try:
        found = _pattern(query).finditer(text, concurrent=True, timeout=PATIENCE)
        return [span for match in found if (span := match.span())[0] < span[1]]
    except TimeoutError as error:
        raise _too_slow() from error


def replacements(query: Query, text: str, words: str, start: int = 0) -> Iterator[Replacement]:
    r"""Yield what `words` make of each place from `start` on; in expressions, \1 is what group 1 found."""
    try:
        for match in _pattern(query).finditer(text, start, concurrent=True, timeout=PATIENCE):
            if match.start() < match.end():
                new = match.expand(words) if query.expression else words
                yield Replacement(match.start(), match.end(), new)
    except TimeoutError as error:
        raise _too_slow() from error
    except (regex.error, IndexError) as error:
        raise SearchError(
            tr("The replacement is not valid."),
            hint=tr("Write \\1 for what the first group found, and \\\\ for a backslash."),
        ) from error


def _pattern(query: Query) -> Any:
    words = query.words if query.expression else regex.escape(query.words, special_only=True)
    if query.whole_words:
        words = rf"(?<!\w)(?:{words})(?!\w)"
    flags = regex.MULTILINE | regex.UNICODE | regex.VERSION0 | (0 if query.case else regex.IGNORECASE)
    try:
        return regex.compile(words, flags)
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        what = getattr(error, "msg", "") or type(error).__name__
        raise SearchError(
            tr("The expression is not valid: {what}.", what=what),
            hint=tr("Put a backslash before ( [ * + ? where you mean the mark itself."),
        ) from error


def _too_slow() -> SearchError:
    return SearchError(
        tr("The expression takes too long."),
        hint=tr("Make it more exact: avoid a repetition within a repetition."),
    )
