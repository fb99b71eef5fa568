"""The headings of a text and the sections below them, as line numbers."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from writer_app.text.markdown_groups import FRONT, front_matter, underlined_level
from writer_app.text.markdown_marks import heading_level, heading_title

_ROW = {"=", "-", " "}  # how a row below a title may begin


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, by the number of its line."""

    line: int
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Move:
    """The lines from `first` to before `end` in their new order."""

    first: int
    end: int
    lines: list[str]


class Headings:
    """The headings of a text, kept up to date at the cost of the lines that change."""

    def __init__(self) -> None:
        self.all: list[Heading] = []

    def replace(self, first: int, removed: int, added: int, lines: Sequence[str]) -> bool:
        """Take notice that `added` of `lines` came from `first` on in the place of `removed` ones.

        Return whether that changed any heading. Lines beside the change are looked at too, since a row of
        dashes makes a title of the line above it; and so is the top, which may tell programs about the text.
        """
        by = added - removed
        begin, stop = max(0, first - 1), min(len(lines), first + added + 2)
        if begin < FRONT:
            begin, stop = 0, max(stop, min(FRONT, len(lines)))
        start, end = (bisect_left(self.all, line, key=_line) for line in (begin, max(begin, stop - by)))
        found = list(_headings(lines, begin, stop))
        changed = self.all[start:end] != found or bool(by and end < len(self.all))
        if by:
            self.all[end:] = [replace(heading, line=heading.line + by) for heading in self.all[end:]]
        self.all[start:end] = found
        return changed


def _headings(lines: Sequence[str], begin: int, stop: int) -> Iterator[Heading]:
    words_begin = front_matter(lines[:FRONT]) if begin < FRONT else 0
    for number in range(max(begin, words_begin), stop):
        line = lines[number]
        if line.lstrip(" ").startswith("#"):
            level = heading_level(line)
            if level:
                yield Heading(number, level, heading_title(line))
        elif number + 1 < len(lines) and lines[number + 1][:1] in _ROW:
            alone = number == words_begin or not lines[number - 1].strip()
            level = underlined_level(line, lines[number + 1]) if alone else 0
            if level:
                yield Heading(number, level, line.strip())


def at(headings: Sequence[Heading], line: int) -> int | None:
    """Return the number of the heading that a line stands below."""
    number = bisect_right(headings, line, key=_line) - 1
    return number if number >= 0 else None


def section_end(headings: Sequence[Heading], number: int, lines: int) -> int:
    """Return the line with which something else begins than this section and those within it."""
    own = headings[number]
    return next((h.line for h in headings[number + 1 :] if h.level <= own.level), lines)


def siblings(headings: Sequence[Heading], number: int) -> tuple[int | None, int | None]:
    """Return the sections before and after, of the same level and under the same heading."""
    level = headings[number].level
    before = next((i for i in range(number - 1, -1, -1) if headings[i].level <= level), None)
    after = next((i for i in range(number + 1, len(headings)) if headings[i].level <= level), None)
    same = [i if i is not None and headings[i].level == level else None for i in (before, after)]
    return same[0], same[1]


def moved(lines: Sequence[str], headings: Sequence[Heading], number: int, to: int) -> Move | None:
    """Return what moves a section before line `to`; None where it would stay in its place."""
    start, end = headings[number].line, section_end(headings, number, len(lines))
    if start <= to <= end:
        return None
    section = list(lines[start:end])
    if to < start:
        others = list(lines[to:start])
        return Move(to, end, _parted(section, others, last=end == len(lines)))
    others = list(lines[end:to])
    return Move(start, to, _parted(others, section, last=to == len(lines)))


def _parted(first: list[str], second: list[str], *, last: bool) -> list[str]:
    """Join two parts with an empty line between them; one at the end of the text may go."""
    if last and first and first[-1].strip():
        trailing = [line for line in second[-1:] if not line]
        return [*first, "", *(second[:-1] if trailing else second)]
    return [*first, *second]


def _line(heading: Heading) -> int:
    return heading.line
