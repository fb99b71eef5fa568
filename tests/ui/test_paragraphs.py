"""The list of paragraphs is always the text of the document."""

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from writer_app.documents.replacements import ChangeCollector, applied
from writer_app.ui.paragraphs import Paragraphs, joined

EDITS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40), st.text("ab\n你🎈 ", max_size=6) | st.just("undo")),
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.text("ab\n", max_size=30), edits=EDITS)
def test_after_any_edits_the_paragraphs_are_those_of_the_text(
    qtbot: QtBot, start: str, edits: list[tuple[int, int, str]]
) -> None:
    editor = QPlainTextEdit()
    paragraphs, collector = Paragraphs(editor.document()), ChangeCollector()
    kept = paragraphs.copy()
    paragraphs.replaced.connect(partial(_note, collector, paragraphs))
    editor.setPlainText(start)
    for begin, end, text in edits:
        if text == "undo":
            editor.undo()
        else:
            cursor, last = editor.textCursor(), editor.document().characterCount() - 1
            cursor.setPosition(min(begin, last))
            cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text)
        assert joined(paragraphs.copy()) == joined(editor.toPlainText().split("\n"))
    assert applied(kept, collector.take(paragraphs.lines)) == paragraphs.lines


def _note(collector: ChangeCollector, paragraphs: Paragraphs, first: int, removed: int, added: int) -> None:
    collector.note(first, removed, added, paragraphs.lines)


@pytest.mark.parametrize("text", ["", "one", "one\ntwo\n"])
def test_a_document_with_text_in_it_is_known_at_once(qtbot: QtBot, text: str) -> None:
    editor = QPlainTextEdit(text)
    assert joined(Paragraphs(editor.document()).lines) == text
