"""What opening a file gives: a document as it is stored, or one of another kind in Markdown."""

from dataclasses import dataclass
from pathlib import Path

from writer_app.documents.document import Document, load
from writer_app.i18n import tr
from writer_app.importers import FOREIGN


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, its text, and what the person should know about it."""

    document: Document
    text: str
    remark: str = ""


def read(path: Path) -> Reading:
    """Read the file at `path`; what other programs wrote becomes a new document in Markdown."""
    if path.suffix.lower() in FOREIGN:
        return _imported(path)
    document, text = load(path)
    if not document.mixed:
        return Reading(document, text)
    return Reading(
        document,
        text,
        tr(
            "The lines of “{name}” end in different ways. Saving ends them all with {ends}, as most do.",
            name=path.name,
            ends=document.ends,
        ),
    )


def _imported(path: Path) -> Reading:
    from writer_app.importers.as_markdown import import_markdown  # noqa: PLC0415 - loads lxml

    found = import_markdown(path)
    remark = tr("“{name}” stays as it is: what you write here is saved as Markdown.", name=path.name)
    if found.pictures:
        remark += " " + tr("Pictures left out: {number:,}.", number=found.pictures)
    return Reading(Document(suggested=path.with_suffix(".md")), found.text, remark)
