"""Pages as Markdown: headings, lists, tables, emphasis, links and notes stay what they are."""

import re
from dataclasses import dataclass

from lxml import etree

from writer_app.importers.html import LEFT_OUT, NOT_IN_HTML
from writer_app.importers.markdown_writer import markdown

_NOTE = re.compile(r"#(?:fn|footnote-|endnote-)(\d+)")
_BACK = {"↑", "↩", "↩︎"}


@dataclass(frozen=True, slots=True)
class Imported:
    """A text in Markdown, and how many pictures of the document are not in it."""

    text: str
    pictures: int = 0


def from_html(markup: str) -> Imported:
    """Return what a person would read of a page; any string is HTML, be it well formed or not."""
    data = markup.translate(NOT_IN_HTML).encode("utf-8", "replace")
    if not data.strip():
        return Imported("")
    return from_tree(
        etree.fromstring(data, etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False))
    )


def from_tree(root: etree._Element) -> Imported:
    """Return what a tree of HTML elements says; it is used up."""
    pictures = len(root.findall(".//img"))
    etree.strip_elements(root, *LEFT_OUT, "img", etree.Comment, with_tail=False)
    for title in root.iter("th", "h1", "h2", "h3", "h4", "h5", "h6"):  # strong without a mark for it
        etree.strip_tags(title, "strong", "b")
    for line_break in list(root.iterfind(".//pre//br")):
        _replace(line_break, "\n")
    _mark_notes(root)
    return Imported(markdown(root), pictures)


def _mark_notes(root: etree._Element) -> None:
    """Turn references into [^1], and the list of what they refer to into [^1]: and its words."""
    for link in list(root.iter("a")):
        found = _NOTE.fullmatch(link.get("href", ""))
        if found:
            _replace(link, f"[^{found[1]}]")
    for item in list(root.iter("li")):
        found = _NOTE.fullmatch(f"#{item.get('id', '')}")
        if found:
            for back in list(item.iter("a")):
                if (back.text or "").strip() in _BACK:
                    _replace(back, "")
            notes = item.getparent()
            if notes is None:
                continue
            note = etree.Element("p")
            note.text = f"[^{found[1]}]: {' '.join(' '.join(item.itertext()).split())}"
            notes.addprevious(note)
            notes.remove(item)


def _replace(element: etree._Element, words: str) -> None:
    """Put words in the place of an element."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:  # it went with one around it
        return
    if before is not None:
        before.tail = f"{before.tail or ''}{words}{element.tail or ''}"
    else:
        parent.text = f"{parent.text or ''}{words}{element.tail or ''}"
    parent.remove(element)
