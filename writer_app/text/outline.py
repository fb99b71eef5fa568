"""The headings of a text and the sections below them, as line numbers."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from writer_app.text.markdown_marks import heading_level, heading_title


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

    def replace(self, first: int, removed: int, new: Sequence[str]) -> bool:
        """Take notice of new lines in the place of `removed` ones; whether that changed any heading."""
        start = bisect_left(self.all, first, key=_line)
        end = bisect_left(self.all, first + removed, key=_line)
        found = [
            Heading(number, heading_level(line), heading_title(line))
            for number, line in enumerate(new, start=first)
            if line.lstrip(" ").startswith("#") and heading_level(line)
        ]
        by = len(new) - removed
        if by:
            self.all[end:] = [replace(heading, line=heading.line + by) for heading in self.all[end:]]
        if not by and self.all[start:end] == found:
            return False
        changed = self.all[start:end] != found or end < len(self.all)
        self.all[start:end] = found
        return changed


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
