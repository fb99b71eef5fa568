"""The text coloured by surprise: in a real window, read by a real model, and never in the document."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.tiny import document
from tests.ui.studied import studied_window
from writer_app.engine.surprise import Span, Surprise
from writer_app.model.pack import Pack
from writer_app.settings.schema import DELAY, SPELLING_ON, SURPRISE_BY, SURPRISE_ON
from writer_app.settings.store import SettingsStore
from writer_app.ui.main_window import MainWindow
from writer_app.ui.surprise.colouring import SurpriseColouring
from writer_app.ui.surprise.document_surprise import Known, carried_over
from writer_app.ui.surprise.tint import tint

TEXT = "\n".join(document(seed).replace("\n\n", "\n").strip() for seed in range(12))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, tiny_pack: Pack) -> Iterator[MainWindow]:
    settings = SettingsStore(tmp_path / "settings.json")
    settings.set(DELAY, 0)
    settings.set(SPELLING_ON, False)
    with studied_window(tmp_path, tiny_pack, settings) as made:
        made.resize(1000, 700)  # so that not all of the text is in sight
        yield made


def colour(qtbot: QtBot, window: MainWindow) -> SurpriseColouring:
    window.choose(SURPRISE_ON, True)
    (colouring,) = window.insight._colourings.values()
    qtbot.waitUntil(lambda: settled(colouring), timeout=20000)
    return colouring


def settled(colouring: SurpriseColouring) -> bool:
    return all(known is not None and not known.stale for known in colouring.surprise.known)


def test_every_paragraph_is_read_and_the_strange_word_stands_out(qtbot: QtBot, window: MainWindow) -> None:
    window.editor.set_text("My sister waters the roses in the zebra. " + TEXT)
    colouring = colour(qtbot, window)
    known = colouring.surprise.known[0]
    assert known is not None
    worst = max(known.surprise.words, key=lambda span: span.bits / span.usual)
    assert known.text[worst.start : worst.end] == "zebra"
    qtbot.waitUntil(lambda: any(level is not None for level in colouring.graph.levels()), timeout=5000)


def test_colours_are_seen_and_go_away_and_the_text_is_as_before(qtbot: QtBot, window: MainWindow) -> None:
    editor = window.editor
    editor.set_text(TEXT + " zebra zebra zebra")
    editor.setCursorWidth(0)  # it would blink
    plain = editor.viewport().grab().toImage()
    colour(qtbot, window)
    coloured = editor.viewport().grab().toImage()
    window.choose(SURPRISE_BY, "sentences")
    by_sentence = editor.viewport().grab().toImage()
    assert plain != coloured != by_sentence
    assert editor.toPlainText() == TEXT + " zebra zebra zebra"
    assert not editor.document().isModified()
    assert not editor.document().isUndoAvailable()
    window.choose(SURPRISE_ON, False)
    assert editor.viewport().grab().toImage() == plain
    assert not window.insight._colourings


def test_a_key_asks_about_its_paragraph_and_the_one_behind_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.editor.set_text(TEXT)
    colouring = colour(qtbot, window)
    asked: list[list[str]] = []
    read = window.insight.bridge.read

    def watch(paragraphs: list[object]) -> int:
        asked.append([getattr(paragraph, "text", "") for paragraph in paragraphs])
        return read(paragraphs)  # type: ignore[arg-type] # they are what it was called with

    monkeypatch.setattr(window.insight.bridge, "read", watch)
    qtbot.keyClicks(window.editor, "Yes")
    assert colouring.surprise.known[0] is not None  # what is known of the other words stays meanwhile
    qtbot.waitUntil(lambda: settled(colouring), timeout=20000)
    lines = window.editor.toPlainText().split("\n")
    assert {text for texts in asked for text in texts} <= {lines[0], lines[1]}


def test_paragraphs_may_come_and_go_while_others_are_read(qtbot: QtBot, window: MainWindow) -> None:
    editor = window.editor
    editor.set_text(TEXT)
    window.choose(SURPRISE_ON, True)
    (colouring,) = window.insight._colourings.values()
    for _ in range(5):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()
    editor.selectAll()
    cursor = editor.textCursor()
    cursor.setPosition(len(TEXT) // 2)
    cursor.movePosition(cursor.MoveOperation.Down, cursor.MoveMode.KeepAnchor, 7)
    cursor.removeSelectedText()
    editor.undo()
    qtbot.waitUntil(lambda: settled(colouring), timeout=20000)
    lines = editor.toPlainText().split("\n")
    assert [known.text for known in colouring.surprise.known if known is not None] == lines
    total = sum(known.bits for known in colouring.surprise.known if known is not None)
    assert colouring.surprise._bits == pytest.approx(total)


def test_a_click_in_the_graph_shows_that_place_and_leaves_the_caret(qtbot: QtBot, window: MainWindow) -> None:
    window.editor.set_text(TEXT)
    colouring = colour(qtbot, window)
    qtbot.waitUntil(lambda: bool(colouring.graph.levels()), timeout=5000)
    graph = colouring.graph
    qtbot.mouseClick(graph, Qt.MouseButton.LeftButton, pos=graph.rect().center())
    middle = len(window.editor.toPlainText().split("\n")) // 2
    assert abs(colouring._in_sight()[len(colouring._in_sight()) // 2] - middle) < 6
    assert window.editor.textCursor().position() == 0


@pytest.mark.parametrize("dark", [False, True])
def test_ink_stays_legible_on_every_colour(dark: bool) -> None:
    paper, ink = QColor("#1d1e20" if dark else "#fbfaf6"), QColor("#d9d5cb" if dark else "#23211d")
    for level in (-1.0, -0.6, 0.6, 1.0):
        colour = tint(level, dark)
        assert colour is not None
        assert contrast(ink, blended(colour, paper)) > 4.5
    assert tint(0.1, dark) is None


def blended(colour: QColor, paper: QColor) -> QColor:
    share = colour.alphaF()
    channels = (
        (colour.redF(), paper.redF()),
        (colour.greenF(), paper.greenF()),
        (colour.blueF(), paper.blueF()),
    )
    mixed = [above * share + below * (1 - share) for above, below in channels]
    return QColor.fromRgbF(*mixed)


def contrast(one: QColor, other: QColor) -> float:
    """Return the ratio of WCAG 2.2."""

    def luminance(colour: QColor) -> float:
        parts = [
            v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
            for v in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@given(
    words=st.lists(st.text("ab", min_size=1, max_size=4), max_size=8),
    cut=st.integers(0, 40),
    removed=st.integers(0, 9),
    added=st.text("ab ", max_size=5),
)
def test_what_an_edit_left_alone_keeps_its_words(
    words: list[str], cut: int, removed: int, added: str
) -> None:
    text, spans = "", []
    for word in words:
        spans.append(Span(len(text), len(text) + len(word), 1.0, 1.0))
        text += word + " "
    edited = text[:cut] + added + text[cut + removed :]
    kept = carried_over(Known(text, Surprise(tuple(spans))), edited)
    shown = [edited[span.start : span.end] for span in kept.surprise.words]
    assert all(word in words for word in shown)
    assert [span.start for span in kept.surprise.words] == sorted(span.start for span in kept.surprise.words)
    if edited == text:
        assert shown == words
