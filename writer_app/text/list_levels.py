"""Items within items of a list: how far each is indented, and how it is numbered there."""

import re
from collections.abc import Iterator, Sequence

from writer_app.text.markdown_marks import ITEM, QUOTE

_NUMBER = re.compile(r"\d+")
_MARK = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]*")
_TABULATOR = 4


def is_item(line: str) -> bool:
    """Return whether a line begins an item, in a quotation or not."""
    return bool(ITEM.match(line, _quote_end(line)))


def shifted(line: str, above: Sequence[str], steps: int) -> str:
    """Indent an item to the words of the item above it, or back to that one's own place; number it anew.

    An item that has none above to belong to stays, and so does a line that is no item.
    """
    if not is_item(line):
        return line
    place, items = _indent(line), list(_items(above, _quotes(line)))
    wanted = _deeper(place, items) if steps > 0 else _shallower(place, items)
    if wanted is None or wanted == place:
        return line
    end = _quote_end(line)
    rest = line[end:].lstrip()
    if rest[:1].isdigit():
        rest = _NUMBER.sub(str(_next_number(wanted, items)), rest, count=1)
    return line[:end] + " " * wanted + rest


def _deeper(place: int, items: Sequence[str]) -> int | None:
    """Return where the words of the item begin that this one may become part of."""
    for line in items:
        if _indent(line) <= place:
            return _indent(line) + _mark_width(line)
    return None


def _shallower(place: int, items: Sequence[str]) -> int:
    """Return where the item stands that this one is part of."""
    return next((_indent(line) for line in items if _indent(line) < place), 0)


def _next_number(place: int, items: Sequence[str]) -> int:
    """Return the number that follows the item before in the same list."""
    for line in items:
        if _indent(line) < place:
            break
        found = _NUMBER.match(line[_quote_end(line) :].lstrip())
        if _indent(line) == place:
            return int(found[0]) + 1 if found else 1
    return 1


def _items(above: Sequence[str], quotes: int) -> Iterator[str]:
    """Yield the items of the list in a quotation that deep, from the nearest on upwards."""
    for number in range(len(above) - 1, -1, -1):
        line = above[number]
        words = line[_quote_end(line) :]
        if _quotes(line) != quotes:
            return
        if is_item(line):
            yield line
        elif words.strip() and words[0] not in " \t" and not (number and above[number - 1].strip()):
            return  # words that belong to no item end the list


def _indent(line: str) -> int:
    words = line[_quote_end(line) :].expandtabs(_TABULATOR)
    return len(words) - len(words.lstrip())


def _mark_width(line: str) -> int:
    found = _MARK.match(line[_quote_end(line) :].lstrip())
    return len(found[0].rstrip()) + 1 if found else 0


def _quote_end(line: str) -> int:
    quote = QUOTE.match(line)
    return quote.end() if quote else 0


def _quotes(line: str) -> int:
    return line[: _quote_end(line)].count(">")
