"""Small documents made by hand, sound ones and others."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"

_WORD_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_OPENDOCUMENT_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
WORD_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Id="r1" Target="word/document.xml"/></Relationships>'
)
EPUB_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)


def make_zip(path: Path, parts: Mapping[str, str | bytes]) -> None:
    """Write a zip file that depends on nothing but its parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def word_document(body: str) -> str:
    return f"<w:document {_WORD_NAMESPACES}><w:body>{body}</w:body></w:document>"


def make_docx(path: Path, body: str) -> None:
    make_zip(path, {"_rels/.rels": WORD_RELATIONS, "word/document.xml": word_document(body)})


def opendocument_content(body: str) -> str:
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"<office:document-content {_OPENDOCUMENT_NAMESPACES}>{text}</office:document-content>"


def make_odt(path: Path, body: str, **parts: str) -> None:
    mimetype = "application/vnd.oasis.opendocument.text"
    make_zip(path, {"mimetype": mimetype, "content.xml": opendocument_content(body), **parts})


def make_epub(path: Path, chapters: Sequence[str], parts: Mapping[str, str] | None = None) -> None:
    names = [f"chapter {number}.xhtml" for number in range(len(chapters))]
    items = "".join(
        f'<item id="c{number}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest>'
        f"<spine>{spine}</spine></package>"
    )
    texts = {f"OEBPS/{name}": chapter for name, chapter in zip(names, chapters, strict=True)}
    make_zip(
        path,
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": EPUB_CONTAINER,
            "OEBPS/book.opf": package,
            **texts,
            **(parts or {}),
        },
    )


def make_pdf(pages: Sequence[Sequence[str]], stream: bytes | None = None) -> bytes:
    """Return a PDF with these lines on its pages, or with `stream`, compressed, as what each page draws."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, lines in enumerate(pages):
        page = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        drawing = stream
        if drawing is None:
            shown = "".join(f"({line}) Tj T*\n" for line in lines)
            drawing = f"BT /F 12 Tf 14 TL 60 780 Td\n{shown}ET".encode("cp1252")
        flate = "" if stream is None else "/Filter/FlateDecode"
        head = f"<</Length {len(drawing)}{flate}>>stream\n".encode()
        objects += [page.encode(), head + drawing + b"\nendstream"]
    return _pdf_of(objects)


def _pdf_of(objects: Sequence[bytes]) -> bytes:
    content = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        content
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(content))
    )
