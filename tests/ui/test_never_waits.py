"""The UI thread never waits for the engine, however slow that is."""

import statistics
import time

from PySide6.QtWidgets import QApplication

from tests.ui.conftest import MakeDesk
from tests.ui.fakes import GatedSuggester

FRAME = 0.016  # seconds; 60 pictures a second


def test_two_thousand_keys_are_typed_while_the_engine_answers_none(make_desk: MakeDesk) -> None:
    """The gate stays shut, so a key that waited for an answer would wait for ever."""
    gated = GatedSuggester(lambda _: [" never"])
    desk = make_desk(gated)
    text = "the quick brown fox " * 100
    taken = []
    for key in text:
        started = time.perf_counter()
        desk.type(key)
        QApplication.processEvents()  # the pause of 0 ms ends here, so there is a request for every key
        desk.editor.viewport().repaint()
        taken.append(time.perf_counter() - started)
    assert desk.text == text
    assert desk.asked == []  # nothing was answered
    assert gated.entered.acquire(timeout=5)  # although there was a question
    # Another process may take the processor away for one key, not for half of them.
    assert statistics.median(taken) < FRAME
    gated.gate.release(len(text))
