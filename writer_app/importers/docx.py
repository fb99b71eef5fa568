"""Word's DOCX: the body with its tables and text boxes, without notes, comments and deleted text."""

import posixpath
from collections.abc import Mapping
from pathlib import Path

from writer_app.importers.archive import Archive, open_archive
from writer_app.importers.files import damaged
from writer_app.importers.markup import MarkupText, local_name, xml_text, xml_tree

_PACKAGE_RELATIONS = "_rels/.rels"
_MAIN_PART = "/officeDocument"  # how the type of its relation ends


class _Body(MarkupText):
    # Fallback repeats a text box for older programs; the text that was deleted is in elements not asked for
    left_out = frozenset({"Fallback", "moveFrom", "oMath", "rt", "sectPr"})

    def __init__(self) -> None:
        super().__init__()
        self._in_text = False
        self._in_contents = False

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "p":
                self.end_paragraph()
                self._in_contents = False
            case "t":
                self._in_text = True
            case "tab":
                super().add(" ")
            case "noBreakHyphen":
                super().add("-")
            case "br" | "cr":
                self.break_line()
            case "pStyle":
                style = next((value for key, value in attributes.items() if local_name(key) == "val"), "")
                self._in_contents = style.upper().startswith("TOC")

    def closed(self, name: str) -> None:
        if name == "p":
            self.end_paragraph()
        elif name == "t":
            self._in_text = False

    def add(self, text: str) -> None:
        if self._in_text and not self._in_contents:
            super().add(text)


def read(path: Path) -> str:
    """Return the paragraphs of a DOCX file."""
    with open_archive(path) as archive:
        body = archive.read(main_part(path, archive))
    return xml_text(path, body, _Body())


def main_part(path: Path, archive: Archive) -> str:
    """Return the name of the part with the text."""
    for relation in xml_tree(path, archive.read(_PACKAGE_RELATIONS)).iter("{*}Relationship"):
        if relation.get("Type", "").endswith(_MAIN_PART):
            target: str = relation.get("Target", "")
            return posixpath.normpath(target).lstrip("/")
    raise damaged(path)
