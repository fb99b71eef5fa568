"""While it learns: it rests, waits for power, is stopped or killed, and whatever fails is said."""

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.dialogs.learner import (
    MakeDialog,
    battery,
    choose,
    endless,
    hears,
    press,
    start_and_wait,
    start_by,
)
from writer_app.model import generations
from writer_app.model.pack import Pack
from writer_app.training.control import Control
from writer_app.training.events import (
    Cancelled,
    Event,
    Failed,
    Paused,
    Progress,
    Weighing,
)
from writer_app.training.finetune import finetune
from writer_app.training.plan import FinetunePlan
from writer_app.ui.dialogs.finetune import FinetuneDialog


@pytest.mark.slow
def test_a_run_is_paused_and_goes_on(qtbot: QtBot, make_dialog: MakeDialog, diary: Path) -> None:
    dialog = endless(qtbot, make_dialog, diary)
    start_by(qtbot, dialog, dialog.buttons.pause, Paused)
    assert dialog.run_page.left.text().startswith("Paused. ")
    assert not dialog.buttons.pause.isVisible()
    start_by(qtbot, dialog, dialog.buttons.resume, Progress)
    assert dialog.buttons.pause.isVisible()


@pytest.mark.slow
def test_stopping_midway_leaves_no_file(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, personal: Path
) -> None:
    dialog = endless(qtbot, make_dialog, diary)
    with hears(qtbot, dialog, Cancelled):
        press(qtbot, dialog.buttons.cancel)
    assert list(personal.iterdir()) == []
    assert not (personal.parent / "finetuning").exists()
    assert dialog.pages.currentWidget() is dialog.preparation
    assert dialog.preparation.choice.paths == [diary]


@pytest.mark.slow
def test_a_killed_run_is_said_clearly_and_leaves_no_file(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, personal: Path
) -> None:
    dialog = endless(qtbot, make_dialog, diary)
    with hears(qtbot, dialog, Failed):
        assert dialog.run.bridge._process is not None
        dialog.run.bridge._process.kill()
    assert dialog.result_page.sentence.text() == "The training process ended without a word."
    assert "old model is unchanged" in dialog.result_page.detail.text()
    assert list(personal.iterdir()) == []
    start_by(qtbot, dialog, dialog.buttons.go_on, Progress)
    press(qtbot, dialog.buttons.cancel)


def start_on_battery(
    qtbot: QtBot, make_dialog: MakeDialog, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> FinetuneDialog:
    monkeypatch.setitem(battery, "used", True)
    dialog = make_dialog()
    choose(qtbot, dialog, documents)
    press(qtbot, dialog.buttons.start)
    return dialog


def test_on_battery_it_waits_for_the_cable_unless_told_otherwise(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = start_on_battery(qtbot, make_dialog, diary, monkeypatch)
    assert dialog.run_page.left.text() == "Waiting for the power cable"
    assert not dialog.run.bridge.running
    assert dialog.buttons.now.isVisible()
    monkeypatch.setitem(battery, "used", False)
    dialog.run.power.look()
    assert dialog.run.bridge.running


def test_waiting_for_the_cable_can_be_ended(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = start_on_battery(qtbot, make_dialog, diary, monkeypatch)
    press(qtbot, dialog.buttons.cancel)
    assert dialog.pages.currentWidget() is dialog.preparation
    monkeypatch.setitem(battery, "used", False)
    dialog.run.power.look()
    assert not dialog.run.bridge.running


def test_a_folder_that_cannot_be_written_is_said_before_it_begins(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, personal: Path
) -> None:
    personal.write_text("a file in the place of the folder")
    dialog = make_dialog()
    choose(qtbot, dialog, diary)
    press(qtbot, dialog.buttons.start)
    assert dialog.result_page.sentence.text().startswith("Learning could not begin: ")
    assert "old model is unchanged" in dialog.result_page.detail.text()
    press(qtbot, dialog.buttons.again)
    assert dialog.preparation.choice.paths == [diary]


def teach_on_a_full_disk(plan: FinetunePlan, control: Control) -> Iterator[Event]:
    """Learn, and find no room for what was learned."""
    for event in finetune(plan, control):
        if isinstance(event, Weighing):
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        yield event


@pytest.mark.slow
def test_a_disk_that_fills_up_is_said_and_the_old_model_stays(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, personal: Path, tiny_pack: Pack
) -> None:
    dialog = make_dialog(work=teach_on_a_full_disk, epochs=1)
    choose(qtbot, dialog, diary)
    start_and_wait(qtbot, dialog, Failed)
    assert dialog.result_page.sentence.text() == "The new model could not be written: File too large."
    assert "old model is unchanged" in dialog.result_page.detail.text()
    assert list(personal.iterdir()) == []
    assert generations.bases(personal, tiny_pack.folder.parent)["en"].name == tiny_pack.name
