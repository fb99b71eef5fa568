"""Writing through input methods: Chinese, Japanese, dead keys; the suggestion never gets in their way."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import HELD, KEYS, Desk, MakeDesk
from tests.ui.fakes import ScriptedSuggester, finishing

Attribute = QInputMethodEvent.Attribute
Kind = QInputMethodEvent.AttributeType


def send(desk: Desk, preedit: str, commit: str = "", replace: tuple[int, int] = (0, 0)) -> None:
    """Send what an input method sends: a clause underlined, the caret at its end."""
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    attributes = [
        Attribute(Kind.TextFormat, 0, len(preedit), underlined),
        Attribute(Kind.Cursor, len(preedit), 1, None),
    ]
    event = QInputMethodEvent(preedit, attributes if preedit else [])
    if commit:
        event.setCommitString(commit, *replace)
    QApplication.sendEvent(desk.editor, event)


def answering(make_desk: MakeDesk, sentence: str) -> Desk:
    return make_desk(ScriptedSuggester(finishing(sentence)))


def test_chinese_is_composed_without_a_suggestion_and_gets_one_when_committed(make_desk: MakeDesk) -> None:
    desk = answering(make_desk, "今天天气很好")
    for preedit in ("j", "ji", "jin", "jin t", "jin tian"):
        send(desk, preedit)
    assert (desk.text, desk.ghost, desk.drawn) == ("", "", "jin tian")
    with desk.offered():
        send(desk, "", commit="今天")
    assert (desk.text, desk.drawn) == ("今天", "天气很好")
    asked = desk.asked
    send(desk, "tian")
    assert desk.ghost == ""
    send(desk, "", commit="天")
    desk.qtbot.waitUntil(lambda: desk.ghost == "气很好")
    desk.press(KEYS.Key_Tab)
    assert desk.text == "今天天气很好"
    assert asked == ["今天"]


def test_japanese_is_converted_clause_by_clause(make_desk: MakeDesk) -> None:
    desk = answering(make_desk, "東京に行きます")
    for preedit in ("t", "と", "とう", "とうきょうに", "東京に"):
        send(desk, preedit)
        assert (desk.text, desk.ghost) == ("", "")
    with desk.offered():
        send(desk, "", commit="東京に")
    assert (desk.text, desk.drawn) == ("東京に", "行きます")


@pytest.mark.parametrize(("dead", "letter"), [("´", "é"), ("¨", "ü"), ("~", "ñ")])
def test_dead_keys_make_one_letter(make_desk: MakeDesk, dead: str, letter: str) -> None:
    desk = answering(make_desk, f"caf{letter} noir")
    desk.type_and_wait("caf")
    assert desk.drawn == f"{letter} noir"
    send(desk, dead)
    assert desk.ghost == ""
    with desk.offered():
        send(desk, "", commit=letter)
    assert (desk.text, desk.drawn) == (f"caf{letter}", " noir")


def test_a_composition_given_up_leaves_the_text_as_it_was(make_desk: MakeDesk) -> None:
    desk = answering(make_desk, "今天天气很好")
    send(desk, "jin")
    send(desk, "")
    assert (desk.text, desk.drawn) == ("", "")
    assert not desk.editor.document().isModified()


def test_an_input_method_may_replace_what_it_committed(make_desk: MakeDesk) -> None:
    desk = answering(make_desk, "今天天气很好")
    desk.settle()
    send(desk, "", commit="金天")
    with desk.offered():
        send(desk, "", commit="今", replace=(-2, 1))
    assert desk.text == "今天"


def test_the_input_method_sees_the_text_without_the_suggestion(make_desk: MakeDesk) -> None:
    desk = answering(make_desk, "今天天气很好")
    desk.settle()
    with desk.offered():
        send(desk, "", commit="今天")
    query = Qt.InputMethodQuery
    assert desk.editor.inputMethodQuery(query.ImSurroundingText) == "今天"
    assert desk.editor.inputMethodQuery(query.ImCursorPosition) == 2
    assert desk.editor.inputMethodQuery(query.ImCursorRectangle) == desk.editor.cursorRect()


def test_composing_closes_the_list(make_desk: MakeDesk) -> None:
    desk = answering(make_desk, "今天天气很好")
    desk.settle()
    with desk.offered():
        send(desk, "", commit="今天")
    with desk.offered():
        desk.editor.alternatives.open()
    send(desk, "t")
    assert not desk.editor.alternatives.isVisible()


def test_a_very_long_line_is_written_on_like_any_other(make_desk: MakeDesk) -> None:
    desk = answering(make_desk, "and on")
    desk.editor.insertPlainText("word " * 20_000)
    desk.suggester.script = lambda _before: [" so on"]
    desk.type_and_wait("and")
    desk.press(KEYS.Key_Tab)
    assert desk.text.endswith("word and so on")


@pytest.mark.parametrize("interrupt", ["click", "other text", "focus"])
def test_a_composition_that_is_interrupted_without_a_word_is_over(
    make_desk: MakeDesk, interrupt: str
) -> None:
    desk = make_desk(ScriptedSuggester(lambda _before: [" so on"]))
    desk.type("hello")
    desk.editor.setFocus()
    send(desk, "jin")
    if interrupt == "click":
        desk.qtbot.mouseClick(desk.editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    elif interrupt == "other text":
        desk.editor.set_text("hello")
    else:
        desk.editor.activateWindow()
        desk.qtbot.waitUntil(desk.editor.hasFocus, timeout=5000)
        desk.editor.clearFocus()
        desk.editor.setFocus()
    assert desk.drawn == ""
    desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    desk.type_and_wait("x")
    assert (desk.text, desk.ghost) == ("hellox", " so on")


def test_composing_inside_a_paragraph_takes_the_bubble_away(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(lambda _before: [" so on"]))
    desk.editor.set_text("one two")
    desk.editor.set_caret(3)
    desk.type_and_wait("x")
    send(desk, "ji")
    assert (desk.ghost, desk.drawn) == ("", "ji")
    with desk.offered():
        send(desk, "", commit="及")
    assert desk.text == "onex及 two"
    desk.press(KEYS.Key_Z, HELD.ControlModifier)
    assert desk.text == "onex two"


def test_a_suggestion_in_text_from_right_to_left_stands_behind_it(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(lambda _before: ["עולם"]))
    desk.editor.insertPlainText("שלום")
    desk.type_and_wait(" ")
    assert desk.drawn == "עולם"
    block = desk.editor.textCursor().block()
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft
    desk.press(KEYS.Key_Tab)
    assert desk.text == "שלום עולם"


def test_emoji_of_several_characters_are_taken_and_undone_whole(make_desk: MakeDesk) -> None:
    family = "👩‍👩‍👧"
    desk = make_desk(ScriptedSuggester(lambda _before: [f" {family} and on"]))
    desk.editor.insertPlainText(f"{family} ")
    desk.type_and_wait("a")
    desk.press(KEYS.Key_Tab)
    assert desk.text == f"{family} a {family} and on"
    desk.press(KEYS.Key_Z, HELD.ControlModifier)
    assert desk.text == f"{family} a"
