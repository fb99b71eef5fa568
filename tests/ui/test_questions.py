"""Where to put what is exported: the suffix stays, and nothing is replaced unasked."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from writer_app.ui.questions import Questions


@pytest.fixture
def questions(qtbot: QtBot) -> Questions:
    window = QWidget()
    qtbot.addWidget(window)
    return Questions(window)


def choosing(name: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the system's dialog give `name`."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(name), ""))


def answer(role: QDialogButtonBox.StandardButton) -> None:
    """Press a button of the next box that opens."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        box.button(QMessageBox.StandardButton(role.value)).click()

    QTimer.singleShot(0, press)


def test_the_suffix_is_added_where_it_is_missing(
    questions: Questions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(tmp_path / "letter", monkeypatch)
    assert questions.path_to_export(tmp_path / "x.docx") == tmp_path / "letter.docx"
    choosing(tmp_path / "letter.DOCX", monkeypatch)
    assert questions.path_to_export(tmp_path / "x.docx") == tmp_path / "letter.DOCX"
    choosing(tmp_path / "letter 1.2", monkeypatch)
    assert questions.path_to_export(tmp_path / "x.docx") == tmp_path / "letter 1.2.docx"


def test_a_file_that_the_suffix_leads_to_is_not_replaced_unasked(
    questions: Questions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.docx").write_text("precious")
    choosing(tmp_path / "letter", monkeypatch)
    answer(QDialogButtonBox.StandardButton.Cancel)
    assert questions.path_to_export(tmp_path / "x.docx") is None
    answer(QDialogButtonBox.StandardButton.Yes)
    assert questions.path_to_export(tmp_path / "x.docx") == tmp_path / "letter.docx"
