"""Edits of Markdown on plain strings: marks around words, headings, lists and quotes."""

import re
from dataclasses import dataclass

from writer_app.text.boundaries import joins
from writer_app.text.markdown_marks import HEADING, ITEM, LINK, QUOTE

_NUMBER = re.compile(r"\d+")
_TICKED = re.compile(r"\[[xX]\]")


@dataclass(frozen=True, slots=True)
class Edit:
    """What takes the place of `start` to `end`, and what of the line is selected afterwards."""

    start: int
    end: int
    text: str
    selected: tuple[int, int]


def toggled(line: str, start: int, end: int, mark: str) -> Edit:
    """Put `mark` around the selection, or the word at the caret; take it away where it is."""
    caret = start if start == end else None
    start, end = _word(line, start) if caret is not None else _without_spaces(line, start, end)
    size = len(mark)
    if _stands(line, start - size, mark) and _stands(line, end, mark):  # around the selection
        inside = line[start:end]
        moved = (start - size, end - size) if caret is None else (caret - size, caret - size)
        return Edit(start - size, end + size, inside, moved)
    inside = line[start:end]
    if len(inside) >= 2 * size and _stands(line, start, mark) and _stands(line, end - size, mark):
        return Edit(start, end, inside[size:-size], (start, end - 2 * size))
    if caret is not None:
        return Edit(start, end, f"{mark}{inside}{mark}", (caret + size, caret + size))
    return Edit(start, end, f"{mark}{inside}{mark}", (start + size, end + size))


def linked(line: str, start: int, end: int) -> Edit:
    """Make a link of the selection, or of the word at the caret, and select where its address goes.

    In a link that is there already, its address is selected, to be written anew.
    """
    for there in LINK.finditer(line):
        if there.start() <= start and end <= there.end():
            address, place = there[2][1:-1].split(" ")[0], there.start(2) + 1
            return Edit(start, start, "", (place, place + len(address)))
    start, end = _word(line, start) if start == end else _without_spaces(line, start, end)
    words = line[start:end]
    if re.match(r"[a-z][a-z0-9+.-]+://\S+$", words):
        return Edit(start, end, f"[]({words})", (start + 1, start + 1))
    place = end + 3 if words else start + 1
    return Edit(start, end, f"[{words}]()", (place, place))


def with_heading(line: str, level: int) -> str:
    """Make a line a heading of `level`; one that is that already becomes a paragraph again."""
    found = HEADING.match(line)
    if found is None:
        return f"{'#' * level} {line.lstrip()}"
    rest = line[found.end() :]
    return rest if len(found[1]) == level else f"{'#' * level} {rest}"


def with_items(lines: list[str], *, numbered: bool) -> list[str]:
    """Make the lines a list, or paragraphs again if all of them are items of such a list."""
    written = [line for line in lines if line.strip()] or lines
    if all(_is_item(line, numbered=numbered) for line in written):
        return [line[found.end() :] if (found := ITEM.match(line)) else line for line in lines]
    made, number = [], 0
    for line in lines:
        if not line.strip() and len(lines) > 1:
            made.append(line)
            continue
        number += 1
        found = ITEM.match(line)
        made.append((f"{number}. " if numbered else "- ") + (line[found.end() :] if found else line.lstrip()))
    return made


def with_quotes(lines: list[str]) -> list[str]:
    """Make the lines a quotation, or take one level of quotation away if all of them are one."""
    if all(line.lstrip().startswith(">") for line in lines):
        return [re.sub(r"^ {0,3}> ?", "", line) for line in lines]
    return [f"> {line}" if line else ">" for line in lines]


def prefix_of(line: str) -> str:
    """Return the marks of quotation and list with which a line begins."""
    quote = QUOTE.match(line)
    start = quote.end() if quote else 0
    item = ITEM.match(line, start)
    return line[: item.end() if item else start]


def next_prefix(prefix: str) -> str:
    """Return the marks of the item or line of a quotation that comes after one with these."""
    counted = _NUMBER.sub(lambda number: str(int(number[0]) + 1), prefix, count=1)
    return _TICKED.sub("[ ]", counted)


def _is_item(line: str, *, numbered: bool) -> bool:
    return bool(ITEM.match(line)) and line.lstrip()[:1].isdigit() is numbered


def _stands(line: str, place: int, mark: str) -> bool:
    """Return whether `mark` stands there, and not as part of a longer row, as `*` in `**`."""
    end = place + len(mark)
    if place < 0 or line[place:end] != mark:
        return False
    row = (
        len(line[:end]) - len(line[:end].rstrip(mark[0])) + len(line[end:]) - len(line[end:].lstrip(mark[0]))
    )
    return row in (len(mark), 3) if mark[0] == "*" else row == len(mark)


def _word(line: str, caret: int) -> tuple[int, int]:
    start = end = caret
    while start and joins(line[start - 1]) and line[start - 1] != "_":
        start -= 1
    while end < len(line) and joins(line[end]) and line[end] != "_":
        end += 1
    return start, end


def _without_spaces(line: str, start: int, end: int) -> tuple[int, int]:
    """Leave out spaces at the ends: marks beside them mean nothing."""
    inside = line[start:end]
    if not inside.strip():
        return start, end
    return start + len(inside) - len(inside.lstrip()), end - (len(inside) - len(inside.rstrip()))
