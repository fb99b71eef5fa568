"""The text around the caret: short enough for every key, and beginning where it began before."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout
from pytestqt.qtbot import QtBot

from writer_app.ui.surroundings import (
    AFTER,
    BEFORE,
    qt_place,
    qt_places,
    text_around,
    text_place,
    whole_text,
)


def document_with(text: str) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    document.setPlainText(text)
    return document


@settings(max_examples=40, deadline=None)
@given(paragraphs=st.lists(st.text("ab 你.🎈", max_size=60), max_size=8), place=st.floats(0, 1))
def test_before_and_after_meet_at_the_caret(qapp: object, paragraphs: list[str], place: float) -> None:
    text = "\n".join(paragraphs)
    head = text[: int(place * len(text))]
    position = len(head.encode("utf-16-le")) // 2
    assert text_around(document_with(text), position) == (head, text[len(head) :])


def test_the_beginning_stays_where_it_is_for_thousands_of_keys(qapp: object) -> None:
    text = "".join(chr(97 + number % 26) + str(number) for number in range(9000))
    document = document_with(text)
    begins = []
    for position in range(BEFORE, len(text), 7):
        before, after = text_around(document, position)
        assert BEFORE <= len(before) < BEFORE + 4096
        assert len(after) <= AFTER
        begins.append(position - len(before))
    assert all(begin % 4096 == 0 for begin in begins)
    assert len(set(begins)) <= len(text) // 4096 + 1


def test_a_character_cut_in_half_is_left_out(qapp: object) -> None:
    document = document_with("x" + "🎈" * 12_000)
    before, _ = text_around(document, document.characterCount() - 1)
    assert set(before) == {"🎈"}


def test_spaces_that_do_not_break_survive(qtbot: QtBot) -> None:
    text = "10\u00a0km\nand\u2028on\u3000"
    assert whole_text(document_with(text)) == text


@given(text=st.text("ab 你🎈", max_size=12), place=st.integers(0, 12))
def test_places_are_counted_as_qt_does_and_back(text: str, place: int) -> None:
    place = min(place, len(text))
    in_qt = len(text[:place].encode("utf-16-le")) // 2
    assert qt_place(text, place) == qt_places(text)(place) == in_qt
    assert text_place(text, in_qt) == place
    assert text_place(text, in_qt + 100) == len(text)
