"""EPUB 3: a chapter for each heading of the highest rank, and a table of contents.

No library that may be used here writes books well (docs/decisions/0035), and a book takes
five small files and its pictures.
"""

import uuid
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from writer_app.exporters.manuscript import HEADINGS, Manuscript, text_of
from writer_app.exporters.notes import set_below
from writer_app.i18n import tr

_XHTML = "http://www.w3.org/1999/xhtml"
_OPS = "http://www.idpf.org/2007/ops"
_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
_LOOKS = """
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 0.6em; page-break-after: avoid; }
p { margin: 0; text-indent: 1.2em; }
h1 + p, h2 + p, h3 + p, h4 + p, h5 + p, h6 + p, hr + p, li > p, p:first-child, td p { text-indent: 0; }
blockquote { margin: 1em 1.5em; }
pre { white-space: pre-wrap; font-size: 0.85em; margin: 1em 0; }
hr { border: 0; border-top: 1px solid; width: 25%; margin: 1.5em auto; }
table { border-collapse: collapse; margin: 1em 0; }
img { max-width: 100%; }
th, td { border: 1px solid; padding: 0.2em 0.5em; }
"""


@dataclass(slots=True)
class _Chapter:
    name: str
    title: str
    elements: list[etree._Element] = field(default_factory=list)


def write(manuscript: Manuscript, path: Path) -> Iterator[float]:
    """Write a book, yielding the share done."""
    chapters = _chapters(manuscript)
    pictures = enumerate(manuscript.pictures.found.items(), start=1)
    names = {address: f"picture-{number}.{picture.suffix}" for number, (address, picture) in pictures}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)  # first and as it is
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("book/book.css", _LOOKS)
        book.writestr("book/package.opf", _serialised(_package(manuscript, chapters, names)))
        book.writestr("book/contents.xhtml", _serialised(_contents(manuscript, chapters)))
        for address, picture in manuscript.pictures.found.items():
            yield 0.0
            book.writestr(f"book/{names[address]}", picture.data, zipfile.ZIP_STORED)
        for number, chapter in enumerate(chapters):
            yield number / len(chapters)
            book.writestr(f"book/{chapter.name}", _serialised(_page(manuscript, chapter, names)))
    yield 1.0


def _chapters(manuscript: Manuscript) -> list[_Chapter]:
    present = {child.tag for child in manuscript.body}
    rank = next((heading for heading in HEADINGS if heading in present), "")
    # one heading above all others is the title of the book, and the next rank parts its chapters
    if len(manuscript.body.findall(rank or "h1")) == 1:
        rank = next((h for h in HEADINGS[HEADINGS.index(rank) + 1 :] if h in present), rank) if rank else rank
    chapters: list[_Chapter] = []
    for element in manuscript.body:
        if not chapters or element.tag == rank:
            title = text_of(element) if element.tag in HEADINGS else manuscript.title
            chapters.append(_Chapter(f"chapter-{len(chapters) + 1}.xhtml", title or manuscript.title))
        chapters[-1].elements.append(element)
    return chapters or [_Chapter("chapter-1.xhtml", manuscript.title)]


def _page(manuscript: Manuscript, chapter: _Chapter, names: Mapping[str, str]) -> etree._Element:
    page, body = _empty_page(manuscript, chapter.title)
    copied = etree.Element("body")
    copied.extend(deepcopy(chapter.elements))
    set_below(copied, linked=True)
    for image in copied.iter("img"):
        image.set("src", names[image.get("src", "")])
        image.attrib.pop("height")  # which follows the width that there is room for
    for inner in copied.iterdescendants():
        inner.tag = f"{{{_XHTML}}}{inner.tag}"
    body.extend(list(copied))
    return page


def _contents(manuscript: Manuscript, chapters: Sequence[_Chapter]) -> etree._Element:
    page, body = _empty_page(manuscript, manuscript.title)
    nav = etree.SubElement(body, f"{{{_XHTML}}}nav", {f"{{{_OPS}}}type": "toc"})
    etree.SubElement(nav, f"{{{_XHTML}}}h1").text = tr("Contents")
    rows = etree.SubElement(nav, f"{{{_XHTML}}}ol")
    for chapter in chapters:
        row = etree.SubElement(rows, f"{{{_XHTML}}}li")
        etree.SubElement(row, f"{{{_XHTML}}}a", href=chapter.name).text = chapter.title
    return page


def _empty_page(manuscript: Manuscript, title: str) -> tuple[etree._Element, etree._Element]:
    page = etree.Element(f"{{{_XHTML}}}html", nsmap={None: _XHTML, "epub": _OPS})
    page.set("lang", manuscript.language)
    page.set("{http://www.w3.org/XML/1998/namespace}lang", manuscript.language)
    head = etree.SubElement(page, f"{{{_XHTML}}}head")
    etree.SubElement(head, f"{{{_XHTML}}}title").text = title
    etree.SubElement(head, f"{{{_XHTML}}}link", rel="stylesheet", type="text/css", href="book.css")
    return page, etree.SubElement(page, f"{{{_XHTML}}}body")


def _package(
    manuscript: Manuscript, chapters: Sequence[_Chapter], names: Mapping[str, str]
) -> etree._Element:
    package = etree.Element(
        f"{{{_OPF}}}package", {"version": "3.0", "unique-identifier": "id"}, nsmap={None: _OPF, "dc": _DC}
    )
    known = etree.SubElement(package, f"{{{_OPF}}}metadata")
    etree.SubElement(known, f"{{{_DC}}}identifier", id="id").text = uuid.uuid4().urn
    etree.SubElement(known, f"{{{_DC}}}title").text = manuscript.title
    etree.SubElement(known, f"{{{_DC}}}language").text = manuscript.language
    if manuscript.author:
        etree.SubElement(known, f"{{{_DC}}}creator").text = manuscript.author
    modified = etree.SubElement(known, f"{{{_OPF}}}meta", property="dcterms:modified")
    modified.text = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    manifest = etree.SubElement(package, f"{{{_OPF}}}manifest")
    spine = etree.SubElement(package, f"{{{_OPF}}}spine")
    xhtml = {"media-type": "application/xhtml+xml"}
    etree.SubElement(
        manifest,
        f"{{{_OPF}}}item",
        {"id": "contents", "href": "contents.xhtml", "properties": "nav", **xhtml},
    )
    etree.SubElement(
        manifest, f"{{{_OPF}}}item", {"id": "looks", "href": "book.css", "media-type": "text/css"}
    )
    for number, (address, name) in enumerate(names.items(), start=1):
        kind = manuscript.pictures.found[address].media_type
        etree.SubElement(
            manifest, f"{{{_OPF}}}item", {"id": f"picture-{number}", "href": name, "media-type": kind}
        )
    for number, chapter in enumerate(chapters, start=1):
        etree.SubElement(
            manifest, f"{{{_OPF}}}item", {"id": f"chapter-{number}", "href": chapter.name, **xhtml}
        )
        etree.SubElement(spine, f"{{{_OPF}}}itemref", idref=f"chapter-{number}")
    return package


def _serialised(element: etree._Element) -> bytes:
    data: bytes = etree.tostring(element, xml_declaration=True, encoding="utf-8")
    return data
