"""The dialog that teaches the model, from documents to a model in use and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.dialogs.learner import (
    RUN_MS,
    MakeDialog,
    choose,
    press,
    start_and_wait,
)
from writer_app.model import generations
from writer_app.model.pack import Pack
from writer_app.training.events import (
    Progress,
)


@pytest.mark.slow
def test_from_documents_to_a_better_model_in_use_and_back(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, personal: Path, tiny_pack: Pack
) -> None:
    dialog = make_dialog()
    bundled = tiny_pack.folder.parent
    choose(qtbot, dialog, diary)
    start_and_wait(qtbot, dialog, Progress)
    assert dialog.run_page.speed.text().endswith(" tokens per second")
    qtbot.waitUntil(lambda: len(dialog.run_page.curve.held_out.points) > 1, timeout=RUN_MS)
    qtbot.waitUntil(dialog.result_page.isVisible, timeout=RUN_MS)
    assert dialog.result_page.sentence.text().startswith("Better by ")
    assert generations.bases(personal, bundled)["en"].name == tiny_pack.name  # until the person says so

    with qtbot.waitSignal(dialog.models_changed):
        press(qtbot, dialog.buttons.keep)
    assert dialog.result_page.sentence.text().startswith("Now in use. Better by ")
    assert generations.bases(personal, bundled)["en"].name == "en-personal-1"

    with qtbot.waitSignal(dialog.models_changed):
        press(qtbot, dialog.buttons.back)
    assert dialog.result_page.sentence.text() == "The old model is in use."
    assert generations.bases(personal, bundled)["en"].name == tiny_pack.name
    assert not (personal / "en-personal-1").exists()


def test_every_button_is_reached_by_keys(make_dialog: MakeDialog) -> None:
    buttons = [button for button in make_dialog().findChildren(QPushButton) if button.isVisible()]
    assert len(buttons) == 6
    mnemonics = [button.text().partition("&")[2][:1].lower() for button in buttons]
    assert len(set(mnemonics) - {""}) == len(buttons)
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
