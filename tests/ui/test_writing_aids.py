"""Focus, typewriter scrolling, full screen, curly quotes, steps of undo and counts, by real keys."""

import pytest
from PySide6.QtGui import QColor, QPalette, QTextCursor
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import HELD, KEYS
from tests.ui.sight import Sight
from writer_app.settings.schema import FOCUS, SMART_TYPING, SPELLING_ON, SUGGESTIONS_ON, THEME, TYPEWRITER
from writer_app.ui.focus_veil import sentence_around


@pytest.fixture
def writer(sight: Sight) -> Sight:
    for setting in (SUGGESTIONS_ON, SPELLING_ON):
        sight.settings.set(setting, False)
    return sight


def undo(writer: Sight) -> str:
    writer.press(KEYS.Key_Z, HELD.ControlModifier)
    return writer.text


def put_caret(writer: Sight, position: int) -> None:
    cursor = writer.window.editor.textCursor()
    cursor.setPosition(position)
    writer.window.editor.setTextCursor(cursor)
    QApplication.processEvents()


def darkest(writer: Sight, paragraph: int) -> int:
    """Return how dark the darkest point of a paragraph is, in the light theme."""
    editor = writer.window.editor
    cursor = QTextCursor(editor.document().findBlockByNumber(paragraph))
    line = editor.cursorRect(cursor)
    picture = editor.viewport().grab().toImage()
    row = range(line.top(), line.bottom())
    return min(
        picture.pixelColor(x, y).lightness() for y in row for x in range(line.left() + 6, line.left() + 300)
    )


@pytest.mark.parametrize("focus", ["sentence", "paragraph"])
def test_what_is_not_written_just_now_is_dimmed(writer: Sight, focus: str) -> None:
    writer.settings.set(FOCUS, focus)
    writer.window.editor.set_text("The first paragraph is here.\nThe second one is there.")
    put_caret(writer, 40)
    paper = writer.window.editor.palette().color(QPalette.ColorRole.Base).lightness()
    assert darkest(writer, 1) < 80
    assert 120 < darkest(writer, 0) < paper
    put_caret(writer, 3)
    assert darkest(writer, 0) < 80
    writer.settings.set(FOCUS, "off")
    assert darkest(writer, 1) < 80


@pytest.mark.parametrize(
    ("column", "sentence"),
    [(0, "One is here."), (12, "One is here."), (14, " Two!"), (20, " 三在这里。"), (99, "四")],
)
def test_the_sentence_at_the_caret_is_found(column: int, sentence: str) -> None:
    text = "One is here. Two! 三在这里。四"
    start, end = sentence_around(text, column)
    assert text[start:end] == sentence


def test_the_line_that_is_written_keeps_its_height(writer: Sight) -> None:
    writer.settings.set(TYPEWRITER, True)
    editor = writer.window.editor
    editor.set_text("A paragraph of one line.\n" * 60)
    put_caret(writer, editor.document().characterCount() - 1)
    middle = editor.viewport().height() * 0.45
    for _ in range(12):
        writer.type("word " * 8)
        QApplication.processEvents()
        assert abs(editor.cursorRect().center().y() - middle) <= editor.line_step


def test_full_screen_shows_the_page_alone_and_its_keys_go_on(writer: Sight) -> None:
    window = writer.window
    around = (window.menuBar(), window.status)
    before = [part.height() for part in around]
    writer.press(KEYS.Key_F11)
    assert window.isFullScreen()
    assert [part.height() for part in around] == [0, 0]
    writer.type("still ")
    writer.press(KEYS.Key_Z, HELD.ControlModifier)
    assert writer.text == ""
    writer.press(KEYS.Key_F11)
    assert not window.isFullScreen()
    writer.qtbot.waitUntil(lambda: [part.height() for part in around] == before, timeout=5000)


def test_quotes_and_dashes_curl_and_backspace_gives_back_what_was_typed(writer: Sight) -> None:
    writer.settings.set(SMART_TYPING, True)
    writer.type('"No--')
    assert writer.text == "“No–"
    writer.press(KEYS.Key_Backspace)
    assert writer.text == "“No--"
    writer.type("x")
    assert writer.text == "“No--x"
    for _ in range(6):
        writer.press(KEYS.Key_Backspace)
    assert writer.text == ""


def test_undo_gives_back_what_was_typed(writer: Sight) -> None:
    writer.settings.set(SMART_TYPING, True)
    writer.type("so...")
    assert writer.text == "so…"
    assert undo(writer) == "so..."
    assert undo(writer) == ""


def test_quotes_stay_as_typed_where_that_is_not_wished(writer: Sight) -> None:
    writer.type('"No--...')
    assert writer.text == '"No--...'


def test_a_sentence_is_a_step_of_undo(writer: Sight) -> None:
    writer.type("One is here. Two is there! ")
    writer.type("Three")
    assert undo(writer) == "One is here. Two is there! "
    assert undo(writer) == "One is here. "
    assert undo(writer) == ""
    for _ in range(3):
        writer.press(KEYS.Key_Y, HELD.ControlModifier)
    assert writer.text == "One is here. Two is there! Three"


def test_what_is_typed_elsewhere_is_a_step_of_its_own(writer: Sight) -> None:
    writer.type("one two")
    writer.press(KEYS.Key_Home)
    writer.type("zero ")
    assert undo(writer) == "one two"
    assert undo(writer) == ""


def test_typing_over_a_selection_is_one_step_with_what_follows(writer: Sight) -> None:
    writer.type("one two")
    writer.press(KEYS.Key_Home, HELD.ShiftModifier)
    writer.type("three")
    assert writer.text == "three"
    assert undo(writer) == "one two"


def test_a_pause_begins_a_new_step(writer: Sight) -> None:
    writer.type("one ")
    writer.window.editor._runs._until = 0.0  # as after a long look out of the window
    writer.type("two")
    assert undo(writer) == "one "


def test_the_status_line_counts_the_selection_and_tells_the_time_to_read(writer: Sight) -> None:
    editor, counts = writer.window.editor, writer.window.status.counts
    editor.set_text("one two three\n" + "word " * 480 + "\n你好 again")
    assert "2 min to read" in counts.text()
    editor.selectAll()
    assert counts.text().startswith("486 of 486 words")
    cursor = editor.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(13, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    assert counts.text() == "2 of 486 words · 9 characters"
    put_caret(writer, 0)
    assert "to read" in counts.text()


def test_high_contrast_is_white_on_black(writer: Sight) -> None:
    writer.window.choose(THEME, "contrast")
    palette = writer.window.editor.palette()
    assert palette.color(QPalette.ColorRole.Base) == QColor("#000000")
    assert palette.color(QPalette.ColorRole.Text) == QColor("#ffffff")
