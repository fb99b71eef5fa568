"""Goals count what is written, not what is opened, pasted or moved."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import HELD, KEYS
from tests.ui.sight import Sight
from writer_app.paths import Places
from writer_app.settings.schema import DAILY_GOAL, SUGGESTIONS_ON
from writer_app.ui.dialogs.goals import GoalsDialog


@pytest.fixture
def writer(sight: Sight) -> Sight:
    sight.settings.set(SUGGESTIONS_ON, False)
    sight.settings.set(DAILY_GOAL, 10)
    return sight


def today(writer: Sight) -> int:
    log = writer.window.aids.goals.log
    return log.on(log.today())


def open_goals(writer: Sight) -> GoalsDialog:
    meter = writer.window.status.goal
    writer.qtbot.mouseClick(meter, Qt.MouseButton.LeftButton)
    dialog = writer.window.findChild(GoalsDialog)
    assert dialog is not None
    return dialog


def test_what_is_typed_counts_and_what_is_deleted_counts_back(writer: Sight) -> None:
    writer.type("one two three ")
    assert today(writer) == 3
    assert writer.window.status.goal.text == "3 of 10 today"
    for _ in range(6):
        writer.press(KEYS.Key_Backspace)
    assert today(writer) == 2
    writer.press(KEYS.Key_Z, HELD.ControlModifier)
    writer.press(KEYS.Key_Z, HELD.ControlModifier)
    assert today(writer) == 0


def test_what_is_opened_or_pasted_does_not_count(writer: Sight, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("A short letter from long ago.")
    writer.open(letter)
    assert today(writer) == 0
    QApplication.clipboard().setText("pasted words " * 20)
    writer.window.editor.paste()
    assert today(writer) == 0
    writer.window.editor.selectAll()
    writer.window.editor.cut()
    assert today(writer) == 0
    writer.type("mine ")
    assert today(writer) == 1


def test_a_long_document_counts_only_once_it_is_known(writer: Sight) -> None:
    writer.window.editor.set_text("some words here\n" * 4000)
    counts = writer.window.tabs.current.counts
    writer.type("new ")
    writer.qtbot.waitUntil(lambda: counts.complete, timeout=10_000)
    assert today(writer) == 0
    writer.type("newer ")
    assert today(writer) == 1


def test_at_midnight_the_count_begins_anew(writer: Sight) -> None:
    goals = writer.window.aids.goals
    writer.type("one two ")
    tomorrow = date.today() + timedelta(days=1)  # noqa: DTZ011 - the person's own day
    goals.log.today = lambda: tomorrow
    goals._look_at_clock()
    assert writer.window.status.goal.text == "0 of 10 today"
    writer.type("three ")
    assert [words for _, words in goals.log.lately(2)] == [2, 1]


def test_without_a_goal_there_is_no_meter(writer: Sight) -> None:
    assert writer.window.status.goal.isVisible()
    writer.settings.set(DAILY_GOAL, 0)
    assert not writer.window.status.goal.isVisible()


def test_a_document_has_a_goal_of_its_own(writer: Sight, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("one two three")
    dialog = open_goals(writer)
    assert not dialog.document.isEnabled()
    writer.open(letter)
    assert dialog.document.isEnabled()
    dialog.document.setValue(500)
    assert writer.window.status.goal.text == "0 of 10 today · 3 of 500 here"
    dialog.daily.setValue(0)
    assert writer.window.status.goal.text == "3 of 500 here"


def test_one_button_deletes_everything(writer: Sight, places: Places) -> None:
    writer.type("one two ")
    dialog = open_goals(writer)
    writer.qtbot.waitUntil((places.data / "writing.json").exists, timeout=10_000)
    writer.qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    writer.qtbot.waitUntil(lambda: not (places.data / "writing.json").exists(), timeout=5000)
    assert today(writer) == 0
    assert not dialog.delete.isEnabled()


def test_what_was_written_is_kept_when_the_window_closes(writer: Sight, places: Places) -> None:
    writer.type("one two ")
    writer.window.finish()
    assert '": 2}' in (places.data / "writing.json").read_text("utf-8")
