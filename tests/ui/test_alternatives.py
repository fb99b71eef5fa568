"""The list of alternatives: opened on demand, chosen from by key or mouse, never in the way of typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.ui.conftest import HELD, KEYS, Desk, MakeDesk
from tests.ui.fakes import ScriptedSuggester, finishing
from tests.ui.sight import Sight
from writer_app.settings.schema import CONFIDENCE_FLOOR, SUGGESTIONS_ON

SENTENCE = "The ferry leaves at 1 sharp"


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    return make_desk(ScriptedSuggester(finishing(SENTENCE, " but not today", " and so on")))


def open_list(desk: Desk, text: str = "The ferry") -> None:
    desk.type(text)
    with desk.offered():
        desk.editor.alternatives.open()
    desk.settle()


def rows(desk: Desk) -> list[str]:
    items = desk.editor.alternatives
    return [items.item(row).text() for row in range(items.count())] if items.isVisible() else []


def test_it_lists_what_comes_to_mind_with_the_first_marked(desk: Desk) -> None:
    open_list(desk)
    assert rows(desk) == ["leaves at 1 sharp", "but not today", "and so on"]
    assert desk.editor.alternatives.currentRow() == 0
    assert desk.suggester.requests[-2].count == 7  # the last one is that of `settle`
    assert desk.editor.hasFocus()


def test_arrows_mark_and_enter_takes(desk: Desk) -> None:
    open_list(desk)
    desk.press(KEYS.Key_Down)
    desk.press(KEYS.Key_Down)
    desk.press(KEYS.Key_Up)
    assert desk.drawn == " but not today"  # the text shows what would be taken
    desk.press(KEYS.Key_Return)
    assert desk.text == "The ferry but not today"
    assert rows(desk) == []


def test_a_digit_takes_while_choosing(desk: Desk) -> None:
    open_list(desk)
    desk.press(KEYS.Key_3)
    assert desk.text == "The ferry and so on"


def test_the_mouse_takes(desk: Desk) -> None:
    open_list(desk)
    items = desk.editor.alternatives
    place = items.visualItemRect(items.item(1)).center()
    desk.qtbot.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.text == "The ferry but not today"
    assert desk.editor.hasFocus()


def test_escape_closes_it_and_changes_nothing(desk: Desk) -> None:
    open_list(desk)
    desk.press(KEYS.Key_Escape)
    assert (rows(desk), desk.text, desk.drawn) == ([], "The ferry", "")


def test_typing_goes_on_and_the_list_keeps_up_with_whole_words(desk: Desk) -> None:
    open_list(desk)
    desk.type(" le")
    assert desk.text == "The ferry le"
    assert rows(desk) == ["leaves at 1 sharp"]
    assert desk.editor.alternatives.currentRow() == -1


def test_the_letters_typed_stand_before_what_would_be_added(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(lambda _before: ["mmer", " is near", "夏天"]))
    open_list(desk, "in the su")
    assert rows(desk) == ["summer", "is near", "夏天"]
    desk.press(KEYS.Key_1)
    assert desk.text == "in the summer"


def test_after_typing_digits_and_enter_are_text(desk: Desk) -> None:
    open_list(desk)
    desk.type(" leaves at 1")
    assert desk.text == "The ferry leaves at 1"
    desk.press(KEYS.Key_Return)
    assert desk.text == "The ferry leaves at 1\n"
    assert rows(desk) == []


def test_after_typing_an_arrow_marks_again_and_alt_with_a_digit_takes(desk: Desk) -> None:
    open_list(desk)
    desk.type(" l")
    desk.press(KEYS.Key_Down)
    assert desk.editor.alternatives.currentRow() == 0
    desk.press(KEYS.Key_1, HELD.AltModifier)
    assert desk.text == SENTENCE


def test_what_is_typed_otherwise_asks_anew_and_dims_what_is_no_longer_true(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(lambda before: ["nd"] if before.endswith("a") else [" one", " two"]))
    open_list(desk, "So")
    desk.type(" a")
    assert not desk.editor.alternatives.isEnabled()
    desk.settle()
    desk.qtbot.waitUntil(lambda: rows(desk) == ["and"])
    assert desk.editor.alternatives.isEnabled()


def test_it_says_where_there_is_nothing(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(lambda _before: []))
    desk.type("So")
    desk.editor.alternatives.open()
    desk.qtbot.waitUntil(lambda: rows(desk) == ["Nothing to suggest here"])
    desk.press(KEYS.Key_Return)
    assert desk.text == "So\n"


def test_going_elsewhere_closes_it(desk: Desk) -> None:
    open_list(desk)
    desk.press(KEYS.Key_Left)
    assert rows(desk) == []
    assert desk.text == "The ferry"


def test_it_opens_by_a_key_that_no_input_method_keeps(sight: Sight) -> None:
    with sight.qtbot.waitSignal(sight.window.editor.offered, timeout=5000):
        sight.type("The ferry")
    sight.press(KEYS.Key_Down, HELD.AltModifier)
    sight.qtbot.waitUntil(sight.window.editor.alternatives.isVisible, timeout=5000)


def test_it_opens_by_key_where_suggestions_are_off_or_too_unlikely(sight: Sight) -> None:
    sight.settings.set(SUGGESTIONS_ON, False)
    sight.settings.set(CONFIDENCE_FLOOR, 0.95)
    sight.type("The ferry")
    with sight.qtbot.waitSignal(sight.window.editor.offered, timeout=5000):
        sight.press(KEYS.Key_Space, HELD.ControlModifier)
    assert sight.window.editor.alternatives.isVisible()


def test_screen_readers_know_words_and_likelihood(desk: Desk) -> None:
    open_list(desk)
    reader = QAccessible.queryAccessibleInterface(desk.editor.alternatives)
    assert reader.text(QAccessible.Text.Name) == "Suggestions"
    names = [reader.child(row).text(QAccessible.Text.Name) for row in range(reader.childCount())]
    assert "leaves at 1 sharp, 50% likely" in names


def test_it_stays_inside_the_page(desk: Desk) -> None:
    desk.editor.resize(320, 200)
    desk.editor.insertPlainText("\n" * 30)
    open_list(desk)
    shown = desk.editor.alternatives.geometry()
    assert desk.editor.viewport().rect().contains(shown)
