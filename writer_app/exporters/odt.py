"""OpenDocument text, by named styles, so that a word processor's navigator finds the headings."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import odfdo
from lxml import etree

from writer_app.exporters import odt_styles as styles
from writer_app.exporters.manuscript import BLOCKS, Manuscript
from writer_app.exporters.pictures import fitted
from writer_app.exporters.runs import Run, runs

_ROOM = 6.6 * 96, 9.0 * 96  # for a picture on the template's page
_SPACES = re.compile("\t|  +")


def write(manuscript: Manuscript, path: Path) -> Iterator[float]:
    """Write an OpenDocument text, yielding the share done."""
    document = odfdo.Document("text")
    _set_looks(document)
    document.meta.title = manuscript.title
    document.meta.initial_creator = document.meta.creator = manuscript.author
    document.meta.language = manuscript.language
    body = document.body
    body.clear()
    elements = deepcopy(manuscript.body)
    places = {}
    for address, picture in manuscript.pictures.found.items():
        yield 0.0
        places[address] = document.add_file(BytesIO(picture.data))
    for image in elements.iter("img"):
        image.set("src", places[image.get("src", "")])
    for number, element in enumerate(elements):
        yield number / len(elements)
        for block in _blocks(element, styles.BODY):
            body.append(odfdo.Element.from_tag(block))
    document.save(path)
    yield 1.0


def _blocks(element: etree._Element, style: str) -> Iterator[str]:
    match element.tag:
        case "blockquote":
            for child in element:
                yield from _blocks(child, styles.QUOTE)
        case "ul" | "ol":
            yield _list(element)
        case "pre":
            yield _paragraph([Run("".join(element.itertext()).rstrip("\n"))], styles.CODE)
        case "table":
            yield _table(element)
        case "hr":
            yield _paragraph([], styles.LINE)
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            level = int(element.tag[1:])
            start = f'<text:h text:style-name="{styles.heading(level)}" text:outline-level="{level}">'
            yield f"{start}{_words(runs(element))}</text:h>"
        case _:
            yield _paragraph(runs(element), style)


def _list(element: etree._Element) -> str:
    items = []
    for number, item in enumerate(element):
        start = element.get("start") if number == 0 else None
        blocks = [block for child in item if child.tag in BLOCKS for block in _blocks(child, styles.BODY)]
        if any(run.text.strip() for run in runs(item, BLOCKS)):
            blocks.insert(0, _paragraph(runs(item, BLOCKS), styles.BODY))
        attribute = f' text:start-value="{start}"' if start else ""
        items.append(f"<text:list-item{attribute}>{''.join(blocks)}</text:list-item>")
    return f'<text:list text:style-name="{styles.LISTS[element.tag]}">{"".join(items)}</text:list>'


def _table(element: etree._Element) -> str:
    rows = [list(row) for row in element.iter("tr")]
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    written = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    return f'<table:table table:style-name="{styles.TABLE}">{columns}{written}</table:table>'


def _cell(cell: etree._Element) -> str:
    style = styles.TABLE_HEADING if cell.tag == "th" else styles.TABLE_CONTENTS
    start = f'<table:table-cell table:style-name="{styles.TABLE_CELL}" office:value-type="string">'
    return f"{start}{_paragraph(runs(cell), style)}</table:table-cell>"


def _paragraph(words: Iterable[Run], style: str) -> str:
    return f'<text:p text:style-name="{style}">{_words(words)}</text:p>'


def _words(words: Iterable[Run]) -> str:
    return "".join(map(_run, words))


def _run(run: Run) -> str:
    if run.picture:
        return _picture(run)
    if run.note is not None:
        return _note(run.note)
    written = _SPACES.sub(_space, escape(run.text)).replace("\n", "<text:line-break/>")
    for look, wanted in (
        (styles.SOURCE, run.code),
        (styles.STRUCK, run.struck),
        (styles.EMPHASIS, run.emphasis),
        (styles.STRONG, run.strong),
    ):
        if wanted:
            written = f'<text:span text:style-name="{look}">{written}</text:span>'
    if run.link:
        written = f'<text:a xlink:type="simple" xlink:href={quoteattr(run.link)}>{written}</text:a>'
    return written


def _note(note: etree._Element) -> str:
    blocks = "".join(block for child in note for block in _blocks(child, styles.NOTE))
    return (
        '<text:note text:note-class="footnote"><text:note-citation/>'
        f"<text:note-body>{blocks}</text:note-body></text:note>"
    )


def _picture(run: Run) -> str:
    width, height = fitted(run.size, _ROOM)
    size = f'svg:width="{width / 96:.3f}in" svg:height="{height / 96:.3f}in"'
    return (
        f'<draw:frame text:anchor-type="as-char" {size}>'
        f'<draw:image xlink:href={quoteattr(run.picture)} xlink:type="simple" xlink:show="embed" '
        f'xlink:actuate="onLoad"/><svg:desc>{escape(run.text)}</svg:desc></draw:frame>'
    )


def _space(found: re.Match[str]) -> str:
    """Keep spaces that OpenDocument would take for one, as HTML does."""
    if found[0] == "\t":
        return "<text:tab/>"
    return f' <text:s text:c="{len(found[0]) - 1}"/>'


def _set_looks(document: odfdo.Document) -> None:
    """Put our styles in the place of the template's, whose headings are numbered."""
    parts: tuple[Any, ...] = (document.get_part("styles.xml"), document.get_part("content.xml"))
    named = parts[0].get_element("//office:styles")
    for old in named.children:
        if old.tag in {"style:style", "text:list-style", "text:outline-style"}:
            named.delete(old)
    for style in styles.named_styles():
        named.append(odfdo.Element.from_tag(style))
    beside_content = parts[1].get_element("//office:automatic-styles")
    for style in styles.table_styles():
        beside_content.append(odfdo.Element.from_tag(style))
