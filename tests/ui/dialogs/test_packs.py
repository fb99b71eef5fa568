"""The manager of models: what it lists and what its buttons do."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.fakes import ScriptedQuestions
from writer_app.model import generations
from writer_app.model.pack import TOKENIZER, Pack, write_pack
from writer_app.ui.dialogs.packs import PacksDialog


@pytest.fixture
def personal(tmp_path: Path, tiny_pack: Pack) -> Path:
    folder = generations.candidate(tmp_path / "packs", "en")
    facts = {
        "base": {"name": "en"},
        "made": "2026-11-24",
        "documents": 2,
        "document_names": ["letter.txt", "diary.docx"],
        "words": 12_000,
        "held_out_bits_per_character": {"before": 1.5, "after": 1.4},
    }
    weights, tokenizer = tiny_pack.weights(), (tiny_pack.folder / TOKENIZER).read_bytes()
    write_pack(
        folder,
        language="en",
        config=tiny_pack.config,
        facts=facts,
        weights=weights,
        tokenizer=tokenizer,
        card="",
    )
    generations.keep(folder)
    return tmp_path / "packs"


@pytest.fixture
def questions() -> ScriptedQuestions:
    return ScriptedQuestions()


@pytest.fixture
def dialog(
    qtbot: QtBot, tmp_path: Path, tiny_pack: Pack, personal: Path, questions: ScriptedQuestions
) -> PacksDialog:
    shutil.copytree(tiny_pack.folder, tmp_path / "models" / "en")
    made = PacksDialog(personal, tmp_path / "models", tmp_path / "graphs", questions)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def rows(dialog: PacksDialog) -> list[list[str]]:
    items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return [[item.text(column) for column in range(7)] for item in items if item is not None]


def choose(dialog: PacksDialog, row: int) -> None:
    item = dialog.list.topLevelItem(row)
    assert item is not None
    dialog.list.setCurrentItem(item)


def test_each_model_is_listed_with_what_it_is_worth(dialog: PacksDialog) -> None:
    mine, shipped = rows(dialog)
    assert mine[:3] == ["My style 1", "English", "taught by you"]
    assert mine[4:] == ["2026-11-24", "1.500 → 1.400", "yes"]
    assert (shipped[0], shipped[2], shipped[6]) == ("Base model", "of the program", "")
    assert "2 documents with 12,000 words" in dialog.detail.text()
    assert "letter.txt, diary.docx" in dialog.detail.text()


def test_another_model_is_used_at_once(qtbot: QtBot, dialog: PacksDialog) -> None:
    choose(dialog, 1)
    with qtbot.waitSignal(dialog.models_changed):
        press(qtbot, dialog.use_button)
    assert [row[6] for row in rows(dialog)] == ["", "yes"]
    assert not dialog.use_button.isEnabled()


def test_a_model_is_renamed(qtbot: QtBot, dialog: PacksDialog, questions: ScriptedQuestions) -> None:
    questions.new_title = "Letters"
    press(qtbot, dialog.rename_button)
    assert rows(dialog)[0][0] == "Letters"


def test_a_model_is_exported_deleted_and_imported(
    qtbot: QtBot, dialog: PacksDialog, questions: ScriptedQuestions, tmp_path: Path, personal: Path
) -> None:
    questions.path = tmp_path / "mine.zip"
    press(qtbot, dialog.export_button)
    press(qtbot, dialog.delete_button)  # no consent yet
    assert len(rows(dialog)) == 2
    questions.consent = True
    with qtbot.waitSignal(dialog.models_changed):
        press(qtbot, dialog.delete_button)
    assert [row[0] for row in rows(dialog)] == ["Base model"]
    assert not (personal / "en-personal-1").exists()
    with qtbot.waitSignal(dialog.models_changed):
        press(qtbot, dialog.import_button)
    assert [(row[0], row[6]) for row in rows(dialog)] == [("mine", "yes"), ("Base model", "")]


def test_what_is_no_model_is_refused_with_a_hint(
    qtbot: QtBot, dialog: PacksDialog, questions: ScriptedQuestions, tmp_path: Path
) -> None:
    questions.path = tmp_path / "bad.zip"
    questions.path.write_bytes(b"nothing")
    press(qtbot, dialog.import_button)
    assert questions.asked
    assert len(rows(dialog)) == 2


def test_a_disk_that_fails_is_told(
    qtbot: QtBot, dialog: PacksDialog, personal: Path, questions: ScriptedQuestions, tmp_path: Path
) -> None:
    questions.path = tmp_path / "mine.zip"
    press(qtbot, dialog.export_button)
    shutil.rmtree(personal)
    personal.write_text("a file where the folder should be")
    press(qtbot, dialog.import_button)
    assert "could not be done: File exists" in questions.asked[-1]


def test_the_program_s_models_stay(dialog: PacksDialog) -> None:
    choose(dialog, 1)
    assert not dialog.delete_button.isEnabled()
    assert not dialog.rename_button.isEnabled()


def test_forgetting_is_asked_for_first(
    qtbot: QtBot, dialog: PacksDialog, questions: ScriptedQuestions
) -> None:
    wanted: list[bool] = []
    dialog.forget_wanted.connect(wanted.append)
    press(qtbot, dialog.forget_button)
    assert wanted == []
    questions.consent = True
    press(qtbot, dialog.forget_button)
    assert wanted == [True]


def test_a_model_from_elsewhere_cannot_say_more_than_there_is_room_for(
    dialog: PacksDialog, questions: ScriptedQuestions, tmp_path: Path, tiny_pack: Pack
) -> None:
    facts = {
        "title": "Mine\n\u202eevil" + "x" * 1000,
        "made": "x" * 1000,
        "held_out_bits_per_character": {"before": ["x"] * 1000, "after": {}},
        "document_names": "no list",
        "words": "many",
        "base": [],
    }
    write_pack(
        tmp_path / "foreign",
        language="en",
        config=tiny_pack.config,
        facts=facts,
        weights=tiny_pack.weights(),
        tokenizer=(tiny_pack.folder / TOKENIZER).read_bytes(),
        card="",
    )
    questions.path = tmp_path / "foreign"
    dialog.import_one()
    place, shown = next((n, row) for n, row in enumerate(rows(dialog)) if row[0].startswith("Mine"))
    assert all(len(cell) <= 60 and cell.isprintable() for cell in shown)
    choose(dialog, place)
    assert dialog.detail.text() == "Learned from 0 documents with 0 words, on from “?”."
