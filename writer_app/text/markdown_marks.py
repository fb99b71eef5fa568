"""The marks of Markdown in one line: what is drawn how, and where the marks themselves stand."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise


class Look(Enum):
    """How some letters of a line are drawn."""

    QUOTE = auto()
    TABLE = auto()
    HEADING = auto()
    STRONG = auto()
    EMPHASIS = auto()
    STRUCK = auto()
    CODE = auto()
    LINK = auto()
    MARK = auto()  # the marks themselves, and addresses


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of a line from `start` to `end`; spans may lie over one another."""

    start: int
    end: int
    look: Look


LONGEST = 8_000  # characters; what stands behind them in a line is left as it is
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING_MARKS = re.compile(r"[ \t]+#+[ \t]*$")
QUOTE = re.compile(r"(?: {0,3}> ?)+")
ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`]{1,2000}|[^`]{0,999}`[^`]{1,999})(?<!`)\1(?!`)")
LINK = re.compile(
    r"!?\[(?!\^)([^\[\]]{0,999})\](\([^()\s]{0,1999}(?:\s+\"[^\"]{0,500}\")?\)|\[[^\[\]]{0,200}\])"
)
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]{1,100})\]")
_ADDRESS = re.compile(r"<[a-z][a-z0-9+.-]{1,20}:[^<>\s]{1,1999}>", re.IGNORECASE)
_EMPHASIS = (
    (Look.STRONG, re.compile(r"\*\*(?=\S)((?:[^*]|\*(?!\*)){1,1000}?)(?<=\S)\*\*(?!\*)")),
    (Look.STRONG, re.compile(r"(?<!\w)__(?=\S)([^_]{1,1000}?)(?<=\S)__(?!\w)")),
    (Look.EMPHASIS, re.compile(r"(?<!\*)\*(?=[^\s*])([^*]{1,1000}?)(?<=[^\s*])\*(?!\*)")),
    (Look.EMPHASIS, re.compile(r"(?<![\w_])_(?=[^\s_])([^_]{1,1000}?)(?<=[^\s_])_(?![\w_])")),
    (Look.STRUCK, re.compile(r"~~(?=\S)([^~]{1,1000}?)(?<=\S)~~")),
)
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")


def fence_of(line: str) -> str:
    """Return the mark of a line that begins or ends a block of code, empty for any other line."""
    found = _FENCE.match(line)
    return found[1][0] if found else ""


def heading_level(line: str) -> int:
    """Return the level of a heading, 0 for any other line."""
    found = HEADING.match(line)
    return len(found[1]) if found else 0


def heading_title(line: str) -> str:
    """Return the words of a heading."""
    found = HEADING.match(line)
    return _CLOSING_MARKS.sub("", line[found.end() :]).strip() if found else ""


def spans(line: str) -> Iterator[Span]:
    """Yield how the parts of a line outside of code blocks are drawn, wider spans first."""
    line = line[:LONGEST]
    heading = HEADING.match(line)
    if heading:
        yield Span(0, len(line), Look.HEADING)
        yield Span(0, heading.end(), Look.MARK)
        closing = _CLOSING_MARKS.search(line, heading.end())
        if closing:
            yield Span(closing.start(), closing.end(), Look.MARK)
        yield from inline(line, heading.end())
        return
    if RULE.match(line):
        yield Span(0, len(line), Look.MARK)
        return
    before, start = opening(line)
    yield from before
    yield from inline(line, start)


def opening(line: str) -> tuple[list[Span], int]:
    """Return how the marks of quotation and list before the words of a line are drawn, and where they end."""
    found, start = [], 0
    quote = QUOTE.match(line)
    if quote:
        start = quote.end()
        found = [Span(start, len(line), Look.QUOTE), Span(0, start, Look.MARK)]
    item = ITEM.match(line, start)
    if item:
        found.append(Span(item.start(), item.end(), Look.MARK))
        start = item.end()
    return found, start


def has_marks(lines: Iterable[str]) -> bool:
    """Return whether the lines were written in Markdown: dashes and quotations stand in plain letters too."""
    telling = {Look.HEADING, Look.STRONG, Look.EMPHASIS, Look.STRUCK, Look.LINK}
    return any(span.look in telling for line in lines for span in spans(line))


def segments(found: Iterable[Span]) -> Iterator[tuple[int, int, frozenset[Look]]]:
    """Yield the stretches of a line that have the same looks, in order; those without any are left out."""
    changes: dict[int, list[tuple[Look, int]]] = defaultdict(list)
    for span in found:
        if span.start < span.end:
            changes[span.start].append((span.look, +1))
            changes[span.end].append((span.look, -1))
    open_spans: Counter[Look] = Counter()
    for start, end in pairwise(sorted(changes)):
        for look, number in changes[start]:
            open_spans[look] += number
        looks = frozenset(look for look, number in open_spans.items() if number)
        if looks:
            yield start, end, looks


def inline(line: str, start: int) -> Iterator[Span]:
    """Yield how the words from `start` on are drawn: of one line, or of a paragraph with its line ends."""
    text = " " * start + _ESCAPED.sub("xx", line[start:])  # an escaped mark is none
    for code in _CODE.finditer(text):
        ticks = len(code[1])
        yield Span(code.start(), code.end(), Look.CODE)
        yield Span(code.start(), code.start() + ticks, Look.MARK)
        yield Span(code.end() - ticks, code.end(), Look.MARK)
    text = _CODE.sub(_blank, text)
    for link in LINK.finditer(text):
        yield Span(link.start(1), link.end(1), Look.LINK)
        yield Span(link.start(), link.start(1), Look.MARK)
        yield Span(link.end(1), link.end(), Look.MARK)
    text = LINK.sub(lambda link: f"{'x' * (link.start(2) - link.start())}{'x' * len(link[2])}", text)
    for note in _FOOTNOTE.finditer(text):
        yield Span(note.start(1), note.end(1), Look.LINK)
        yield Span(note.start(), note.start(1), Look.MARK)
        yield Span(note.end(1), note.end(), Look.MARK)
    for address in _ADDRESS.finditer(text):
        yield Span(address.start(), address.end(), Look.LINK)
    for look, pattern in _EMPHASIS:
        for found in pattern.finditer(text):
            yield Span(found.start(1), found.end(1), look)
            yield Span(found.start(), found.start(1), Look.MARK)
            yield Span(found.end(1), found.end(), Look.MARK)
        if look is Look.STRONG:
            text = pattern.sub(lambda found: f"xx{found[1]}xx", text)


def _blank(found: re.Match[str]) -> str:
    return "x" * len(found[0])
