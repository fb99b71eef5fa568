"""The words of a paragraph as runs of one look, for formats that know no nesting."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; a line feed in them begins a new line within the paragraph."""

    text: str = ""
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    struck: bool = False
    link: str = ""
    picture: str = ""
    """The address of a picture, of which `text` is the description, and
    its width and height in 96ths of an inch."""
    size: tuple[int, int] = (0, 0)
    note: etree._Element | None = None
    """A note that is referred to here."""


def runs(element: etree._Element, blocks: frozenset[str] = frozenset()) -> Iterator[Run]:
    """Yield what stands in `element`, up to the first child among `blocks`."""
    return _runs(element, Run(), blocks)


def _runs(element: etree._Element, look: Run, blocks: frozenset[str]) -> Iterator[Run]:
    if element.text:
        yield replace(look, text=element.text)
    for child in element:
        if child.tag in blocks:
            return
        match child.tag:
            case "br":
                yield replace(look, text="\n")
            case "img":
                size = int(child.get("width", 0)), int(child.get("height", 0))
                yield replace(look, text=child.get("alt", ""), picture=child.get("src", ""), size=size)
            case "note":
                yield replace(look, text="", note=child)
            case _:
                yield from _runs(child, _changed(look, child), blocks)
        if child.tail:
            # the line end after a hard break belongs to the source
            yield replace(look, text=child.tail.lstrip() if child.tag == "br" else child.tail)


def _changed(look: Run, element: etree._Element) -> Run:
    match element.tag:
        case "strong":
            return replace(look, strong=True)
        case "em":
            return replace(look, emphasis=True)
        case "code":
            return replace(look, code=True)
        case "del":
            return replace(look, struck=True)
        case "a":
            return replace(look, link=element.get("href", ""))
    return look
