"""Lines of Markdown that decide about one another: underlined titles, tables, emphasis over several lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from writer_app.text.markdown_marks import (
    HEADING,
    ITEM,
    LONGEST,
    RULE,
    Look,
    Span,
    fence_of,
    inline,
    opening,
    spans,
)

_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_DELIMITERS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(r" {0,3}\[(\^?)([^\[\]\n]{1,200})\]:[ \t]*")
_INDENTED = re.compile(r" {4}| {0,3}\t")
_PIPE = re.compile(r"(?<!\\)\|")
_WRAPPED = 200  # characters; lines that end by hand are shorter
_ROW = 600  # of a table, which nobody can end by hand
_TOP = "---"
FRONT = 60  # lines at the top of a text that may tell programs about it


def joins(line: str) -> bool:
    """Return whether a line may belong together with those beside it.

    An empty one and a fence part them, and a long one is a paragraph that the window wraps: it stands alone.
    """
    longest = _ROW if "|" in line else _WRAPPED
    return 0 < len(line) <= longest and not line.isspace() and not fence_of(line)


def begins_item(line: str) -> bool:
    """Return whether an item of a list begins here."""
    return bool(ITEM.match(line))


def stays_in_list(line: str, above: str) -> bool:
    """Return whether a list that is open before `line` is open behind it; `above` is the line before."""
    if begins_item(line) or not line.strip() or line[0] in " \t":
        return True
    return bool(above.strip())  # a paragraph of the list may go on without being indented


def underlined_level(line: str, below: str) -> int:
    """Return which level of title the row `below` makes of `line`, 0 where it makes none."""
    if not _UNDERLINE.match(below) or not joins(line):
        return 0
    if HEADING.match(line) or RULE.match(line) or _DEFINITION.match(line) or _INDENTED.match(line):
        return 0
    return 0 if opening(line)[1] else 1 if "=" in below else 2


def goes_on_table(line: str, above: str, in_table: bool) -> bool:
    """Return whether `line` is the row of marks below a table's head, or, `in_table`, one of its rows."""
    return "|" in line and joins(line) and (in_table or _rules_head(above, line))


def group_spans(
    lines: Sequence[str], *, in_list: bool = False, in_table: bool = False, first: bool = False
) -> list[list[Span]]:
    """Return how each line of a group is drawn, wider spans first.

    All of `lines` join; what is above and below them does not, but for a table that is `in_table` longer than
    a group. `in_list`: an item stands above. `first`: the group begins the document.
    """
    found: list[list[Span]] = [[] for _ in lines]
    place = front_matter(lines) if first else 0
    for number in range(place):
        found[number].append(Span(0, len(lines[number]), Look.MARK))
    if in_table:
        place = _draw_rows(lines, 0, found)
    elif not place and not in_list:
        place = _indented(lines)
        for number in range(place):
            found[number].append(Span(0, len(lines[number]), Look.CODE))
    while place < len(lines):
        place = _draw_part(lines, place, found)
    return found


def _draw_part(lines: Sequence[str], place: int, found: list[list[Span]]) -> int:
    """Draw what begins at `place`, and return where it ends."""
    line = lines[place]
    if HEADING.match(line) or RULE.match(line):
        found[place].extend(spans(line))
        return place + 1
    if _begins_table(lines, place):
        return _draw_table(lines, place, found)
    definition = _DEFINITION.match(line)
    if definition:
        found[place].extend(_defined(line, definition))
        return place + 1
    end = place + 1
    while end < len(lines) and _goes_on(lines, end):
        end += 1
    titled = end < len(lines) and bool(_UNDERLINE.match(lines[end])) and not opening(line)[1]
    _draw_paragraph(lines, range(place, end), found, titled=titled)
    if titled:
        found[end].append(Span(0, len(lines[end]), Look.MARK))
    return end + titled


def _goes_on(lines: Sequence[str], place: int) -> bool:
    line = lines[place]
    begins = HEADING.match(line) or ITEM.match(line) or _DEFINITION.match(line) or RULE.match(line)
    other_quote = line.lstrip().startswith(">") and not lines[place - 1].lstrip().startswith(">")
    return not (begins or other_quote or _UNDERLINE.match(line) or _begins_table(lines, place))


def _draw_paragraph(lines: Sequence[str], numbers: range, found: list[list[Span]], *, titled: bool) -> None:
    if sum(len(lines[number]) for number in numbers) > LONGEST:
        for number in numbers:
            found[number].extend(spans(lines[number]))
        return
    text, offsets, starts = "", [], []
    for number in numbers:
        line = lines[number]
        before, start = opening(line)
        found[number].extend(before)
        if titled:
            found[number].append(Span(0, len(line), Look.HEADING))
        offsets.append(len(text))
        starts.append(start)
        text += " " * start + line[start:] + "\n"
    for span in inline(text, 0):
        first, last = bisect_right(offsets, span.start) - 1, bisect_left(offsets, span.end)
        for part in range(first, last):
            start = max(span.start - offsets[part], starts[part])
            end = min(span.end - offsets[part], len(lines[numbers[part]]))
            if start < end:
                found[numbers[part]].append(Span(start, end, span.look))


def _begins_table(lines: Sequence[str], place: int) -> bool:
    return place + 1 < len(lines) and _rules_head(lines[place], lines[place + 1])


def _rules_head(head: str, below: str) -> bool:
    return "|" in below and "|" in head and joins(head) and bool(_DELIMITERS.match(below))


def _draw_table(lines: Sequence[str], place: int, found: list[list[Span]]) -> int:
    head, marks = lines[place], lines[place + 1]
    found[place] += [Span(0, len(head), Look.TABLE), Span(0, len(head), Look.STRONG), *_cells(head)]
    found[place + 1] += [Span(0, len(marks), Look.TABLE), Span(0, len(marks), Look.MARK)]
    return _draw_rows(lines, place + 2, found)


def _draw_rows(lines: Sequence[str], place: int, found: list[list[Span]]) -> int:
    """Draw the rows of a table from `place` on, and return where it ends."""
    while place < len(lines) and "|" in lines[place]:
        found[place] += [Span(0, len(lines[place]), Look.TABLE), *_cells(lines[place])]
        place += 1
    return place


def _cells(line: str) -> Iterator[Span]:
    yield from inline(line, 0)
    yield from (Span(pipe.start(), pipe.end(), Look.MARK) for pipe in _PIPE.finditer(line))


def _defined(line: str, definition: re.Match[str]) -> Iterator[Span]:
    yield Span(definition.start(2), definition.end(2), Look.LINK)
    if definition[1]:  # the text of a footnote follows, else an address
        yield Span(definition.start(), definition.start(2), Look.MARK)
        yield Span(definition.end(2), definition.end(), Look.MARK)
        yield from inline(line, definition.end())
    else:
        yield Span(definition.start(), definition.start(2), Look.MARK)
        yield Span(definition.end(2), len(line), Look.MARK)


def front_matter(lines: Sequence[str]) -> int:
    """Count the lines of what programs are told about the document, between two rows of dashes at its top."""
    if not lines or lines[0].rstrip() != _TOP:
        return 0
    ends = (number for number, line in enumerate(lines[1:], start=1) if line.rstrip() in (_TOP, "..."))
    last = next(ends, None)
    return 0 if last is None else last + 1


def _indented(lines: Sequence[str]) -> int:
    """Count the lines of code at the beginning."""
    return next((number for number, line in enumerate(lines) if not _INDENTED.match(line)), len(lines))
