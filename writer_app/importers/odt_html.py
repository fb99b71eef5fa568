"""OpenDocument text as a page: what its elements and styles mean, in HTML's names."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from writer_app.importers.markup import add_table, add_text, attribute, local_name, names, own, xml_tree
from writer_app.importers.odt import parts

_LEFT_OUT = names(
    """alphabetical-index annotation annotation-end bibliography forms illustration-index object-index
    ruby-text soft-page-break table-index table-of-content tracked-changes user-index sequence-decls"""
)
_LOOKS = {"em": ("font-style", {"italic", "oblique"}), "s": ("text-line-through-style", {"solid"})}
_WEIGHTS = {"bold", "600", "700", "800", "900"}
_CELLS = "{*}table-cell", "{*}covered-table-cell"
_MOST_SPACES = 80
_CODE = {"Source_20_Text", "Preformatted_20_Text", "Source_20_Code"}


def html_of(path: Path) -> etree._Element:
    """Return the document at `path` as a tree of HTML elements; of pictures only that they are there."""
    content, styles = parts(path)
    tree = xml_tree(path, content)
    trees = [tree] if styles is None else [xml_tree(path, styles), tree]
    body = tree.find("{*}body/{*}text")
    page = etree.Element("body")
    if body is not None:
        filler = _Page(trees)
        filler.fill(page, body)
        page.append(filler.notes)
    return page


class _Page:
    def __init__(self, trees: list[etree._Element]) -> None:
        self._looks: dict[str, list[str]] = {}
        self._parents: dict[str, str] = {}
        self._numbered: set[str] = set()
        self.notes = etree.Element("ol")
        for tree in trees:
            for style in tree.iter("{*}style"):
                self._looks[attribute(style, "name")] = list(_looks_of(style))
                self._parents[attribute(style, "name")] = attribute(style, "parent-style-name")
            for style in tree.iter("{*}list-style"):
                if local_name(style[0].tag if len(style) else "") == "list-level-style-number":
                    self._numbered.add(attribute(style, "name"))

    def fill(self, page: etree._Element, element: Iterable[etree._Element], listed: str = "") -> None:
        """Add the blocks in `element` to `page`; `listed` is the style of the list around them."""
        for child in element:
            name = local_name(child.tag)
            if name in _LEFT_OUT:
                continue
            if name == "h":
                level = min(6, max(1, int(attribute(child, "outline-level") or 1)))
                self._words(etree.SubElement(page, f"h{level}"), child)
            elif name == "p":
                self._add_paragraph(page, child)
            elif name == "list":
                style = attribute(child, "style-name") or listed
                made = etree.SubElement(page, "ol" if style in self._numbered else "ul")
                for item in child:
                    self._add_item(etree.SubElement(made, "li"), item, style)
            elif name == "table":
                rows = own(child, "{*}table-row", "{*}table")
                add_table(page, (row.iterchildren(*_CELLS) for row in rows), self.fill)
            else:
                self.fill(page, child, listed)

    def _add_item(self, made: etree._Element, item: etree._Element, style: str) -> None:
        blocks = [local_name(block.tag) for block in item]
        if blocks[:1] == ["p"] and set(blocks[1:]) <= {"list"}:  # as short as it is in Markdown
            self._words(made, item[0])
            item = item[1:]
        self.fill(made, item, style)

    def _add_paragraph(self, page: etree._Element, paragraph: etree._Element) -> None:
        style = self._named(attribute(paragraph, "style-name"))
        if style == "Horizontal_20_Line":
            etree.SubElement(page, "hr")
            return
        if style == "Quotations":
            page = etree.SubElement(page, "blockquote")
        self._words(etree.SubElement(page, "pre" if style in _CODE else "p"), paragraph)

    def _words(self, made: etree._Element, element: etree._Element) -> None:
        """Add the words in `element`, with their looks."""
        add_text(made, element.text)
        for child in element:
            if local_name(child.tag) not in _LEFT_OUT:
                self._add_child(made, child)
            add_text(made, child.tail)

    def _add_child(self, made: etree._Element, child: etree._Element) -> None:
        match local_name(child.tag):
            case "span":
                for look in self._look(attribute(child, "style-name")):
                    made = etree.SubElement(made, look)
                self._words(made, child)
            case "a":
                self._words(etree.SubElement(made, "a", href=attribute(child, "href")), child)
            case "s":
                add_text(made, " " * min(_MOST_SPACES, int(attribute(child, "c") or 1)))
            case "tab":
                add_text(made, " ")
            case "line-break":
                add_text(made, "\n") if made.tag == "pre" else etree.SubElement(made, "br")
            case "note":
                self._add_note(made, child)
            case "frame" if child.find("{*}image") is not None:
                etree.SubElement(made, "img")
            case _:
                self._words(made, child)

    def _add_note(self, made: etree._Element, note: etree._Element) -> None:
        number = len(self.notes) + 1
        etree.SubElement(made, "a", href=f"#fn{number}").text = str(number)
        body = note.find("{*}note-body")
        item = etree.SubElement(self.notes, "li", id=f"fn{number}")
        item.text = " ".join(" ".join(body.itertext()).split()) if body is not None else ""

    def _look(self, style: str) -> list[str]:
        if self._named(style) in _CODE:
            return ["code"]
        return self._looks.get(style) or self._looks.get(self._parents.get(style, ""), [])

    def _named(self, style: str) -> str:
        """Return the named style behind an automatic one."""
        known = {"Quotations", "Horizontal_20_Line", *_CODE}
        return style if style in known else self._parents.get(style, style)


def _looks_of(style: etree._Element) -> Iterator[str]:
    properties = style.find("{*}text-properties")
    if properties is None or attribute(style, "family") != "text":
        return
    if attribute(properties, "font-weight") in _WEIGHTS:
        yield "strong"
    for look, (name, values) in _LOOKS.items():
        if attribute(properties, name) in values:
            yield look
