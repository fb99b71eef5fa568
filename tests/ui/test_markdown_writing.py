"""Writing in Markdown: what is drawn, the keys that format, and lists that go on."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import HELD, KEYS
from tests.ui.fakes import ScriptedSuggester
from tests.ui.sight import Opener, Sight
from writer_app.settings.schema import THEME
from writer_app.ui.key_to_paint import prose
from writer_app.ui.markdown_highlighter import in_code


@pytest.fixture
def page(sight: Sight, tmp_path: Path) -> Sight:
    (tmp_path / "a.md").write_text("", encoding="utf-8")
    sight.open(tmp_path / "a.md")
    return sight


def show(sight: Sight, text: str) -> None:
    sight.window.editor.set_text(text)
    QApplication.processEvents()


def drawn(sight: Sight, paragraph: int = 0) -> dict[str, QFont]:
    """Return the font of each formatted stretch of a paragraph."""
    block = sight.window.editor.document().findBlockByNumber(paragraph)
    return {block.text()[f.start : f.start + f.length]: f.format.font() for f in block.layout().formats()}


def select(sight: Sight, words: str) -> None:
    found = sight.window.editor.document().find(words)
    assert not found.isNull()
    sight.window.editor.setTextCursor(found)


def put_caret(sight: Sight, words: str) -> None:
    """Put the caret behind `words`."""
    cursor = QTextCursor(sight.window.editor.document().find(words))
    cursor.clearSelection()
    sight.window.editor.setTextCursor(cursor)


def test_marks_are_drawn_as_they_are_typed(page: Sight) -> None:
    page.type("a **strong* b")
    assert "strong" not in drawn(page)
    put_caret(page, "strong*")
    page.type("*")
    assert drawn(page)["strong"].weight() == QFont.Weight.Bold


def test_a_plain_text_has_no_marks(sight: Sight, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("# a **strong** b\n- one", encoding="utf-8")
    sight.open(tmp_path / "a.txt")
    assert not drawn(sight)
    put_caret(sight, "one")
    sight.press(KEYS.Key_Return)
    assert sight.text.endswith("- one\n")


def test_a_document_becomes_markdown_by_its_name(sight: Sight, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a **strong** b", encoding="utf-8")
    sight.open(tmp_path / "a.txt")
    sight.questions.path = tmp_path / "a.md"
    with sight.qtbot.waitSignal(sight.window.saver.saved, timeout=5000):
        sight.press(KEYS.Key_S, HELD.ControlModifier | HELD.ShiftModifier)
    QApplication.processEvents()
    assert "strong" in drawn(sight)


def test_code_blocks_are_code_to_their_end(page: Sight) -> None:
    show(page, "```\na **b** c\n```\na **b** c")
    assert drawn(page, 1)["a **b** c"].fixedPitch()
    assert drawn(page, 3)["b"].weight() == QFont.Weight.Bold
    put_caret(page, "```")
    page.press(KEYS.Key_Backspace)
    QApplication.processEvents()
    assert drawn(page, 1)["b"].weight() == QFont.Weight.Bold


def test_a_suggestion_leaves_the_formats_where_they_belong(page: Sight) -> None:
    show(page, "~~…~~ \nThe`.`")
    put_caret(page, "The")
    layout = page.window.editor.textCursor().block().layout()
    with page.qtbot.waitSignal(page.window.editor.offered, timeout=5000):
        page.type(" ")
    room = len(layout.preeditAreaText())
    assert room > 5

    def code() -> list[int]:
        return sorted(f.start for f in layout.formats() if f.format.fontFixedPitch())

    assert code() == [4 + room, 5 + room, 6 + room]
    page.window.editor.withdraw()
    assert not layout.preeditAreaText()
    assert code() == [4, 5, 6]


def test_a_theme_changes_the_colours(page: Sight) -> None:
    show(page, "[a link](https://a.b)")

    def colours() -> set[str]:
        formats = page.window.editor.document().firstBlock().layout().formats()
        return {f.format.foreground().color().name() for f in formats}

    page.settings.set(THEME, "light")
    QApplication.processEvents()
    light = colours()
    page.settings.set(THEME, "dark")
    QApplication.processEvents()
    assert len(light) == 2
    assert light.isdisjoint(colours())


def test_what_comes_into_sight_is_drawn(page: Sight) -> None:
    show(page, "\n".join(f"line **{number}**" for number in range(3000)))
    assert not drawn(page, 2900)
    page.window.editor.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.processEvents()
    assert drawn(page, 2990)["2990"].weight() == QFont.Weight.Bold


def test_a_long_text_opens_in_a_moment_and_a_key_costs_little(page: Sight) -> None:
    text = prose(200_000)
    started = time.perf_counter()
    show(page, text)
    assert time.perf_counter() - started < 3
    taken = []
    for _ in range(20):
        started = time.perf_counter()
        page.type("x")
        taken.append(time.perf_counter() - started)
    assert sorted(taken)[10] < 0.05


def test_a_row_typed_below_a_line_makes_it_a_title_until_it_goes(page: Sight) -> None:
    show(page, "A title\n\nwords")
    put_caret(page, "A title")
    page.press(KEYS.Key_Return)
    page.type("===")
    QApplication.processEvents()
    assert drawn(page, 0)["A title"].weight() == QFont.Weight.Bold
    for _ in range(3):
        page.press(KEYS.Key_Backspace)
    QApplication.processEvents()
    assert not drawn(page, 0)


def test_the_end_of_emphasis_draws_the_lines_above_it(page: Sight) -> None:
    show(page, "so *very\nlong and\nslow")
    assert not drawn(page, 0)
    put_caret(page, "slow")
    page.type("*")
    QApplication.processEvents()
    assert drawn(page, 0)["very"].italic()
    assert drawn(page, 1)["long and"].italic()
    page.press(KEYS.Key_Backspace)
    QApplication.processEvents()
    assert not drawn(page, 1)


def test_paragraphs_joined_or_parted_are_drawn_as_they_are_then(page: Sight) -> None:
    show(page, "so *very\n\nlong* ago")
    assert not drawn(page, 0)
    put_caret(page, "very")
    page.press(KEYS.Key_Delete)
    QApplication.processEvents()
    assert drawn(page, 0)["very"].italic()
    page.press(KEYS.Key_Z, HELD.ControlModifier)
    QApplication.processEvents()
    assert not drawn(page, 0)


def test_code_by_indentation_is_code_where_no_list_stands_above(page: Sight) -> None:
    show(page, "words\n\n    code\n\n- item\n\n    more\n\nwords\n\n    code")
    document = page.window.editor.document()
    assert [n for n in range(document.blockCount()) if in_code(document.findBlockByNumber(n))] == [2, 10]
    assert not drawn(page, 6)


def test_a_key_in_a_long_paragraph_of_many_lines_costs_little(page: Sight) -> None:
    line = "so *very long* and **slow** that `nobody` knows\n"
    show(page, (line * 200 + "\n") * 20)
    put_caret(page, "nobody")
    taken = []
    for _ in range(20):
        started = time.thread_time()
        page.type("x")
        QApplication.processEvents()
        taken.append(time.thread_time() - started)
    assert sorted(taken)[10] < 0.05


@pytest.mark.parametrize(
    ("key", "held", "before", "after"),
    [
        (KEYS.Key_B, HELD.ControlModifier, "a word b", "a **word** b"),
        (KEYS.Key_I, HELD.ControlModifier, "a word b", "a *word* b"),
        (KEYS.Key_K, HELD.ControlModifier, "a word b", "a [word]() b"),
        (KEYS.Key_2, HELD.ControlModifier, "a word b", "## a word b"),
        (KEYS.Key_L, HELD.ControlModifier | HELD.ShiftModifier, "a word b", "- a word b"),
        (KEYS.Key_B, HELD.ControlModifier | HELD.ShiftModifier, "a word b", "> a word b"),
        (KEYS.Key_B, HELD.ControlModifier, "🎈 a word b", "🎈 a **word** b"),
    ],
)
def test_keys_format_the_selection_or_the_word_in_one_step(
    page: Sight, key: Qt.Key, held: Qt.KeyboardModifier, before: str, after: str
) -> None:
    for choose, words in ((select, "word"), (put_caret, "wo")):
        show(page, before)
        choose(page, words)
        page.press(key, held)
        assert page.text == after
        page.press(KEYS.Key_Z, HELD.ControlModifier)
        assert page.text == before


def test_a_mark_goes_around_each_selected_paragraph(page: Sight) -> None:
    show(page, "one two\n\nthree four")
    cursor = page.window.editor.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(14, QTextCursor.MoveMode.KeepAnchor)
    page.window.editor.setTextCursor(cursor)
    page.press(KEYS.Key_B, HELD.ControlModifier)
    assert page.text == "one **two**\n\n**three** four"
    page.press(KEYS.Key_Z, HELD.ControlModifier)
    assert page.text == "one two\n\nthree four"


def test_enter_goes_on_with_a_list_and_ends_it_on_an_empty_item(page: Sight) -> None:
    page.type("1. one")
    page.press(KEYS.Key_Return)
    page.type("two")
    page.press(KEYS.Key_Return)
    assert page.text == "1. one\n2. two\n3. "
    page.press(KEYS.Key_Return)
    assert page.text == "1. one\n2. two\n"
    page.press(KEYS.Key_Return)
    assert page.text == "1. one\n2. two\n\n"


def test_tab_makes_an_item_part_of_the_one_above_and_shift_tab_takes_it_out(page: Sight) -> None:
    show(page, "1. one\n2. two\n3. three")
    put_caret(page, "two")
    page.press(KEYS.Key_Tab)
    assert page.text == "1. one\n   1. two\n3. three"
    put_caret(page, "three")
    page.press(KEYS.Key_Tab)
    assert page.text == "1. one\n   1. two\n   2. three"
    page.press(KEYS.Key_Backtab, HELD.ShiftModifier)
    assert page.text == "1. one\n   1. two\n2. three"
    assert page.window.editor.textCursor().positionInBlock() == len("2. three")
    page.press(KEYS.Key_Z, HELD.ControlModifier)
    assert page.text == "1. one\n   1. two\n   2. three"


def test_tab_shifts_every_item_that_is_selected(page: Sight) -> None:
    show(page, "- one\n- two\n- three\nwords")
    cursor = page.window.editor.textCursor()
    cursor.setPosition(8)
    cursor.setPosition(17, QTextCursor.MoveMode.KeepAnchor)
    page.window.editor.setTextCursor(cursor)
    page.press(KEYS.Key_Tab)
    assert page.text == "- one\n  - two\n  - three\nwords"
    page.press(KEYS.Key_Backtab, HELD.ShiftModifier)
    assert page.text == "- one\n- two\n- three\nwords"


def test_a_suggestion_has_the_tab_key_before_a_list_has(open_window: Opener, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("- one\n- ", encoding="utf-8")
    page = open_window(lambda: ScriptedSuggester(lambda before: [" ferry"] if before.endswith("The") else []))
    page.open(tmp_path / "a.md")
    page.window.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.type("Th")
    with page.qtbot.waitSignal(page.window.editor.offered, timeout=5000):
        page.type("e")
    page.press(KEYS.Key_Tab)
    assert page.text == "- one\n- The ferry"
    page.press(KEYS.Key_Tab)
    assert page.text == "- one\n  - The ferry"


def test_tab_is_a_tab_outside_of_lists_and_in_code(page: Sight, sight: Sight) -> None:
    for text, end in (("words", "words\t"), ("```\n- a", "- a\t")):
        show(page, text)
        page.window.editor.moveCursor(QTextCursor.MoveOperation.End)
        page.window.editor.withdraw()
        page.press(KEYS.Key_Tab)
        assert page.text.endswith(end)


def test_an_empty_item_within_another_goes_up_before_the_list_ends(page: Sight) -> None:
    show(page, "- one\n  - two\n  - ")
    page.window.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.press(KEYS.Key_Return)
    assert page.text == "- one\n  - two\n- "
    page.press(KEYS.Key_Return)
    assert page.text == "- one\n  - two\n"


@pytest.mark.parametrize("address", ["https://a.b/c", ""])
def test_the_key_for_links_in_a_link_selects_its_address(page: Sight, address: str) -> None:
    show(page, f"see [the page]({address}) now")
    put_caret(page, "the pa")
    page.press(KEYS.Key_K, HELD.ControlModifier)
    assert page.window.editor.textCursor().selectedText() == address
    page.type("x")
    assert page.text == "see [the page](x) now"


def test_enter_in_the_middle_of_an_item_parts_it(page: Sight) -> None:
    show(page, "> - [x] one two")
    put_caret(page, "one")
    page.press(KEYS.Key_Return)
    assert page.text == "> - [x] one\n> - [ ]  two"
    page.press(KEYS.Key_Z, HELD.ControlModifier)
    assert page.text == "> - [x] one two"


@pytest.mark.parametrize(
    ("text", "suffix"), [("# Title", ".md"), ("a *word*", ".md"), ("- a letter", ".txt")]
)
def test_a_new_text_with_marks_is_saved_as_markdown(sight: Sight, text: str, suffix: str) -> None:
    sight.type(text)
    sight.press(KEYS.Key_S, HELD.ControlModifier)
    assert sight.questions.suggested is not None
    assert sight.questions.suggested.suffix == suffix


def test_a_table_is_one_to_its_end_however_long_it_is(page: Sight) -> None:
    rows = [f"| {number} | *cell* |" for number in range(200)]
    show(page, "\n".join(["| a | b |", "| --- | --- |", *rows, "", "*after*"]))
    page.press(KEYS.Key_End, HELD.ControlModifier)
    QApplication.processEvents()
    (row, after) = (drawn(page, 195), drawn(page, 203))
    assert row["cell"].italic()
    assert row["cell"].family() == drawn(page, 3)["cell"].family() != after["after"].family()
    page.window.editor.set_caret(len("| a | b |\n| --- | ---"))
    page.type("x")  # no table any more
    page.press(KEYS.Key_End, HELD.ControlModifier)
    QApplication.processEvents()
    assert drawn(page, 195)["cell"].family() == after["after"].family()
