"""Markdown out of a tree of HTML elements: what both know stays what it is."""

import re
from collections.abc import Iterator
from itertools import chain

from lxml import etree

from writer_app.importers.html import BLOCKS
from writer_app.importers.markup import fold_spaces, own

_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "s": "~~", "del": "~~", "strike": "~~"}
_CODE = {"code", "kbd", "samp", "tt"}
_ADDRESS = re.compile(r"(?:https?|mailto):\S+", re.IGNORECASE)
_SPECIAL = re.compile(
    r"[\\`*]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\[(?!\^\d)(?=[^\]]*\][(\[:])"
)
_AT_START = re.compile(r"^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|(?:=+|-+)\s*$)|^(\d+)(?=[.)](?:\s|$))")
_BREAK = "\\\n"


def markdown(tree: etree._Element) -> str:
    """Return what stands in `tree`."""
    return "\n\n".join(_blocks(tree)) + "\n"


def _blocks(element: etree._Element) -> Iterator[str]:
    """Yield the blocks in an element; words outside of one are a paragraph."""
    words = [_text(element.text)]
    for child in element:
        if _is_block(child):
            yield from _paragraph(words)
            words = []
            yield from _block(child)
        else:
            words.append(_inline(child))
        words.append(_text(child.tail))
    yield from _paragraph(words)


def _is_block(element: etree._Element) -> bool:
    return element.tag in BLOCKS or any(inner.tag in BLOCKS for inner in element.iterdescendants())


def _block(element: etree._Element) -> Iterator[str]:
    match element.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            words = _words(element).replace(_BREAK, " ").strip()
            if words:
                yield f"{'#' * int(element.tag[1])} {words}"
        case "p":
            yield from _blocks(element)
        case "blockquote":
            quoted = "\n\n".join(_blocks(element))
            if quoted:
                yield "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))
        case "ul" | "ol":
            yield from _list(element)
        case "pre":
            yield f"```\n{''.join(element.itertext()).strip(chr(10))}\n```"
        case "hr":
            yield "---"
        case "table":
            yield from _table(element)
        case _:
            yield from _blocks(element)


def _list(element: etree._Element) -> Iterator[str]:
    items, short = [], True
    start = element.get("start", "1")
    for number, item in enumerate(element.iterchildren("li"), int(start) if start.isdecimal() else 1):
        blocks = list(_blocks(item))
        short = short and all(not i or _is_list(block) for i, block in enumerate(blocks))
        items.append((f"{number}. " if element.tag == "ol" else "- ", blocks))
    made = []
    for mark, blocks in items:
        first, *others = ("\n" if short else "\n\n").join(blocks).split("\n")
        made.append("\n".join([mark + first, *((" " * len(mark) + line).rstrip() for line in others)]))
    if made:
        yield ("\n" if short else "\n\n").join(made)


def _is_list(block: str) -> bool:
    return bool(re.match(r"- |\d+\. ", block))


def _table(element: etree._Element) -> Iterator[str]:
    cells = [list(row.iterchildren("td", "th")) for row in own(element, "tr", "table")]
    if element.find(".//table") is not None:  # the tables of Markdown hold none: it is there for the layout
        for cell in chain.from_iterable(cells):
            yield from _blocks(cell)
        return
    rows = [[_cell(cell) for cell in row] for row in cells]
    width = max(map(len, rows), default=0)
    if not width:
        return
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    yield "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


def _cell(cell: etree._Element) -> str:
    return " ".join(" ".join(_blocks(cell)).replace("\\\n", " ").replace("|", "\\|").split())


def _paragraph(words: list[str]) -> Iterator[str]:
    text = "".join(words).strip(" \n")
    while text.endswith("\\") and not text.endswith("\\\\"):  # a break at the end breaks nothing
        text = text[:-1].rstrip()
    if text:
        yield "\n".join(_AT_START.sub(r"\1\\", line.strip(" ")) for line in text.split("\n"))


def _words(element: etree._Element) -> str:
    parts = [_text(element.text)]
    for child in element:
        parts += [_inline(child), _text(child.tail)]
    return "".join(parts)


def _inline(element: etree._Element) -> str:
    tag = element.tag
    if tag == "br":
        return _BREAK
    if tag in _CODE:
        return _code(" ".join("".join(element.itertext()).split()))
    words = _words(element)
    if tag in _MARKS:
        return _around(words, _MARKS[tag])
    if tag == "a" and words.strip() and _ADDRESS.fullmatch(element.get("href", "")):
        return f"[{words}]({element.get('href')})"
    return words


def _around(words: str, mark: str) -> str:
    """Put marks around words; spaces at their ends stay outside, where Markdown wants them."""
    inner = words.strip()
    if not inner:
        return words
    before, after = words.partition(inner)[0], words.rpartition(inner)[2]
    return f"{before}{mark}{inner}{mark}{after}"


def _code(words: str) -> str:
    if not words:
        return ""
    ticks = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    room = " " if "`" in (words[0], words[-1]) else ""
    return f"{ticks}{room}{words}{room}{ticks}"


def _text(text: str | None) -> str:
    return _SPECIAL.sub(r"\\\g<0>", fold_spaces(text)) if text else ""
