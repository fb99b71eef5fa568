"""Finding and replacing in the window."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.conftest import HELD, KEYS
from tests.ui.sight import Sight
from writer_app.ui.key_to_paint import prose


def look_for(sight: Sight, words: str, *, replacing: bool = False) -> None:
    """Press Ctrl+F or Ctrl+H, type `words`, and wait for what is found."""
    sight.press(KEYS.Key_H if replacing else KEYS.Key_F, HELD.ControlModifier)
    sight.window.find_bar.field.clear()
    sight.qtbot.keyClicks(sight.window.find_bar.field, words)
    settle(sight)


def settle(sight: Sight) -> None:
    """Wait until everything is found and the texts have rested."""
    finding = sight.window.finding
    sight.qtbot.waitUntil(
        lambda: not finding._searcher.busy and not finding._settling.isActive(), timeout=10_000
    )


def press_in_bar(sight: Sight, key: Qt.Key, held: Qt.KeyboardModifier = HELD.NoModifier) -> None:
    sight.qtbot.keyClick(sight.window.find_bar.field, key, held)
    settle(sight)


def click(sight: Sight, title: str) -> None:
    (button,) = (b for b in sight.window.find_bar.findChildren(QPushButton) if b.text() == title)
    sight.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(sight)


def result(sight: Sight) -> str:
    return sight.window.find_bar.result.text()


def selection(sight: Sight) -> tuple[int, str]:
    cursor = sight.window.editor.textCursor()
    return cursor.selectionStart(), cursor.selectedText()


def test_places_are_counted_and_gone_through(sight: Sight) -> None:
    sight.window.editor.set_text("one two\none Two one")
    look_for(sight, "one")
    assert (selection(sight), result(sight)) == ((0, "one"), "1 of 3")
    press_in_bar(sight, KEYS.Key_Return)
    assert (selection(sight), result(sight)) == ((8, "one"), "2 of 3")
    press_in_bar(sight, KEYS.Key_Return, HELD.ShiftModifier)
    press_in_bar(sight, KEYS.Key_Return, HELD.ShiftModifier)
    assert (selection(sight), result(sight)) == ((16, "one"), "3 of 3")
    sight.window.find_bar.case.click()
    look_for(sight, "two")
    assert result(sight) == "1 of 1"


def test_finding_leaves_the_document_as_it_was(sight: Sight) -> None:
    sight.window.editor.set_text("one two one")
    look_for(sight, "one")
    document = sight.window.editor.document()
    assert not document.isModified()
    assert not document.isUndoAvailable()


def test_places_are_drawn_and_taken_away_with_the_bar(sight: Sight) -> None:
    sight.window.editor.set_text("zzz one\nzzz one")

    def picture() -> QImage:
        QApplication.processEvents()
        return sight.window.editor.viewport().grab(QRect(0, 0, 400, 300)).toImage()

    look_for(sight, "zzz")
    sight.window.editor.moveCursor(QTextCursor.MoveOperation.End)
    marked = picture()
    look_for(sight, "yyy")
    sight.window.editor.moveCursor(QTextCursor.MoveOperation.End)
    assert picture() != marked


def test_typing_moves_the_places_and_finds_new_ones(sight: Sight) -> None:
    sight.window.editor.set_text("one two one")
    look_for(sight, "one")
    sight.window.editor.moveCursor(QTextCursor.MoveOperation.Start)
    sight.type("one ")
    settle(sight)
    press_in_bar(sight, KEYS.Key_Return)
    assert (selection(sight), result(sight)) == ((4, "one"), "2 of 3")


def test_replacing_goes_from_place_to_place(sight: Sight) -> None:
    sight.window.editor.set_text("one two one")
    look_for(sight, "one", replacing=True)
    sight.qtbot.keyClicks(sight.window.find_bar.words, "three")
    click(sight, "Replace")
    assert sight.text == "three two one"
    assert selection(sight) == (10, "one")
    click(sight, "Replace")
    assert sight.text == "three two three"


def test_replacing_all_is_one_step_of_undo(sight: Sight) -> None:
    text = "one 🎈 two\n" * 1500
    sight.window.editor.set_text(text)
    look_for(sight, "two", replacing=True)
    sight.qtbot.keyClicks(sight.window.find_bar.words, "2")
    click(sight, "Replace all")
    assert sight.text == text.replace("two", "2")
    assert result(sight) == "1,500 replaced"
    sight.press(KEYS.Key_Z, HELD.ControlModifier)
    assert sight.text == text


def test_an_expression_replaces_with_its_groups(sight: Sight) -> None:
    sight.window.editor.set_text("Ada Lovelace")
    sight.window.find_bar.expression.setChecked(True)
    look_for(sight, r"(\w+) (\w+)", replacing=True)
    sight.qtbot.keyClicks(sight.window.find_bar.words, r"\2, \1")
    click(sight, "Replace")
    assert sight.text == "Lovelace, Ada"


def test_all_open_documents_are_searched_and_changed(sight: Sight, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name}: one two", encoding="utf-8")
        sight.open(tmp_path / name)
    sight.window.find_bar.everywhere.setChecked(True)
    look_for(sight, "two", replacing=True)
    assert result(sight) == "2 in 2 documents"
    before = sight.window.tabs.current
    press_in_bar(sight, KEYS.Key_Return)
    assert sight.window.tabs.current is not before
    sight.qtbot.keyClicks(sight.window.find_bar.words, "2")
    click(sight, "Replace all")
    assert result(sight) == "2 replaced in 2 documents"
    texts = {document.name: document.editor.toPlainText() for document in sight.window.tabs.documents}
    assert texts == {"a.txt": "a.txt: one 2", "b.txt": "b.txt: one 2"}


@pytest.mark.parametrize(("expression", "words"), [("(", "not valid"), ("^(a|aa)+$", "too long")])
def test_a_bad_expression_gets_a_message_and_the_window_goes_on(
    sight: Sight, expression: str, words: str
) -> None:
    sight.window.editor.set_text("a" * 60 + "b")
    sight.window.find_bar.expression.setChecked(True)
    sight.press(KEYS.Key_F, HELD.ControlModifier)
    sight.window.find_bar.field.setText(expression)
    sight.window.find_bar.query_changed.emit()
    started = time.perf_counter()
    QApplication.processEvents()
    sight.press(KEYS.Key_Left)
    assert time.perf_counter() - started < 0.5
    settle(sight)
    assert words in result(sight)
    assert sight.window.find_bar.result.toolTip() > result(sight)


def test_a_long_text_is_searched_while_one_types(sight: Sight) -> None:
    sight.window.editor.set_text(prose(200_000))
    settle(sight)
    look_for(sight, "letter")
    assert "of" in result(sight)
    taken = []
    for _ in range(20):
        started = time.perf_counter()
        sight.type("x")
        taken.append(time.perf_counter() - started)
    assert sorted(taken)[10] < 0.05
    settle(sight)


def test_escape_goes_back_to_the_text(sight: Sight) -> None:
    sight.window.editor.set_text("one two")
    look_for(sight, "two")
    press_in_bar(sight, KEYS.Key_Escape)
    assert not sight.window.find_bar.isVisible()
    assert sight.window.editor.hasFocus()
