"""How the model goes on, shown beside one another."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from writer_app.training.events import Continuation
from writer_app.ui.dialogs.samples import Samples, going_on


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (" down the road and", "down the road and\u00a0…"),
        (" He slept.", "He slept."),
        (".", "."),
        ("s the road.", "…s the road."),
        ("\n", "¶"),
        ("他说。", "他说。"),
    ],
)
def test_a_continuation_that_was_cut_has_dots(text: str, shown: str) -> None:
    assert going_on(text) == shown


def test_no_line_of_a_sample_is_cut_off(qtbot: QtBot) -> None:
    long = "and then the captain of the harbour went down to the old boats once more " * 3
    samples = Samples()
    qtbot.addWidget(samples)
    samples.resize(420, samples.sizeHint().height())
    samples.show_samples([Continuation(long, "", long, " home.")] * 5)
    samples.show_samples([Continuation(long, "", long, " home.")] * 2)
    samples.show()
    samples.resize(420, samples.heightForWidth(420))
    labels = [label for label in samples.findChildren(QLabel) if label.isVisible() and label.text()]
    assert sum(label.text() == "home." for label in labels) == 2
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
