"""EPUB: the chapters of the book in the order of its spine."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from writer_app.importers import html
from writer_app.importers.archive import Archive, open_archive
from writer_app.importers.files import damaged, encrypted
from writer_app.importers.markup import xml_tree

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = {"application/xhtml+xml", "text/html"}


def read(path: Path) -> str:
    """Return the paragraphs of a book."""
    return "\n\n".join(filter(None, map(html.text_of, pages(path))))


def pages(path: Path) -> list[str]:
    """Return the source of each chapter."""
    with open_archive(path) as archive:
        chapters = list(_chapters(path, archive))
        if _encrypted_parts(path, archive) & set(chapters):  # fonts alone are often scrambled
            raise encrypted(path)
        sources = (html.decoded_page(archive.read(chapter)) for chapter in chapters)
        return [source for source in sources if source]


def _chapters(path: Path, archive: Archive) -> Iterator[str]:
    rootfile = xml_tree(path, archive.read(_CONTAINER)).find(".//{*}rootfile")
    if rootfile is None:
        raise damaged(path)
    package = rootfile.get("full-path", "")
    tree = xml_tree(path, archive.read(package))
    items = {item.get("id"): item for item in tree.iter("{*}item")}
    for reference in tree.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        if "nav" not in item.get("properties", "").split():  # that is the table of contents
            yield posixpath.normpath(
                posixpath.join(posixpath.dirname(package), unquote(item.get("href", "")))
            )


def _encrypted_parts(path: Path, archive: Archive) -> set[str]:
    if _ENCRYPTION not in archive:
        return set()
    tree = xml_tree(path, archive.read(_ENCRYPTION))
    return {unquote(reference.get("URI", "")) for reference in tree.iter("{*}CipherReference")}
