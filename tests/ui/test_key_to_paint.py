"""A key is on the screen within a frame, however long the text and however slow the engine."""

import statistics

from pytestqt.qtbot import QtBot

from writer_app.ui.key_to_paint import key_to_paint, prose


def test_a_key_in_a_long_text_is_on_the_screen_within_a_frame(qtbot: QtBot) -> None:
    feel = key_to_paint(words=200_000, keys=200, place=0.5)
    assert len(feel.keys) == 200
    assert statistics.median(feel.keys) < 16  # the bench reports the 95th percentile, on a machine left alone


def test_the_text_has_as_many_words_as_asked(qtbot: QtBot) -> None:
    assert len(prose(5_000).split()) == 5_000
