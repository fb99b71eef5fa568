"""Counting as one writes agrees with counting it all again."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout
from pytestqt.qtbot import QtBot

from writer_app.text.counts import Counts, count
from writer_app.ui.paragraphs import Paragraphs
from writer_app.ui.surroundings import whole_text
from writer_app.ui.word_count import WordCount

TEXTS = st.text("ab 你.\n", max_size=30)


def empty() -> QTextDocument:
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    return document


@settings(max_examples=80, deadline=None)
@given(
    edits=st.lists(st.one_of(st.tuples(st.floats(0, 1), st.floats(0, 1), TEXTS), st.just("undo")), max_size=8)
)
def test_after_any_edits_the_counts_are_those_of_the_whole(
    qapp: object, edits: list[tuple[float, float, str] | str]
) -> None:
    document = empty()
    counted = WordCount(document, Paragraphs(document))
    for edit in edits:
        if isinstance(edit, str):
            document.undo()
            continue
        start, end, text = edit
        cursor, length = QTextCursor(document), document.characterCount() - 1
        cursor.setPosition(int(start * length))
        cursor.setPosition(int(end * length), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        assert counted.total == count(whole_text(document))


def test_a_long_text_is_counted_in_pauses_and_typing_goes_on_meanwhile(qtbot: QtBot) -> None:
    document = empty()
    counted = WordCount(document, Paragraphs(document))
    document.setPlainText("one two three\n" * 5000)
    assert not counted.complete
    QTextCursor(document).insertText("zero ")
    qtbot.waitUntil(lambda: counted.complete, timeout=10_000)
    assert counted.total == Counts(words=15_001, characters=13 * 5000 + 5)
    QTextCursor(document).insertText("one\n" * 100)  # before all that is counted already
    qtbot.waitUntil(lambda: counted.complete, timeout=10_000)
    assert counted.total == Counts(words=15_101, characters=13 * 5000 + 5 + 300)
