"""Spelling: marked while one writes, put right from the menu, never in the text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.conftest import HELD, KEYS
from tests.ui.sight import Sight
from writer_app.paths import Places
from writer_app.settings.schema import SPELLING_DIALECT, SPELLING_ON, SUGGESTIONS_ON
from writer_app.ui.spelling_marks import SpellingMarks


@pytest.fixture
def writer(sight: Sight) -> Sight:
    sight.settings.set(SUGGESTIONS_ON, False)
    sight.settings.set(SPELLING_DIALECT, "en_GB")
    return sight


def marks(sight: Sight) -> SpellingMarks:
    found = sight.window.editor.findChild(SpellingMarks)
    assert found is not None
    return found


def marked(sight: Sight) -> list[str]:
    """Return the words that have a wave under them now."""
    found, block = [], sight.window.editor.document().firstBlock()
    while block.isValid():
        found += [word.text for word in marks(sight).mistakes(block)]
        block = block.next()
    return found


def wait_for(sight: Sight, *words: str) -> None:
    sight.qtbot.waitUntil(lambda: marked(sight) == list(words), timeout=5000)


def red_pixels(sight: Sight) -> int:
    picture = sight.window.editor.viewport().grab().toImage()
    colours = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(1 for colour in colours if colour.red() > colour.green() + 60)


@pytest.fixture
def menu_at_caret(writer: Sight) -> Iterator[list[QMenu]]:
    opened: list[QMenu] = []
    writer.window.editor.menu_opening.connect(lambda menu, _place: opened.append(menu))
    yield opened
    for menu in opened:
        menu.close()


def open_menu(sight: Sight) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(sight.window.editor.viewport(), event)


def titles(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def trigger(menu: QMenu, title: str) -> None:
    next(action for action in menu.actions() if action.text() == title).trigger()


def test_a_mistake_is_marked_once_the_word_is_left(writer: Sight) -> None:
    writer.type("We saw the captian")
    wait_for(writer)
    assert red_pixels(writer) == 0
    writer.type(" on")
    wait_for(writer, "captian")
    writer.window.editor.viewport().repaint()
    assert red_pixels(writer) > 10


def test_going_back_into_a_word_with_the_caret_keeps_its_mark(writer: Sight) -> None:
    writer.type("the captian ")
    wait_for(writer, "captian")
    for _ in range(3):
        writer.press(KEYS.Key_Left)
    assert marked(writer) == ["captian"]
    writer.press(KEYS.Key_Backspace)
    assert marked(writer) == []


def test_marks_are_never_part_of_the_text_nor_a_step_of_undo(writer: Sight) -> None:
    writer.type("wich wrods ")
    wait_for(writer, "wich", "wrods")
    document = writer.window.editor.document()
    revision = document.revision()
    writer.window.editor.viewport().repaint()
    assert document.revision() == revision
    assert not document.firstBlock().layout().formats()
    document.undo()
    assert writer.text == ""


def test_a_mark_after_an_emoji_and_in_a_second_line_stands_under_its_word(writer: Sight) -> None:
    writer.type("word " * 30)
    writer.window.editor.textCursor().insertText("🎈🎈 captian and more")
    wait_for(writer, "captian")
    block = writer.window.editor.document().firstBlock()
    (word,) = marks(writer).mistakes(block)
    cursor = QTextCursor(block)
    cursor.setPosition(word.start)
    cursor.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "captian"


def test_the_menu_offers_the_word_that_was_meant_and_undo_takes_it_back(
    writer: Sight, menu_at_caret: list[QMenu]
) -> None:
    writer.type("We saw the captian on deck")
    wait_for(writer, "captian")
    for _ in range(len(" on deck") + 2):
        writer.press(KEYS.Key_Left)
    open_menu(writer)
    writer.qtbot.waitUntil(lambda: titles(menu_at_caret[0])[0] == "captain", timeout=5000)
    trigger(menu_at_caret[0], "captain")
    assert writer.text == "We saw the captain on deck"
    writer.press(KEYS.Key_Z, HELD.ControlModifier)
    assert writer.text == "We saw the captian on deck"


def test_the_menu_is_there_before_the_dictionary_is_asked(
    writer: Sight, menu_at_caret: list[QMenu], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    checker = writer.window.aids.spelling
    like = checker.like

    def watched(word: str) -> list[str]:
        asked.append(menu_at_caret[0].isVisible())
        return like(word)

    monkeypatch.setattr(checker, "like", watched)
    open_menu_over_zorblax(writer)
    (menu,) = menu_at_caret
    assert menu.isVisible()
    assert titles(menu)[0] == "Looking for words like it…"
    assert not asked
    writer.qtbot.waitUntil(lambda: titles(menu)[0] != "Looking for words like it…", timeout=5000)
    assert asked == [True]


def test_a_word_that_is_right_gets_the_usual_menu(writer: Sight, menu_at_caret: list[QMenu]) -> None:
    writer.type("We saw")
    open_menu(writer)
    assert "Add to my words" not in titles(menu_at_caret[0])


def open_menu_over_zorblax(writer: Sight) -> None:
    """Write a word that no dictionary has, and open the menu over it."""
    writer.type("Old Zorblax ")
    wait_for(writer, "Zorblax")
    writer.press(KEYS.Key_Left)
    open_menu(writer)


def test_a_word_added_to_ones_own_is_right_in_every_document_and_next_time(
    writer: Sight, menu_at_caret: list[QMenu], places: Places
) -> None:
    open_menu_over_zorblax(writer)
    trigger(menu_at_caret[0], "Add to my words")
    assert marked(writer) == []
    assert (places.data / "words.txt").read_text("utf-8") == "Zorblax\n"


def test_an_ignored_word_is_left_alone_until_the_end(
    writer: Sight, menu_at_caret: list[QMenu], places: Places
) -> None:
    open_menu_over_zorblax(writer)
    trigger(menu_at_caret[0], "Ignore until I quit")
    assert marked(writer) == []
    assert not (places.data / "words.txt").exists()


def test_the_person_s_words_are_edited_as_a_document(writer: Sight, places: Places) -> None:
    writer.type("Old Zorblax ")
    wait_for(writer, "Zorblax")
    old = writer.window.tabs.current
    writer.window.actions_by_name._named["spelling.words"].action.trigger()
    writer.wait_until_read()
    assert writer.window.tabs.current.path == places.data / "words.txt"
    writer.type("Zorblax")
    writer.press(KEYS.Key_S, HELD.ControlModifier)
    writer.window.tabs.show_document(old)
    wait_for(writer)


def test_another_dialect_or_none_takes_effect_at_once(writer: Sight) -> None:
    writer.type("The colour and the color ")
    wait_for(writer, "color")
    writer.settings.set(SPELLING_DIALECT, "en_US")
    wait_for(writer, "colour")
    writer.settings.set(SPELLING_ON, False)
    assert marked(writer) == []


def test_f7_goes_from_mistake_to_mistake_and_round_the_end(writer: Sight, qtbot: QtBot) -> None:
    writer.window.editor.set_text("captian one\n" + "fine words\n" * 300 + "🎈 secnod\n")
    wait_for(writer, "captian", "secnod")
    selected: list[str] = []

    def goes_on() -> bool:
        found = writer.window.editor.textCursor().selectedText()
        return bool(found) and [found] != selected[-1:]

    for _ in range(3):
        writer.press(KEYS.Key_F7)
        qtbot.waitUntil(goes_on, timeout=5000)
        selected.append(writer.window.editor.textCursor().selectedText())
    assert selected == ["captian", "secnod", "captian"]


def test_a_missing_dictionary_is_said_once_and_writing_goes_on(writer: Sight, qtbot: QtBot) -> None:
    writer.window.aids.spelling._folder /= "nowhere"
    writer.settings.set(SPELLING_DIALECT, "en_CA")
    writer.type("teh wrods here ")
    qtbot.waitUntil(lambda: len(writer.notices()) == 1, timeout=5000)
    assert "en_CA.dic" in writer.notices()[0]
    writer.type("and mroe ")
    assert marked(writer) == []


def test_a_block_of_code_is_left_alone(writer: Sight, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("wrods before\n\n```\nteh code\n```\n\nwrods after `teh code`\n")
    writer.open(page)
    wait_for(writer, "wrods", "wrods")
