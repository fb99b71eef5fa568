"""What came of a run: kept, or not, and gone back on."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.tiny import write_documents
from tests.ui.dialogs.learner import (
    MakeDialog,
    choose,
    press,
    write_candidate,
)
from writer_app.model import generations
from writer_app.model.pack import Pack
from writer_app.training.events import Compared, Finished, Weighing
from writer_app.training.finetune import finetune


def test_without_a_sure_gain_there_is_nothing_to_keep(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    dialog = make_dialog(learning_rate=1e-4)
    known = write_documents(tmp_path / "known", 24, first_seed=9000)  # the kind that the base learned from
    choose(qtbot, dialog, known)
    dialog.run.plan = dialog.preparation.plan()
    for event in finetune(dialog.run.plan):
        dialog.run.bridge.heard.emit(event)
    assert dialog.result_page.sentence.text().endswith("kept the old model.")
    assert not dialog.run.plan.out.exists()
    assert not dialog.buttons.keep.isVisible()
    assert not dialog.buttons.back.isVisible()


def test_a_result_that_was_seen_gives_way_to_the_documents_when_the_dialog_is_shown_again(
    qtbot: QtBot, make_dialog: MakeDialog, personal: Path, tiny_pack: Pack
) -> None:
    write_candidate(personal, tiny_pack)
    dialog = make_dialog()
    press(qtbot, dialog.buttons.keep)
    assert dialog.buttons.again.isVisible()
    dialog.close()
    dialog.show()
    assert dialog.pages.currentWidget() is dialog.preparation
    assert dialog.buttons.back.isVisible()


def test_what_is_measured_in_the_end_cannot_be_paused(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path
) -> None:
    dialog = make_dialog()
    choose(qtbot, dialog, diary)
    dialog.run.began.emit()
    assert dialog.buttons.pause.isEnabled()
    dialog.run.heard.emit(Weighing())
    assert dialog.buttons.pause.isVisible()
    assert not dialog.buttons.pause.isEnabled()


def test_a_result_that_came_behind_a_closed_dialog_is_seen_once_it_is_shown(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path
) -> None:
    dialog = make_dialog()
    choose(qtbot, dialog, diary)
    dialog.run.plan = dialog.preparation.plan()
    dialog.close()
    for event in (Compared(2.0, 2.0, kept=False), Finished(1, 1.0, 2.0)):
        dialog.run.bridge.heard.emit(event)
    dialog.show()
    assert dialog.result_page.isVisible()


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
