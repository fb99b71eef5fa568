"""Word's DOCX as a page: what its elements, styles and numberings mean, in HTML's names."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from writer_app.importers.archive import open_archive
from writer_app.importers.docx import main_part
from writer_app.importers.markup import add_table, add_text, attribute, local_name, names, own, xml_tree

_LEFT_OUT = names("del moveFrom pPr rPr sectPr instrText delText Fallback oMath oMathPara rt")
_QUOTES, _CODES = {"quote", "intense quote"}, {"code", "source code", "html preformatted"}
_CODE_WITHIN = {"code char", "verbatim char", "html code", "source text"}
_OFF = {"0", "false", "none", "off"}
_DEEPEST = 9  # lists within lists, in Word


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    above: str
    properties: etree._Element


def html_of(path: Path) -> etree._Element:
    """Return the document at `path` as a tree of HTML elements; of pictures only that they are there."""
    with open_archive(path) as archive:
        main = main_part(path, archive)
        folder, name = posixpath.split(main)

        def part(name: str) -> etree._Element | None:
            inside = posixpath.join(folder, name)
            return xml_tree(path, archive.read(inside)) if inside in archive else None

        page = _Page(part("styles.xml"), part("numbering.xml"), part(f"_rels/{name}.rels"))
        page.take_notes(part("footnotes.xml"), "footnote")
        page.take_notes(part("endnotes.xml"), "endnote")
        body = xml_tree(path, archive.read(main)).find("{*}body")
    made = etree.Element("body")
    if body is not None:
        page.fill(made, body)
    made.append(page.noted)
    return made


class _Page:
    def __init__(
        self,
        styles: etree._Element | None,
        numbering: etree._Element | None,
        relations: etree._Element | None,
    ) -> None:
        self._styles = {
            attribute(style, "styleId"): _Style(
                _value(style, "name").lower(), _value(style, "basedOn"), style
            )
            for style in _all(styles, "style")
        }
        abstract = {attribute(a, "abstractNumId"): a for a in _all(numbering, "abstractNum")}
        self._numberings = {
            attribute(n, "numId"): abstract.get(_value(n, "abstractNumId")) for n in _all(numbering, "num")
        }
        self._links = {r.get("Id"): r.get("Target", "") for r in _all(relations, "Relationship")}
        self._notes: dict[str, str] = {}
        self._lists: list[etree._Element] = []  # those that are open, outermost first
        self.noted = etree.Element("ol")

    def take_notes(self, tree: etree._Element | None, name: str) -> None:
        """Take the words of the notes in a part."""
        for note in _all(tree, name):
            words = " ".join("".join(t.text or "" for t in note.iter("{*}t")).split())
            self._notes[f"{name}{attribute(note, 'id')}"] = words

    def fill(self, made: etree._Element, element: Iterable[etree._Element]) -> None:
        """Add the blocks in `element` to `made`."""
        self._lists = []
        for child in element:
            match local_name(child.tag):
                case "p":
                    self._add_paragraph(made, child)
                case "tbl":
                    rows = own(child, "{*}tr", "{*}tbl")
                    add_table(made, (own(row, "{*}tc", "{*}tr") for row in rows), self.fill)
                    self._lists = []
                case name if name not in _LEFT_OUT:
                    self.fill(made, child)

    def _add_paragraph(self, made: etree._Element, paragraph: etree._Element) -> None:
        chain = list(self._chain(_value(paragraph.find("{*}pPr"), "pStyle")))
        name = chain[0].name if chain else _value(paragraph.find("{*}pPr"), "pStyle").lower()
        level, ordered = self._numbering(paragraph, chain)
        if name.startswith("toc"):
            return
        if level:
            place = self._item(made, level, ordered)
        else:
            self._lists = []
            place = etree.SubElement(made, "blockquote") if name in _QUOTES else made
            place = etree.SubElement(place, _tag(name, paragraph))
        self._words(place, paragraph)
        for box in own(paragraph, "{*}txbxContent", "{*}p"):
            if next(box.iterancestors("{*}Fallback"), None) is None:
                self.fill(made, box)

    def _item(self, made: etree._Element, level: int, ordered: bool) -> etree._Element:
        tag = "ol" if ordered else "ul"
        del self._lists[level:]
        if len(self._lists) == level and self._lists[-1].tag != tag:
            self._lists.pop()
        while len(self._lists) < level:
            around = self._lists[-1][-1] if self._lists else made
            self._lists.append(etree.SubElement(around, tag))
            if len(self._lists) < level:
                etree.SubElement(self._lists[-1], "li")
        return etree.SubElement(self._lists[-1], "li")

    def _numbering(self, paragraph: etree._Element, chain: list[_Style]) -> tuple[int, bool]:
        """Return how deep in lists a paragraph is, from 1, and whether it is numbered."""
        for element in (paragraph, *(style.properties for style in chain)):
            found = element.find("{*}pPr/{*}numPr")
            if found is None or not _value(found, "numId"):
                continue
            abstract = self._numberings.get(_value(found, "numId"))
            if abstract is None or (chain and chain[0].name.startswith("heading")):
                return 0, False
            inside = int(_value(found, "ilvl") or 0)
            formats = [_value(level, "numFmt") for level in abstract.iterchildren("{*}lvl")]
            suffix = chain[0].name.rpartition(" ")[2] if chain and chain[0].name.startswith("list") else ""
            deep = inside + (int(suffix) if suffix.isdecimal() else 1)
            return min(deep, _DEEPEST), "bullet" not in formats[inside : inside + 1]
        return 0, False

    def _words(self, made: etree._Element, element: etree._Element) -> None:
        """Add the words in `element`, with their looks."""
        for child in element:
            match local_name(child.tag):
                case "r":
                    self._add_run(made, child)
                case "hyperlink":
                    address = self._links.get(attribute(child, "id"), "")
                    self._words(etree.SubElement(made, "a", href=address), child)
                case name if name not in _LEFT_OUT:
                    self._words(made, child)

    def _add_run(self, made: etree._Element, run: etree._Element) -> None:
        for look in self._looks(run.find("{*}rPr")):
            if made.tag != "pre":
                made = etree.SubElement(made, look)
        for child in run:
            self._add_piece(made, child)

    def _add_piece(self, made: etree._Element, piece: etree._Element) -> None:
        """Add what stands in a run."""
        match local_name(piece.tag):
            case "t":
                add_text(made, piece.text)
            case "tab":
                add_text(made, " ")
            case "noBreakHyphen":
                add_text(made, "-")
            case "br" | "cr":
                add_text(made, "\n") if made.tag == "pre" else etree.SubElement(made, "br")
            case "footnoteReference" | "endnoteReference":
                self._add_note(made, f"{local_name(piece.tag)[:-9]}{attribute(piece, 'id')}")
            case "drawing" | "pict" | "AlternateContent" if piece.find(".//{*}blip") is not None:
                etree.SubElement(made, "img")
            case "ruby":  # of which only what stands below the small letters
                self._words(made, piece)

    def _add_note(self, made: etree._Element, key: str) -> None:
        number = len(self.noted) + 1
        etree.SubElement(made, "a", href=f"#fn{number}").text = str(number)
        etree.SubElement(self.noted, "li", id=f"fn{number}").text = self._notes.get(key, "")

    def _looks(self, properties: etree._Element | None) -> Iterator[str]:
        chain = list(self._chain(_value(properties, "rStyle")))
        if chain and chain[0].name in _CODE_WITHIN:
            yield "code"
            return
        known = [properties, *(style.properties.find("{*}rPr") for style in chain)]
        for name, look in (("b", "strong"), ("i", "em"), ("strike", "s")):
            said = next(_marks(known, name), None)
            if said is not None and attribute(said, "val") not in _OFF:
                yield look

    def _chain(self, key: str) -> Iterator[_Style]:
        """Yield a style and those that it stands on."""
        seen: set[str] = set()
        while key in self._styles and key not in seen:
            seen.add(key)
            yield self._styles[key]
            key = self._styles[key].above


def _tag(style: str, paragraph: etree._Element) -> str:
    kind, _, level = style.partition(" ")
    if style == "title":
        return "h1"
    if kind == "heading" and level in "123456" and level:
        return f"h{level}"
    if style in _CODES:
        return "pre"
    if paragraph.find("{*}pPr/{*}pBdr/{*}bottom") is not None and not "".join(paragraph.itertext()).strip():
        return "hr"
    return "p"


def _marks(known: Iterable[etree._Element | None], name: str) -> Iterator[etree._Element]:
    """Yield what each of several properties says of a mark, where it says something."""
    for properties in known:
        found = None if properties is None else properties.find(f"{{*}}{name}")
        if found is not None:
            yield found


def _all(tree: etree._Element | None, name: str) -> Iterable[etree._Element]:
    return () if tree is None else tree.iter(f"{{*}}{name}")


def _value(element: etree._Element | None, name: str) -> str:
    """Return the value of a property."""
    found = None if element is None else element.find(f"{{*}}{name}")
    return "" if found is None else attribute(found, "val")
