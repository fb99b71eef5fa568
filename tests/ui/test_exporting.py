"""Exporting and printing from the window."""

import time
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.ui.sight import Sight
from writer_app.importers import import_text
from writer_app.settings.schema import AUTHOR
from writer_app.ui.printing import Preview

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


@pytest.fixture
def preview(sight: Sight, tmp_path: Path) -> Preview:
    open_text(sight, tmp_path / "long.md", LONG)
    sight.window.exporting.preview()
    (dialog,) = sight.window.findChildren(Preview)
    return dialog


def dark(preview: Preview) -> int:
    """Count the dark points of what is seen."""
    seen = preview.view.viewport().grab().toImage()
    return sum(
        seen.pixelColor(x, y).lightness() < 100
        for x in range(0, seen.width(), 2)
        for y in range(0, seen.height(), 2)
    )


def test_the_preview_shows_the_pages_and_never_holds_up_the_window(sight: Sight, preview: Preview) -> None:
    waits, started = [], time.perf_counter()
    while not preview.view.drawn(0):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        now = time.perf_counter()
        waits.append(now - started)
        started = now
        QTimer.singleShot(1, lambda: None)
    assert preview.view.number > 20
    assert preview.words.text() == f"Page 1 of {preview.view.number}"
    assert len(waits) > 20  # it went round meanwhile
    assert dark(preview) > 100
    preview.view.verticalScrollBar().setValue(preview.view.verticalScrollBar().maximum())
    assert preview.words.text() == f"Page {preview.view.number} of {preview.view.number}"
    sight.qtbot.waitUntil(lambda: preview.view.drawn(preview.view.number - 1), timeout=10_000)


def test_the_preview_can_be_closed_before_the_pages_are_set(sight: Sight, preview: Preview) -> None:
    started = time.perf_counter()
    sight.qtbot.mouseClick(preview.close_button, Qt.MouseButton.LeftButton)
    assert time.perf_counter() - started < 1.5
    assert not preview.isVisible()


def test_pages_are_printed_as_they_were_shown(sight: Sight, preview: Preview, tmp_path: Path) -> None:
    with sight.qtbot.waitSignal(preview.laid_out, timeout=20_000):
        pass
    number = preview.view.number
    preview._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    preview._printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    with sight.qtbot.waitSignal(preview.printed, timeout=20_000):
        preview.print_to(preview._printer)
    assert preview.words.text() == "Sent to the printer."
    printed = pypdf.PdfReader(tmp_path / "paper.pdf")
    assert len(printed.pages) == number
    assert "Chapter 0" in " ".join(printed.pages[0].extract_text().split())


def test_pictures_are_on_paper_and_those_left_out_are_told(sight: Sight, tmp_path: Path) -> None:
    red = QImage(1200, 600, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    red.save(str(tmp_path / "red.png"))
    open_text(sight, tmp_path / "a.md", "![red](red.png)\n\n![gone](gone.png)\n")
    export(sight, tmp_path / "out.pdf")
    (page,) = pypdf.PdfReader(tmp_path / "out.pdf").pages
    resources: Any = page["/Resources"]
    assert any(thing["/Subtype"] == "/Image" for thing in resources["/XObject"].values())
    assert "gone" in page.extract_text()
    assert "JPEG nor GIF: 1." in sight.notices()[0]
