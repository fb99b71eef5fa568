"""The editor as a person meets it: real keys, real layout, a suggester that follows a script."""

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent, QTextCursor, QTextLayout
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import HELD, KEYS, Desk, MakeDesk
from tests.ui.fakes import GatedSuggester, ScriptedSuggester, finishing
from writer_app.settings.schema import CONFIDENCE_FLOOR, SUGGESTIONS_ON
from writer_app.ui.offer import Offer

SENTENCE = "The ferry leaves at noon"
OTHER = " but not today"


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    return make_desk(ScriptedSuggester(finishing(SENTENCE, OTHER)))


def test_a_suggestion_is_drawn_after_the_caret_and_is_not_in_the_text(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    assert desk.drawn == " leaves at noon"
    assert desk.text == "The ferry"
    assert desk.editor.textCursor().position() == len("The ferry")


def test_screen_readers_read_the_text_alone(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    reader = QAccessible.queryAccessibleInterface(desk.editor).textInterface()
    assert reader.text(0, reader.characterCount()) == "The ferry"


def test_searching_and_copying_do_not_meet_the_suggestion(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    assert desk.editor.document().find("noon").isNull()
    desk.editor.selectAll()
    desk.press(KEYS.Key_C, HELD.ControlModifier)
    assert QGuiApplication.clipboard().text() == "The ferry"


def test_tab_takes_all_as_one_step_of_undo(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    desk.press(KEYS.Key_Tab)
    assert desk.text == SENTENCE
    assert desk.drawn == ""
    desk.press(KEYS.Key_Z, HELD.ControlModifier)
    assert desk.text == "The ferry"


def test_ctrl_right_takes_one_word_and_leaves_the_rest(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    asked = desk.asked
    desk.press(KEYS.Key_Right, HELD.ControlModifier)
    assert desk.text == "The ferry leaves"
    assert desk.drawn == " at noon"
    assert desk.asked == asked
    desk.press(KEYS.Key_Z, HELD.ControlModifier)
    assert desk.text == "The ferry"


def test_a_mark_closes_up_to_the_word_whose_space_came_with_it(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(finishing("The ferry leaves ")))
    desk.type_and_wait("The ferry")
    desk.press(KEYS.Key_Tab)
    assert desk.text == "The ferry leaves "
    desk.type(",")
    assert desk.text == "The ferry leaves,"
    desk.press(KEYS.Key_Z, HELD.ControlModifier)
    assert desk.text == "The ferry leaves "


def test_a_mark_after_a_space_that_the_person_typed_stays_there(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(finishing("The ferry leaves ")))
    desk.type_and_wait("The ferry")
    desk.press(KEYS.Key_Tab)
    desk.type("x")
    desk.press(KEYS.Key_Backspace)
    desk.type(",")
    assert desk.text == "The ferry leaves ,"


def test_a_space_that_is_all_that_is_left_is_not_shown(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(finishing("The ferry leaves ")))
    desk.type_and_wait("The ferry leave")
    assert desk.drawn == "s "
    desk.type("s")
    assert desk.drawn == ""


def test_each_word_taken_is_a_step_of_undo_of_its_own(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    seen = []
    while desk.ghost:
        seen.append(desk.text)
        desk.press(KEYS.Key_Right, HELD.ControlModifier)
    assert desk.text == SENTENCE
    for text in reversed(seen):
        desk.editor.undo()
        assert desk.text == text


def test_after_taking_all_the_next_suggestion_is_asked_for_at_once(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(lambda before: [" and on"] if len(before) < 30 else []))
    desk.type_and_wait("So it goes")
    with desk.offered():
        desk.press(KEYS.Key_Tab)
    assert desk.text == "So it goes and on"
    assert desk.drawn == " and on"


def test_without_a_suggestion_the_keys_do_what_they_always_do(desk: Desk) -> None:
    desk.settings.set(SUGGESTIONS_ON, False)
    desk.type("one two")
    desk.press(KEYS.Key_Tab)
    assert desk.text == "one two\t"
    desk.press(KEYS.Key_Home)
    desk.press(KEYS.Key_Right, HELD.ControlModifier)
    assert desk.editor.textCursor().position() == len("one ")


def test_escape_dismisses_until_something_else_is_typed(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    desk.press(KEYS.Key_Escape)
    desk.settle()
    assert (desk.drawn, desk.text) == ("", "The ferry")
    desk.type_and_wait(" l")
    assert desk.drawn == "eaves at noon"


def test_the_brackets_go_round_the_alternatives(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    desk.press(KEYS.Key_BracketRight, HELD.AltModifier)
    assert desk.drawn == OTHER
    desk.press(KEYS.Key_BracketRight, HELD.AltModifier)
    assert desk.drawn == " leaves at noon"
    desk.press(KEYS.Key_BracketLeft, HELD.AltModifier)
    assert desk.drawn == OTHER
    desk.press(KEYS.Key_Tab)
    assert desk.text == "The ferry but not today"


def test_typing_what_is_suggested_keeps_the_rest_without_flicker_or_question(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    asked, offers = desk.asked, list[Offer | None]()
    desk.editor.offered.connect(offers.append)
    for typed in range(1, 5):
        desk.type(" leaves"[typed - 1])
        assert desk.drawn == " leaves at noon"[typed:]
    desk.settle()
    assert None not in offers
    assert desk.asked == asked


def test_the_letters_stand_where_they_were_suggested(desk: Desk) -> None:
    """Typing along changes their colour alone, so nothing moves under the writer's eyes."""
    desk.type_and_wait("The ferry")
    width = laid_out(desk, 0).lineAt(0).naturalTextWidth()
    desk.type(" lea")
    assert laid_out(desk, 0).lineAt(0).naturalTextWidth() == pytest.approx(width, abs=2)


def test_typing_something_else_takes_the_suggestion_away_at_once(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    desk.type("!")
    assert desk.drawn == ""
    assert desk.text == "The ferry!"


@pytest.mark.parametrize("key", [KEYS.Key_Left, KEYS.Key_Home, KEYS.Key_Up, KEYS.Key_Backspace])
def test_moving_the_caret_or_deleting_hides_the_suggestion(desk: Desk, key: Qt.Key) -> None:
    desk.type_and_wait("The ferry")
    desk.press(key)
    assert desk.drawn == ""


def test_nothing_is_suggested_while_text_is_selected(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    desk.press(KEYS.Key_Left, HELD.ShiftModifier)
    assert desk.drawn == ""
    desk.editor.ask()
    desk.settle()
    assert desk.drawn == ""


def test_an_answer_that_comes_after_the_caret_has_moved_is_not_shown(make_desk: MakeDesk) -> None:
    gated = GatedSuggester(finishing(SENTENCE))
    desk = make_desk(gated)
    desk.type("The ferry")
    desk.qtbot.waitUntil(lambda: gated.entered.acquire(blocking=False), timeout=5000)
    desk.press(KEYS.Key_Home)
    gated.gate.release(100)
    desk.settle()
    assert desk.drawn == ""


def test_undo_and_redo_are_not_answered_with_a_suggestion(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    desk.press(KEYS.Key_Tab)
    desk.settle()
    desk.press(KEYS.Key_Z, HELD.ControlModifier)
    desk.settle()
    assert desk.text == "The ferry"
    assert desk.drawn == ""


def test_what_is_less_likely_than_the_person_wants_is_not_shown(desk: Desk) -> None:
    desk.settings.set(CONFIDENCE_FLOOR, 0.6)  # the script says 0.5
    desk.type("The ferry")
    desk.settle()
    assert desk.drawn == ""


def test_switching_suggestions_off_hides_the_one_shown_and_asks_no_more(desk: Desk) -> None:
    desk.type_and_wait("The ferry")
    desk.settings.set(SUGGESTIONS_ON, False)
    assert desk.drawn == ""
    asked = desk.asked
    desk.type(" l")
    desk.settle()
    assert desk.asked == asked


def compose(desk: Desk, preedit: str = "", commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(desk.editor, event)


def test_nothing_is_suggested_while_an_input_method_composes(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(finishing("我们今天去公园散步")))
    compose(desk, commit="我们今天")
    desk.qtbot.waitUntil(lambda: desk.drawn == "去公园散步", timeout=5000)
    compose(desk, preedit="q")
    assert desk.drawn == "q"  # what is being composed, and nothing more
    compose(desk, preedit="qu")
    desk.editor.ask()
    desk.settle()
    assert desk.drawn == "qu"
    with desk.offered():
        compose(desk, commit="去")
    assert (desk.text, desk.drawn) == ("我们今天去", "公园散步")


def test_an_input_method_that_only_looks_leaves_the_suggestion(desk: Desk) -> None:
    """Some send an empty event after every key."""
    desk.type_and_wait("The ferry")
    compose(desk)
    assert (desk.text, desk.drawn) == ("The ferry", " leaves at noon")


def test_an_input_method_can_type_along(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(finishing("我们今天去公园散步")))
    compose(desk, commit="我们今天")
    desk.qtbot.waitUntil(lambda: desk.drawn == "去公园散步", timeout=5000)
    asked = desk.asked
    compose(desk, commit="去")
    assert (desk.text, desk.drawn) == ("我们今天去", "公园散步")
    assert desk.asked == asked
    desk.press(KEYS.Key_Tab)
    assert desk.text == "我们今天去公园散步"


@pytest.mark.parametrize("sentence", ["Bring 🎈 and 👩‍🚀 cake 🎂", "שלום לכולם היום", "مرحبا بكم في المدينة"])
def test_emoji_and_scripts_from_right_to_left_are_suggested_whole(make_desk: MakeDesk, sentence: str) -> None:
    desk = make_desk(ScriptedSuggester(finishing(sentence)))
    with desk.offered():
        QApplication.clipboard().setText(sentence[:6])
        desk.editor.paste()
    assert desk.drawn == sentence[6:]
    layout = desk.editor.document().firstBlock().layout()
    assert layout.formats()[0].length == len(layout.preeditAreaText().encode("utf-16-le")) // 2
    desk.press(KEYS.Key_Tab)
    assert desk.text == sentence


LONG = "The ferry" + " leaves at noon" * 12


def laid_out(desk: Desk, number: int) -> QTextLayout:
    """Return the layout of a paragraph; Qt makes it when it is first asked where things are."""
    document = desk.editor.document()
    block = document.findBlockByNumber(number)
    document.documentLayout().blockBoundingRect(block)
    return block.layout()


def line_tops(desk: Desk, number: int) -> list[float]:
    """Return where the lines of a paragraph are on the page."""
    layout = laid_out(desk, number)
    top = desk.editor.cursorRect(QTextCursor(desk.editor.document().findBlockByNumber(number))).top()
    return [top + layout.lineAt(n).y() for n in range(layout.lineCount())]


def test_a_long_suggestion_wraps_and_the_next_paragraph_makes_room(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(finishing(LONG)))
    desk.editor.set_text("\nThe next paragraph")
    before = line_tops(desk, 1)
    desk.type_and_wait("The ferry")
    assert len(line_tops(desk, 0)) > 2
    assert line_tops(desk, 1)[0] > before[0] + 20
    desk.press(KEYS.Key_Escape)
    assert line_tops(desk, 1) == before


def test_inside_a_paragraph_no_text_moves_and_none_after_the_caret_is_covered(desk: Desk) -> None:
    desk.editor.set_text("The ferr and the rest of the line\nThe next paragraph")
    cursor = desk.editor.textCursor()
    cursor.setPosition(len("The ferr"))
    desk.editor.setTextCursor(cursor)
    desk.type_and_wait("y")
    assert (desk.ghost, desk.drawn) == (" leaves at noon", "")
    shown = desk.editor.viewport().grab().toImage()
    desk.press(KEYS.Key_Escape)
    hidden = desk.editor.viewport().grab().toImage()
    line_end = desk.editor.cursorRect().bottom() + 1
    line, below = (0, 0, 800, line_end), (0, line_end, 800, 60)
    assert shown.copy(*line) == hidden.copy(*line)
    assert shown.copy(*below) != hidden.copy(*below)


def test_a_word_begun_at_the_end_of_a_line_stays_there(make_desk: MakeDesk) -> None:
    """The rest of the word would not fit; the letters typed must not jump to the next line for it."""
    desk = make_desk(ScriptedSuggester(lambda before: ["x" * 40] if before.endswith("st") else []))
    desk.type("word " * 10)
    assert laid_out(desk, 0).lineCount() == 1
    desk.type_and_wait("st")
    assert laid_out(desk, 0).lineCount() == 2
    assert laid_out(desk, 0).lineAt(0).textLength() >= len("word " * 10 + "st")


def test_a_click_means_the_place_that_was_seen(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(finishing(LONG)))
    desk.editor.set_text("\nThe next paragraph")
    desk.type_and_wait("The ferry")
    cursor = QTextCursor(desk.editor.document().findBlockByNumber(1))
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, 8)
    seen_at = desk.editor.cursorRect(cursor).center()
    desk.qtbot.mouseClick(desk.editor.viewport(), Qt.MouseButton.LeftButton, pos=seen_at)
    assert desk.drawn == ""
    assert desk.editor.textCursor().position() == cursor.position()


def test_shift_enter_begins_an_ordinary_line(desk: Desk) -> None:
    desk.type("one")
    desk.press(KEYS.Key_Return, HELD.ShiftModifier)
    desk.type("two")
    assert desk.editor.document().toRawText() == "one\u2029two"


def paste(desk: Desk, text: str) -> None:
    desk.editor.insertPlainText(text)


@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    sentence=st.text(alphabet="ab ,.é你🎈", min_size=2, max_size=24).filter(str.strip), cut=st.integers(0, 23)
)
def test_typing_along_and_taking_the_rest_gives_the_suggestion_and_undo_takes_it_back(
    desk: Desk, sentence: str, cut: int
) -> None:
    editor, text = desk.editor, "Start:"
    editor.set_text(text)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    desk.suggester.script = lambda before: [sentence] if before == text else []
    with desk.offered():
        editor.ask()
    for letter in sentence[:cut]:
        paste(desk, letter)
    before_taking = desk.text
    desk.press(KEYS.Key_Tab)
    if sentence[cut:].strip():  # spaces alone cannot be seen, so they are not offered
        assert desk.text == text + sentence
        editor.undo()
    assert before_taking == text + sentence[:cut]
