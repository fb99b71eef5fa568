"""The dialog that teaches the model: preview, run, result, and the way back."""

import resource
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.tiny import document, write_diary
from writer_app.model import generations
from writer_app.model.pack import TOKENIZER, Pack, write_pack
from writer_app.training.control import Control
from writer_app.training.events import (
    Cancelled,
    Compared,
    Event,
    Failed,
    Finished,
    Paused,
    Progress,
    Weighing,
)
from writer_app.training.finetune import finetune
from writer_app.training.plan import FinetunePlan
from writer_app.training.process import Work
from writer_app.training.run_folder import RunFolder
from writer_app.ui.dialogs.finetune import FinetuneDialog
from writer_app.ui.dialogs.preparation import Surroundings

RUN_MS = 240_000  # other work may have the processor
MakeDialog = Callable[..., FinetuneDialog]
battery = {"used": False}


@pytest.fixture(scope="session")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_diary(tmp_path_factory.mktemp("diary"))


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    return tmp_path / "packs"


@pytest.fixture
def make_dialog(
    qtbot: QtBot, tiny_pack: Pack, personal: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MakeDialog]:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")  # for the training process: a small model is quicker so
    made: list[FinetuneDialog] = []

    def make(text: str = "", work: Work | None = None, **changes: Any) -> FinetuneDialog:
        usual: dict[str, Any] = {"learning_rate": 1e-2, "general": personal, "dropout": 0.0, "epochs": 2}
        plan = partial(FinetunePlan, **usual | changes)
        around = Surroundings(
            personal=personal,
            bundled=tiny_pack.folder.parent,
            run=RunFolder(personal.parent / "finetuning"),
            graphs=personal.parent / "graphs",
            open_texts=lambda: [("letter.txt", text)] if text else [],
            work=work,
            make_plan=plan,
            on_battery=lambda: battery["used"],
        )
        dialog = FinetuneDialog(around)
        qtbot.addWidget(dialog)
        dialog.show()
        made.append(dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.finish()


def choose(qtbot: QtBot, dialog: FinetuneDialog, *paths: Path) -> None:
    """Add documents and wait for the preview."""
    with qtbot.waitSignal(dialog.preparation.reader.found, timeout=RUN_MS):
        dialog.preparation.choice.add(paths)


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def start_and_wait(qtbot: QtBot, dialog: FinetuneDialog, kind: type[object]) -> None:
    """Start a run and wait for an event of a kind."""
    start_by(qtbot, dialog, dialog.buttons.start, kind)


def endless(qtbot: QtBot, make_dialog: MakeDialog, documents: Path) -> FinetuneDialog:
    """Return the dialog in the middle of a run that does not end by itself."""
    dialog = make_dialog(epochs=10**6)
    choose(qtbot, dialog, documents)
    start_and_wait(qtbot, dialog, Progress)
    return dialog


def start_by(qtbot: QtBot, dialog: FinetuneDialog, button: QPushButton, kind: type[object]) -> None:
    """Press a button and wait for an event of a kind."""
    with qtbot.waitSignal(
        dialog.run.bridge.heard, timeout=RUN_MS, check_params_cb=lambda event: isinstance(event, kind)
    ):
        press(qtbot, button)


def visible_buttons(dialog: FinetuneDialog) -> list[QPushButton]:
    return [button for button in dialog.findChildren(QPushButton) if button.isVisible()]


def write_candidate(personal: Path, base: Pack, before: float = 2.0, after: float = 1.8) -> Path:
    folder = generations.candidate(personal, base.language)
    facts = {"base": {"name": base.name}, "held_out_bits_per_character": {"before": before, "after": after}}
    write_pack(
        folder,
        language=base.language,
        config=base.config,
        facts=facts,
        weights=base.weights(),
        tokenizer=(base.folder / TOKENIZER).read_bytes(),
        card="",
    )
    return folder


def test_before_anything_runs_it_shows_what_was_found(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, tmp_path: Path, personal: Path
) -> None:
    (tmp_path / "list.txt").write_text("milk")
    dialog = make_dialog()
    assert not dialog.buttons.start.isEnabled()
    choose(qtbot, dialog, diary, tmp_path / "list.txt")
    page = dialog.preparation.choice
    assert page.amount.text().startswith("40 documents, ")
    assert page.prospect.text().startswith("That is enough to expect a gain. It takes about a minute, ")
    assert page.prospect.text().endswith(" GB of memory.")
    assert page.skipped_title.text() == "1 document is left out"
    (row,) = (page.skipped.topLevelItem(number) for number in range(page.skipped.topLevelItemCount()))
    assert row is not None
    assert (row.text(0), row.text(1)) == ("list.txt", "It is nearly empty.")
    assert dialog.buttons.start.isEnabled()
    assert not personal.exists()


def test_too_little_text_cannot_be_started_with(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    (tmp_path / "one.txt").write_text(document(1))
    dialog = make_dialog()
    choose(qtbot, dialog, tmp_path / "one.txt")
    assert "at least 1,000 words" in dialog.preparation.choice.prospect.text()
    assert not dialog.buttons.start.isEnabled()


def test_removing_the_documents_takes_the_preview_back(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path
) -> None:
    dialog = make_dialog()
    choose(qtbot, dialog, diary)
    dialog.preparation.choice.list.selectAll()
    press(qtbot, dialog.preparation.choice.remove)
    assert dialog.preparation.choice.paths == []
    assert dialog.preparation.choice.amount.text() == "There is nothing to learn from yet."
    assert not dialog.buttons.start.isEnabled()


def test_documents_are_dropped_onto_the_list(qtbot: QtBot, make_dialog: MakeDialog, diary: Path) -> None:
    dialog = make_dialog()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(diary)), QUrl("https://example.org/page.html")])
    spot = QPointF(dialog.preparation.choice.list.geometry().center())
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(spot.toPoint(), Qt.DropAction.CopyAction, data, buttons, held)
    over = dialog.preparation.choice.list.viewport()
    QApplication.sendEvent(over, enter)
    with qtbot.waitSignal(dialog.preparation.reader.found, timeout=RUN_MS):
        QApplication.sendEvent(dialog, QDropEvent(spot, Qt.DropAction.CopyAction, data, buttons, held))
    assert enter.isAccepted()
    assert dialog.preparation.choice.paths == [diary]


def test_the_open_text_can_be_learned_from_as_it_stands(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog(text="\n\n".join(map(document, range(20))))
    with qtbot.waitSignal(dialog.preparation.reader.found, timeout=RUN_MS):
        press(qtbot, dialog.preparation.choice.add_open)
    assert dialog.preparation.choice.amount.text().startswith("1 document, ")
    (copy,) = dialog.preparation.choice.paths
    assert copy.stem == "letter"
    dialog.finish()
    assert not copy.exists()


def test_every_button_is_reached_by_keys(make_dialog: MakeDialog) -> None:
    buttons = visible_buttons(make_dialog())
    assert len(buttons) == 6
    mnemonics = [button.text().partition("&")[2][:1].lower() for button in buttons]
    assert len(set(mnemonics) - {""}) == len(buttons)
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)


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


@pytest.mark.slow
def test_stopping_midway_leaves_no_file(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, personal: Path
) -> None:
    dialog = endless(qtbot, make_dialog, diary)
    with qtbot.waitSignal(
        dialog.run.bridge.heard, timeout=RUN_MS, check_params_cb=lambda event: isinstance(event, Cancelled)
    ):
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
    with qtbot.waitSignal(
        dialog.run.bridge.heard, timeout=RUN_MS, check_params_cb=lambda event: isinstance(event, Failed)
    ):
        assert dialog.run.bridge._process is not None
        dialog.run.bridge._process.kill()
    assert dialog.result_page.sentence.text() == "The training process ended without a word."
    assert "old model is unchanged" in dialog.result_page.detail.text()
    assert list(personal.iterdir()) == []
    start_by(qtbot, dialog, dialog.buttons.go_on, Progress)
    press(qtbot, dialog.buttons.cancel)


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


@pytest.mark.slow
def test_a_run_is_paused_and_goes_on(qtbot: QtBot, make_dialog: MakeDialog, diary: Path) -> None:
    dialog = endless(qtbot, make_dialog, diary)
    start_by(qtbot, dialog, dialog.buttons.pause, Paused)
    assert dialog.run_page.left.text() == "Paused"
    assert not dialog.buttons.pause.isVisible()
    start_by(qtbot, dialog, dialog.buttons.resume, Progress)
    assert dialog.buttons.pause.isVisible()


def test_on_battery_it_waits_for_the_cable_unless_told_otherwise(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(battery, "used", True)
    dialog = make_dialog()
    choose(qtbot, dialog, diary)
    press(qtbot, dialog.buttons.start)
    assert dialog.run_page.left.text() == "Waiting for the power cable"
    assert not dialog.run.bridge.running
    assert dialog.buttons.now.isVisible()
    monkeypatch.setitem(battery, "used", False)
    dialog.run.power.look()
    assert dialog.run.bridge.running


def test_waiting_for_the_cable_can_be_ended(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(battery, "used", True)
    dialog = make_dialog()
    choose(qtbot, dialog, diary)
    press(qtbot, dialog.buttons.start)
    press(qtbot, dialog.buttons.cancel)
    assert dialog.pages.currentWidget() is dialog.preparation
    monkeypatch.setitem(battery, "used", False)
    dialog.run.power.look()
    assert not dialog.run.bridge.running


def test_secrets_are_counted_and_left_out_unless_the_switch_is_set(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(document(77) + "Write to ann@example.org soon.\n", encoding="utf-8")
    dialog = make_dialog()
    choose(qtbot, dialog, diary, letter)
    page = dialog.preparation.choice
    assert page.secrets.text() == (
        "Looks like secrets: e-mail addresses (1). The sentences that hold them are left out."
    )
    assert not page.with_secrets.isVisible()
    page.advanced.click()
    with qtbot.waitSignal(dialog.preparation.reader.found, timeout=RUN_MS):
        page.with_secrets.click()
    assert page.secrets.text() == "Looks like secrets: e-mail addresses (1)."
    assert dialog.preparation.plan().with_secrets


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


def test_no_run_begins_on_a_disk_that_is_full(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Surroundings, "free_space", lambda _self: 1000)
    dialog = make_dialog()
    choose(qtbot, dialog, diary)
    assert "The disk is nearly full" in dialog.preparation.choice.prospect.text()
    assert not dialog.buttons.start.isEnabled()


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


def test_another_model_chosen_meanwhile_is_the_one_that_is_taught(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, personal: Path, tiny_pack: Pack
) -> None:
    dialog = make_dialog()
    choose(qtbot, dialog, diary)
    kept = generations.keep(write_candidate(personal, tiny_pack))
    assert dialog.preparation.plan().base.folder == kept
