"""Before a run: what was found in the documents is shown, and whether it suffices."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.tiny import document
from tests.ui.dialogs.learner import (
    RUN_MS,
    MakeDialog,
    choose,
    press,
    write_candidate,
)
from writer_app.i18n import use_language
from writer_app.model import generations
from writer_app.model.pack import Pack
from writer_app.paths import resources
from writer_app.ui.dialogs.language_choice import LanguageChoice
from writer_app.ui.dialogs.preparation import Surroundings


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


def test_no_run_begins_on_a_disk_that_is_full(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Surroundings, "free_space", lambda _self: 1000)
    dialog = make_dialog()
    choose(qtbot, dialog, diary)
    assert "The disk is nearly full" in dialog.preparation.choice.prospect.text()
    assert not dialog.buttons.start.isEnabled()


def test_another_model_chosen_meanwhile_is_the_one_that_is_taught(
    qtbot: QtBot, make_dialog: MakeDialog, diary: Path, personal: Path, tiny_pack: Pack
) -> None:
    dialog = make_dialog()
    choose(qtbot, dialog, diary)
    kept = generations.keep(write_candidate(personal, tiny_pack))
    assert dialog.preparation.plan().base.folder == kept


@pytest.mark.parametrize(
    ("interface", "text", "chosen"), [("zh", "", "zh"), ("en", "", "en"), ("en", "你好", "zh")]
)
def test_with_nothing_open_the_language_of_the_window_is_chosen(
    qtbot: QtBot, interface: str, text: str, chosen: str
) -> None:
    use_language(interface, resources() / "catalogues")
    choice = LanguageChoice()
    qtbot.addWidget(choice)
    choice.offer(["en", "zh"], text)
    assert choice.language == chosen
