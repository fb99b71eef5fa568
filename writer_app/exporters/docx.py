"""Word's DOCX, by named styles, so that Word's own navigation and contents find the headings."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun
from lxml import etree

from writer_app.exporters.docx_notes import Footnotes
from writer_app.exporters.manuscript import BLOCKS, Manuscript
from writer_app.exporters.pictures import Picture, fitted
from writer_app.exporters.runs import Run, runs

_CODE, _CODE_WITHIN = "Code", "Code Char"
_DEEPEST_LIST = 3  # Word's own template has no styles for lists within those
_ROOM = 6.0 * 96, 8.0 * 96  # for a picture on the template's page
_QUOTE_INDENT = Pt(24)
_INK = RGBColor(0x22, 0x22, 0x22)


def write(manuscript: Manuscript, path: Path) -> Iterator[float]:
    """Write a Word document, yielding the share done."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author = manuscript.title, manuscript.author
    properties.language, properties.comments = manuscript.language, ""
    _set_looks(document)
    writer = _Writer(document, manuscript.pictures.found)
    for number, element in enumerate(manuscript.body):
        yield number / len(manuscript.body)
        writer.add(element)
    writer.notes.write(document)
    document.save(str(path))
    yield 1.0


class _Writer:
    """Adds blocks to a document; the depth of quotes and lists is passed down."""

    def __init__(self, document: Document, pictures: Mapping[str, Picture]) -> None:
        self._document = document
        self._pictures = pictures
        self.notes = Footnotes()
        styles = document.styles
        self._styles = {style.name: style for style in styles if style.type == WD_STYLE_TYPE.PARAGRAPH}

    def add(self, element: etree._Element, quoted: int = 0, depth: int = 0) -> None:
        """Add a block and those within it."""
        match element.tag:
            case "blockquote":
                for child in element:
                    self.add(child, quoted + 1, depth)
            case "ul" | "ol":
                self._add_list(element, quoted, depth + 1)
            case "pre":
                paragraph = self._paragraph(_CODE, quoted)
                self._write_runs(paragraph, [Run("".join(element.itertext()).rstrip("\n"))])
            case "table":
                self._add_table(element)
            case "hr":
                _draw_line_below(self._paragraph("Normal", 0))
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._write_runs(self._paragraph(f"Heading {element.tag[1:]}", quoted), runs(element))
            case _:
                self._write_runs(self._paragraph("Quote" if quoted else "Normal", quoted), runs(element))

    def _add_list(self, element: etree._Element, quoted: int, depth: int) -> None:
        name = "List Number" if element.tag == "ol" else "List Bullet"
        level = min(depth, _DEEPEST_LIST)
        style = name if level == 1 else f"{name} {level}"
        numbering = self._new_numbering(style, int(element.get("start", 1))) if element.tag == "ol" else None
        for item in element:
            paragraph = self._paragraph(style, quoted)
            if numbering is not None:
                _number(paragraph, numbering)
            blocks = [child for child in item if child.tag in BLOCKS]
            if blocks and blocks[0].tag == "p" and not (item.text or "").strip():
                self._write_runs(paragraph, runs(blocks.pop(0)))
            else:
                self._write_runs(paragraph, runs(item, BLOCKS))
            for block in blocks:
                if block.tag == "p":  # goes on with the item
                    more = self._paragraph(f"List Continue{f' {level}' if level > 1 else ''}", quoted)
                    self._write_runs(more, runs(block))
                else:
                    self.add(block, quoted, depth)

    def _add_table(self, element: etree._Element) -> None:
        rows = list(element.iter("tr"))
        table = self._document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for row, written in zip(rows, table.rows, strict=True):
            for cell, place in zip(row, written.cells, strict=False):
                paragraph = place.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(0)
                self._write_runs(paragraph, runs(cell), strong=cell.tag == "th")
            if len(row) and row[0].tag == "th":
                _repeat_on_each_page(written)
        self._paragraph("Normal", 0).paragraph_format.space_after = Pt(0)  # room; Word joins adjacent tables

    def _write_runs(self, paragraph: Paragraph, words: Iterable[Run], strong: bool = False) -> None:
        for run in words:
            if run.picture:
                self._add_picture(paragraph, run)
            elif run.note is not None:
                self.notes.refer(paragraph.add_run(), run.note)
            elif run.text:
                _write_run(paragraph, run, strong=strong)

    def _add_picture(self, paragraph: Paragraph, run: Run) -> None:
        width, height = fitted(run.size, _ROOM)
        data = BytesIO(self._pictures[run.picture].data)
        shape = paragraph.add_run().add_picture(data, Inches(width / 96), Inches(height / 96))
        shape._inline.docPr.set("descr", run.text)  # noqa: SLF001 - no public way

    def _paragraph(self, style: str, quoted: int) -> Paragraph:
        paragraph = self._document.add_paragraph()
        paragraph.style = self._styles[style]
        if quoted:
            paragraph.paragraph_format.left_indent = quoted * _QUOTE_INDENT
        return paragraph

    def _new_numbering(self, style: str, start: int) -> int:
        """Return the number of a new numbering like the style's, else all lists would be counted as one."""
        numbering: Any = self._document.part.numbering_part.element
        like = self._styles[style].element.pPr.numPr.numId.val
        made = numbering.add_num(numbering.num_having_numId(like).abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(start)
        number: int = made.numId
        return number


def _write_run(paragraph: Paragraph, run: Run, *, strong: bool) -> None:
    written = paragraph.add_run(run.text)  # its line feeds become line breaks
    # what is not so is left unsaid, so that it follows the paragraph's style
    if run.strong or strong:
        written.bold = True
    if run.emphasis:
        written.italic = True
    if run.struck:
        written.font.strike = True
    if run.code:
        written.style = _CODE_WITHIN
    if "://" in run.link or run.link.startswith("mailto:"):
        _link(paragraph, written, run.link)


def _link(paragraph: Paragraph, run: WordRun, address: str) -> None:
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link: Any = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run.font.underline = True
    run._r.addprevious(link)  # noqa: SLF001 - python-docx reads links but has no way to write one
    link.append(run._r)  # noqa: SLF001


def _number(paragraph: Paragraph, numbering: int) -> None:
    properties: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no public way either
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def _repeat_on_each_page(row: Row) -> None:
    properties: Any = row._tr.get_or_add_trPr()  # noqa: SLF001 - no public way either
    properties.append(OxmlElement("w:tblHeader"))


def _draw_line_below(paragraph: Paragraph) -> None:
    borders: Any = OxmlElement("w:pBdr")
    line: Any = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "auto")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001 - no public way either
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _set_looks(document: Document) -> None:
    """Make python-docx's template a page to read: one typeface, dark headings, room between paragraphs."""
    normal = _style(document, "Normal")
    normal.font.name, normal.font.size = "Georgia", Pt(11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(8), 1.3
    for level, points in enumerate((20, 16, 13, 12, 11, 11), start=1):
        heading = _style(document, f"Heading {level}")
        heading.font.name, heading.font.size, heading.font.color.rgb = "Georgia", Pt(points), _INK
        fonts: Any = heading.element.rPr.rFonts
        for name in ("asciiTheme", "hAnsiTheme"):  # would win over the name
            fonts.attrib.pop(qn(f"w:{name}"), None)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(18), Pt(8)
    made = document.styles.add_style(_CODE, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = normal
    made.font.name, made.font.size = "Consolas", Pt(9.5)
    made.paragraph_format.line_spacing = 1.0
    within = document.styles.add_style(_CODE_WITHIN, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(within, CharacterStyle)  # noqa: S101 - tells the type checker
    within.font.name = "Consolas"


def _style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - tells the type checker
    return style
