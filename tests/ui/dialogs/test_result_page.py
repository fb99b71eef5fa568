"""What came of a run: kept, or not, and gone back on."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.dialogs.learner import (
    MakeDialog,
    choose,
    press,
    write_candidate,
)
from writer_app.model import generations
from writer_app.model.pack import Pack
from writer_app.training.events import (
    Compared,
    Finished,
)


def test_without_a_gain_there_is_nothing_to_keep(qtbot: QtBot, make_dialog: MakeDialog, diary: Path) -> None:
    dialog = make_dialog()
    choose(qtbot, dialog, diary)
    dialog.run.plan = dialog.preparation.plan()
    for event in (Compared(2.0, 2.0, kept=False), Finished(1, 1.0, 2.0)):
        dialog.run.bridge.heard.emit(event)
    assert dialog.result_page.sentence.text() == "No gain: kept the old model."
    assert not dialog.buttons.keep.isVisible()
    assert not dialog.buttons.back.isVisible()


def test_a_result_that_nobody_decided_about_is_offered_again(
    qtbot: QtBot, make_dialog: MakeDialog, personal: Path, tiny_pack: Pack
) -> None:
    candidate = write_candidate(personal, tiny_pack)
    make_dialog().finish()
    assert candidate.is_dir()
    dialog = make_dialog()
    assert dialog.result_page.sentence.text() == "Better by 10 %."
    assert "1.800" in dialog.result_page.figures.text()
    press(qtbot, dialog.buttons.back)
    assert not candidate.exists()


def test_a_model_kept_earlier_can_be_gone_back_on(
    qtbot: QtBot, make_dialog: MakeDialog, personal: Path, tiny_pack: Pack
) -> None:
    kept = generations.keep(write_candidate(personal, tiny_pack))
    dialog = make_dialog()
    with qtbot.waitSignal(dialog.models_changed):
        press(qtbot, dialog.buttons.back)
    assert not kept.exists()
