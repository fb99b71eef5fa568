"""The window remembers what is finished, and its owner decides what stays."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import KEYS
from tests.ui.sight import Sight
from writer_app.personal.hints import Kind
from writer_app.personal.store import MemoryStore
from writer_app.settings.schema import REMEMBER, TAKE_HINTS
from writer_app.ui.dialogs.memory import MemoryDialog
from writer_app.ui.remembering import Contents, Remembering

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def remembering(sight: Sight) -> Remembering:
    sight.window.editor.setFocus()
    QApplication.processEvents()
    return sight.window.remembering


def write(sight: Sight, *paragraphs: str) -> None:
    for paragraph in paragraphs:
        sight.type(paragraph)
        sight.press(KEYS.Key_Return)


def contents(qtbot: QtBot, remembering: Remembering) -> Contents:
    heard: list[Contents] = []
    remembering.read(heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=5000)
    return heard[0]


def words(qtbot: QtBot, remembering: Remembering) -> set[str]:
    return {item.text for item in contents(qtbot, remembering).learned}


def test_a_paragraph_is_learned_once_the_caret_has_left_it(
    qtbot: QtBot, sight: Sight, remembering: Remembering
) -> None:
    qtbot.keyClicks(sight.window.editor, "We met Zdislava.")
    assert words(qtbot, remembering) == set()
    qtbot.keyClick(sight.window.editor, KEYS.Key_Return)
    assert words(qtbot, remembering) == {"Zdislava"}


def test_nothing_is_learned_where_that_is_switched_off(
    qtbot: QtBot, sight: Sight, remembering: Remembering
) -> None:
    sight.window.choose(REMEMBER, False)
    write(sight, "We met Zdislava.")
    sight.window.choose(REMEMBER, True)
    remembering.toggle_document()
    assert not remembering.learns_here
    write(sight, "She paints.")
    assert words(qtbot, remembering) == set()
    remembering.toggle_document()
    write(sight, "We left.")
    assert words(qtbot, remembering) == {"left"}


def test_what_is_being_written_is_learned_when_the_window_closes(
    qtbot: QtBot, sight: Sight, remembering: Remembering
) -> None:
    folder = remembering._folder
    qtbot.keyClicks(sight.window.editor, "We met Zdislava.")
    sight.window.finish()
    assert [text for _, text in MemoryStore(folder).sentences()] == ["We met Zdislava."]


def test_a_word_that_has_only_begun_is_not_learned(
    qtbot: QtBot, sight: Sight, remembering: Remembering
) -> None:
    folder = remembering._folder
    qtbot.keyClicks(sight.window.editor, "We met Zdis")
    sight.window.finish()
    assert [text.strip() for _, text in MemoryStore(folder).sentences()] == ["We met"]


def test_the_dialog_searches_and_forgets(qtbot: QtBot, sight: Sight, remembering: Remembering) -> None:
    write(sight, "We met Zdislava.", "She paints.")
    dialog = MemoryDialog(remembering, sight.window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0, timeout=5000)
    qtbot.keyClicks(dialog.search, "zdis")
    assert dialog.view.model().rowCount() == 1
    dialog.view.selectRow(0)
    assert dialog.selected() == ["Zdislava"]
    with qtbot.waitSignal(remembering.changed, timeout=5000):
        qtbot.mouseClick(dialog.forget, LEFT)
    assert words(qtbot, remembering) == {"paints"}


def test_the_dialog_bans_a_word_and_lets_it_back(
    qtbot: QtBot, sight: Sight, remembering: Remembering
) -> None:
    write(sight, "Zdislava.")
    dialog = MemoryDialog(remembering, sight.window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0, timeout=5000)
    dialog.view.selectRow(0)
    qtbot.mouseClick(dialog.never, LEFT)
    qtbot.waitUntil(lambda: contents(qtbot, remembering).never == ("zdislava",), timeout=5000)
    dialog.which.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1, timeout=5000)
    dialog.view.selectRow(0)
    qtbot.mouseClick(dialog.never, LEFT)
    qtbot.waitUntil(lambda: contents(qtbot, remembering).never == (), timeout=5000)


def test_a_list_of_words_is_brought_in_and_taken_out(
    qtbot: QtBot, remembering: Remembering, tmp_path: Path
) -> None:
    (tmp_path / "words.txt").write_text("Brambleholt\nKowalczyk\n", "utf-8")
    remembering.import_words(tmp_path / "words.txt")
    assert words(qtbot, remembering) == {"Brambleholt", "Kowalczyk"}
    remembering.export_words(tmp_path / "out.txt", ["Brambleholt"])
    contents(qtbot, remembering)
    assert (tmp_path / "out.txt").read_text("utf-8") == "Brambleholt\n"


def test_a_list_that_cannot_be_read_is_told(qtbot: QtBot, remembering: Remembering, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes(b"\xff\xfe\xff")
    with qtbot.waitSignal(remembering.failed, timeout=5000) as told:
        remembering.import_words(tmp_path / "words.txt")
    assert told.args is not None
    assert "words.txt" in told.args[0]


def test_everything_is_forgotten(qtbot: QtBot, sight: Sight, remembering: Remembering) -> None:
    write(sight, "We met Zdislava.")
    remembering.forget_everything()
    assert contents(qtbot, remembering).learned == ()


def hints(qtbot: QtBot, remembering: Remembering) -> dict[str, tuple[int, int]]:
    found = contents(qtbot, remembering).hints
    return {one.ground.text: (one.wanted, one.unwanted) for one in found if one.ground.kind is Kind.PLACE}


def see(qtbot: QtBot, sight: Sight, text: str) -> None:
    editor = sight.window.editor
    with qtbot.waitSignal(editor.offered, timeout=5000, check_params_cb=lambda offer: offer is not None):
        qtbot.keyClicks(editor, text)


def test_what_was_taken_and_sent_away_is_shown_and_can_be_forgotten(
    qtbot: QtBot, sight: Sight, remembering: Remembering
) -> None:
    see(qtbot, sight, "The ferry")
    sight.press(KEYS.Key_Escape)
    see(qtbot, sight, " ")
    sight.press(KEYS.Key_Tab)
    assert hints(qtbot, remembering) == {"ferry leaves": (1, 1)}
    dialog = MemoryDialog(remembering, sight.window)
    dialog.show()
    dialog.which.setCurrentIndex(2)
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0, timeout=5000)
    assert ("ferry leaves", "1 : 1") in dialog.table.rows
    dialog.view.selectAll()
    with qtbot.waitSignal(remembering.changed, timeout=5000):
        qtbot.mouseClick(dialog.forget, LEFT)
    assert hints(qtbot, remembering) == {}


def test_no_hint_is_taken_where_nothing_shall_be_learned(
    qtbot: QtBot, sight: Sight, remembering: Remembering
) -> None:
    sight.window.choose(TAKE_HINTS, False)
    see(qtbot, sight, "The ferry")
    sight.press(KEYS.Key_Tab)
    sight.window.choose(TAKE_HINTS, True)
    remembering.toggle_document()
    sight.press(KEYS.Key_Return)
    see(qtbot, sight, "The ferry")
    sight.press(KEYS.Key_Tab)
    assert hints(qtbot, remembering) == {}
