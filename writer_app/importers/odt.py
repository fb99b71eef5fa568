"""OpenDocument text: the body without notes, comments, tables of contents and tracked deletions."""

from collections.abc import Mapping
from pathlib import Path

from writer_app.importers.archive import open_archive
from writer_app.importers.files import encrypted
from writer_app.importers.markup import MarkupText, names, xml_text

_CONTENT = "content.xml"
_STYLES = "styles.xml"
_MANIFEST = "META-INF/manifest.xml"
_PARAGRAPHS = {"p", "h"}


class _Body(MarkupText):
    left_out = names(
        """alphabetical-index annotation automatic-styles bibliography font-face-decls forms
        illustration-index note object-index ruby-text scripts table-index table-of-content
        tracked-changes user-index"""
    )

    def __init__(self) -> None:
        super().__init__()
        self._in_paragraph = 0

    def opened(self, name: str, _attributes: Mapping[str, str]) -> None:
        if name in _PARAGRAPHS:
            self.end_paragraph()
            self._in_paragraph += 1
        elif name in {"s", "tab"}:
            self.add(" ")
        elif name == "line-break":
            self.break_line()

    def closed(self, name: str) -> None:
        if name in _PARAGRAPHS:
            self.end_paragraph()
            self._in_paragraph -= 1

    def add(self, text: str) -> None:
        if self._in_paragraph:
            super().add(text)


def read(path: Path) -> str:
    """Return the paragraphs of an ODT file."""
    return xml_text(path, parts(path)[0], _Body())


def parts(path: Path) -> tuple[bytes, bytes | None]:
    """Return the content of an ODT file and its styles."""
    with open_archive(path) as archive:
        # since ODF 1.4 a whole document may be encrypted, before that each part was
        if "encrypted-package" in archive or (
            _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST)
        ):
            raise encrypted(path)
        return archive.read(_CONTENT), archive.read(_STYLES) if _STYLES in archive else None
