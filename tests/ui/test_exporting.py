"""Exporting and printing from the window."""

import time
from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.sight import Sight
from writer_app.importers import import_text
from writer_app.settings.schema import AUTHOR

TEXT = "# The Garden\n\nIt had **rained** for nine days.\n\n## March\n\nThe sun came out.\n"
LONG = "".join(
    f"# Chapter {number}\n\n" + "The quick *brown* fox jumps over the **lazy** dog.\n\n" * 60
    for number in range(40)
)


def open_text(sight: Sight, path: Path, text: str = TEXT) -> None:
    path.write_text(text, encoding="utf-8")
    sight.open(path)


def export(sight: Sight, path: Path) -> None:
    sight.questions.path = path
    (named,) = (n for n in sight.window.actions_by_name.all() if n.name == f"file.export{path.suffix}")
    with sight.qtbot.waitSignal(sight.window.exporting.ended, timeout=20_000):
        named.action.trigger()


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".pdf", ".html", ".epub"])
def test_a_markdown_document_is_exported_with_its_structure(
    sight: Sight, tmp_path: Path, suffix: str
) -> None:
    open_text(sight, tmp_path / "garden.md")
    export(sight, tmp_path / f"out{suffix}")
    there, here = import_text(tmp_path / f"out{suffix}"), import_text(tmp_path / "garden.md")
    if suffix == ".pdf":  # which knows of no paragraphs
        there, here = " ".join(there.split()), " ".join(here.split())
    assert there == here
    assert f"Exported to “out{suffix}”." in sight.notices()


def test_a_plain_document_is_exported_as_paragraphs(sight: Sight, tmp_path: Path) -> None:
    open_text(sight, tmp_path / "plain.txt", "# a\n*b*")
    export(sight, tmp_path / "out.docx")
    assert import_text(tmp_path / "out.docx") == "# a\n\n*b*"


def test_a_pdf_has_its_title_author_and_headings(sight: Sight, tmp_path: Path) -> None:
    sight.settings.set(AUTHOR, "Ada & Co")
    open_text(sight, tmp_path / "garden.md", LONG)
    export(sight, tmp_path / "out.pdf")
    reader = pypdf.PdfReader(tmp_path / "out.pdf")
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Chapter 0", "Ada & Co")
    headings = [item for item in reader.outline if not isinstance(item, list)]
    assert [item.title for item in headings] == [f"Chapter {number}" for number in range(40)]
    for item in headings[::9]:
        page = reader.get_destination_page_number(item)
        assert page is not None
        assert str(item.title) in reader.pages[page].extract_text()


def test_the_window_answers_while_a_long_text_is_exported(sight: Sight, tmp_path: Path) -> None:
    open_text(sight, tmp_path / "long.md", LONG[: len(LONG) // 6])
    sight.window.exporting.export(sight.window.tabs.current, tmp_path / "out.docx")
    waits = []
    while sight.window.exporting.busy:
        started = time.perf_counter()
        QApplication.processEvents()
        sight.type("x")
        waits.append(time.perf_counter() - started)
    assert len(waits) > 5
    assert sorted(waits)[len(waits) * 9 // 10] < 0.2
    assert "xxx" not in import_text(tmp_path / "out.docx")  # it is the text of the moment when it began


def test_closing_the_window_gives_an_export_up(sight: Sight, tmp_path: Path) -> None:
    open_text(sight, tmp_path / "long.md", LONG)
    sight.window.exporting.export(sight.window.tabs.current, tmp_path / "out.docx")
    started = time.perf_counter()
    sight.window.close()
    assert time.perf_counter() - started < 2
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["long.md"]


def test_a_place_that_cannot_be_written_is_told(sight: Sight, tmp_path: Path) -> None:
    sight.questions.path = tmp_path / "gone" / "out.pdf"
    sight.window.exporting.ask_and_export(".pdf")
    sight.qtbot.waitUntil(lambda: bool(sight.questions.asked), timeout=5000)
    assert "“out.pdf” was not exported" in sight.questions.asked[0]


def test_the_preview_shows_the_pages(sight: Sight, tmp_path: Path) -> None:
    open_text(sight, tmp_path / "long.md", LONG)
    sight.window.exporting.preview()
    (dialog,) = (d for d in sight.window.findChildren(QDialog) if "Chapter 0" in d.windowTitle())
    (pages,) = dialog.findChildren(QPrintPreviewWidget)
    sight.qtbot.waitUntil(lambda: pages.pageCount() > 20, timeout=20_000)
    dialog.close()
