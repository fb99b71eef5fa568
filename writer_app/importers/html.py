"""HTML: what a person would read of a page, without scripts, menus, notes and program code."""

import re
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from writer_app.importers.files import read_bytes, wrong_kind
from writer_app.importers.markup import MarkupText, names
from writer_app.text.encodings import decode

BLOCKS = names(
    """address article blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
    footer h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table td th tr ul"""
)
_NOTES = names(
    "doc-backlink doc-endnotes doc-footnote doc-noteref endnotes footnote footnotes noteref rearnotes"
)
# Only encodings of text; Python's others, such as punycode, can take for ever.
_DECLARED = re.compile(
    rb"(?:charset|encoding)\s*=\s*[\"']?((?:gb|big5|euc|iso|koi8|shift|windows)[\w-]*)", re.IGNORECASE
)
_DECLARATION_WITHIN = 2048  # bytes
NOT_IN_HTML = dict.fromkeys((*range(9), 11, *range(14, 32)))  # control characters


LEFT_OUT = names(
    """applet audio button canvas datalist head iframe math nav noscript object option rp rt script
    select style svg template textarea video"""
)
"""Elements whose content nobody reads as text."""


class _Page(MarkupText):
    left_out = LEFT_OUT

    def __init__(self) -> None:
        super().__init__()
        self._preformatted = 0
        self._code = 0

    def leaves_out(self, name: str, attributes: Mapping[str, str]) -> bool:
        kinds = f"{attributes.get('role', '')} {attributes.get('epub:type', '')}".split()
        return name in self.left_out or not _NOTES.isdisjoint(kinds)

    def opened(self, name: str, _attributes: Mapping[str, str]) -> None:
        if name in BLOCKS:
            self.end_paragraph()
        if name == "br":
            self.break_line()
        self._preformatted += name == "pre"
        self._code += name == "code" and self._preformatted > 0

    def closed(self, name: str) -> None:
        if name in BLOCKS:
            self.end_paragraph()
        self._preformatted -= name == "pre"
        self._code -= name == "code" and self._code > 0

    def add(self, text: str) -> None:
        if self._code:
            return
        if not self._preformatted:
            super().add(text)
            return
        first, *others = text.split("\n")
        super().add(first)
        for line in others:
            self.break_line()
            super().add(line)


def read(path: Path) -> str:
    """Return the paragraphs of a page."""
    markup = decoded_page(read_bytes(path))
    if markup is None:
        raise wrong_kind(path)
    return text_of(markup)


def text_of(markup: str) -> str:
    """Return the paragraphs of a page; any string is HTML, be it well formed or not."""
    data = markup.translate(NOT_IN_HTML).encode("utf-8", "replace")
    if not data.strip():
        return ""
    parser = etree.HTMLParser(target=_Page(), encoding="utf-8", no_network=True, huge_tree=False)
    text: str = etree.fromstring(data, parser)
    return text


def decoded_page(data: bytes) -> str | None:
    """Return the source of a page: UTF-8 if it is that, else as it declares, else as it seems to be."""
    declared = _DECLARED.search(data[:_DECLARATION_WITHIN])
    for encoding in ("utf-8-sig", declared and _superset(declared[1].decode("ascii").lower())):
        try:
            if encoding:
                return data.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    decoded = decode(data)
    return decoded and decoded.text


def _superset(encoding: str) -> str:
    """Return what browsers take `encoding` for, since pages use characters that it lacks."""
    if encoding.startswith("gb"):
        return "gb18030"
    return "cp1252" if encoding in {"iso-8859-1", "iso8859-1"} else encoding
