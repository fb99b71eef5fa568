"""Running text out of XML and HTML, read as a stream: neither deep nor long documents need a tree."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from lxml import etree

from writer_app.importers.files import damaged
from writer_app.importers.lines import joint

_SPACES = re.compile("[ \t\r\n]+")
# Entities stay unexpanded, and without `huge_tree` the parser refuses absurd depths and lengths.
_NOTHING_FROM_OUTSIDE = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
}
_LINE_BREAK = "\v"  # survives the folding of spaces; XML cannot contain it, HTML is rid of it


class MarkupText:
    """What lxml calls while it parses; each format says by `opened` and `closed` what its elements mean."""

    left_out: ClassVar[frozenset[str]] = frozenset()
    """Elements whose whole content is not the document's text."""

    def __init__(self) -> None:
        self._paragraphs: list[str] = []
        self._pieces: list[str] = []
        self._depth_left_out = 0

    def leaves_out(self, name: str, attributes: Mapping[str, str]) -> bool:  # noqa: ARG002 - for subclasses
        """Is the content of this element no part of the text?"""
        return name in self.left_out

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take notice of an element's start."""

    def closed(self, name: str) -> None:
        """Take notice of an element's end."""

    def add(self, text: str) -> None:
        """Go on with the paragraph; spaces and line ends are worth one space, as in the source of a page."""
        self._pieces.append(text.replace(_LINE_BREAK, " "))

    def break_line(self) -> None:
        """Begin a new line within the paragraph."""
        self._pieces.append(_LINE_BREAK)

    def end_paragraph(self) -> None:
        """Keep the paragraph, unless nothing is in it."""
        lines = "".join(self._pieces).split(_LINE_BREAK)
        self._pieces.clear()
        paragraph = "\n".join(filter(None, map(_folded, lines)))
        if paragraph:
            self._paragraphs.append(paragraph)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Pass an element on; as all below, this is called by the parser."""
        name = local_name(tag)
        if self._depth_left_out or self.leaves_out(name, attributes):
            self._depth_left_out += 1
        else:
            self.opened(name, attributes)

    def end(self, tag: str) -> None:
        """Pass an element's end on."""
        if self._depth_left_out:
            self._depth_left_out -= 1
        else:
            self.closed(local_name(tag))

    def data(self, text: str) -> None:
        """Pass text on."""
        if not self._depth_left_out:
            self.add(text)

    def close(self) -> str:
        """Return the text; the parser does too."""
        self.end_paragraph()
        return "\n\n".join(self._paragraphs)


def xml_text(path: Path, data: bytes, target: MarkupText) -> str:
    """Return what `target` makes of a part of the document at `path`."""
    parser = etree.XMLParser(target=target, **_NOTHING_FROM_OUTSIDE)
    try:
        text: str = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise damaged(path) from error
    return text


def xml_tree(path: Path, data: bytes) -> etree._Element:
    """Return a small part of the document at `path`, such as a list of its other parts."""
    try:
        return etree.fromstring(data, etree.XMLParser(**_NOTHING_FROM_OUTSIDE))
    except (etree.LxmlError, ValueError) as error:
        raise damaged(path) from error


def names(words: str) -> frozenset[str]:
    """Return the names of elements that `words` lists."""
    return frozenset(words.split())


def local_name(tag: object) -> str:
    """Return an element's name without its namespace; strict and usual OOXML differ in nothing else."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute, whatever its namespace."""
    return next((value for key, value in element.items() if local_name(key) == name), "")


def own(element: etree._Element, name: str, around: str) -> Iterator[etree._Element]:
    """Yield what is called `name` in an element, but not in another such element, an `around`, within it."""
    for found in element.iter(name):
        if next(found.iterancestors(around), None) is element:
            yield found


def add_table(
    made: etree._Element,
    rows: Iterable[Iterable[etree._Element]],
    fill: Callable[[etree._Element, etree._Element], None],
) -> None:
    """Add a table, whose first row is its head; `fill` puts what is in a cell into another."""
    table = etree.SubElement(made, "table")
    for number, row in enumerate(rows):
        line = etree.SubElement(table, "tr")
        for cell in row:
            fill(etree.SubElement(line, "td" if number else "th"), cell)


def add_text(element: etree._Element, text: str | None) -> None:
    """Go on with the text in an element."""
    if text and len(element):
        element[-1].tail = (element[-1].tail or "") + text
    elif text:
        element.text = (element.text or "") + text


def fold_spaces(text: str) -> str:
    """Return a text in which spaces and line ends are worth one space, or nothing between Chinese."""
    return _SPACES.sub(_fold, text)


def _folded(line: str) -> str:
    return fold_spaces(line).strip(" ")


def _fold(spaces: re.Match[str]) -> str:
    if "\n" not in spaces[0]:
        return " "
    line, start, end = spaces.string, spaces.start(), spaces.end()
    return joint(line[max(0, start - 2) : start], line[end : end + 1])
