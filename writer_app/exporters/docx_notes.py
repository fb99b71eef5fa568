"""Footnotes of a Word document, for which python-docx has no way of its own."""

from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.text.run import Run as WordRun
from lxml import etree

from writer_app.exporters.runs import Run, runs

_FIRST = 2  # the numbers before are those of the lines above notes
_LINES = (("separator", "separator"), ("continuationSeparator", "continuationSeparator"))


class Footnotes:
    """Collects the notes of a document, and gives them a part of their own at the end."""

    def __init__(self) -> None:
        self._notes: list[etree._Element] = []

    def refer(self, run: WordRun, note: etree._Element) -> None:
        """Make `run` the reference to a note."""
        run.font.superscript = True
        reference: Any = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(_FIRST + len(self._notes)))
        run._r.append(reference)  # noqa: SLF001 - no public way
        self._notes.append(note)

    def write(self, document: Document) -> None:
        """Add the part, if there are any."""
        if not self._notes:
            return
        root: Any = etree.fromstring(f"<w:footnotes {nsdecls('w')}/>")
        for number, (kind, line) in enumerate(_LINES):
            note = _add(root, "w:footnote", id=str(number), type=kind)
            _add(_add(_add(note, "w:p"), "w:r"), f"w:{line}")
        for number, blocks in enumerate(self._notes, start=_FIRST):
            _add_note(_add(root, "w:footnote", id=str(number)), blocks)
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        name = PackURI("/word/footnotes.xml")
        part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, data, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _add_note(note: etree._Element, blocks: etree._Element) -> None:
    for number, block in enumerate(blocks):
        paragraph = _add(note, "w:p")
        if not number:
            mark = _add(paragraph, "w:r")
            _add(_add(mark, "w:rPr"), "w:vertAlign", val="superscript")
            _add(mark, "w:footnoteRef")
            _add_words(paragraph, Run(" "))
        for run in runs(block):
            _add_words(paragraph, run)


def _add_words(paragraph: etree._Element, run: Run) -> None:
    made = _add(paragraph, "w:r")
    look = _add(made, "w:rPr")
    for wanted, name in ((run.strong, "w:b"), (run.emphasis, "w:i"), (run.struck, "w:strike")):
        if wanted:
            _add(look, name)
    text = _add(made, "w:t")
    text.text = run.text.replace("\n", " ")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, qn(name), {qn(f"w:{key}"): value for key, value in attributes.items()})
