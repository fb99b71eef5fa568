"""The history: what changed since a version, and having one back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from tests.ui.conftest import HELD, KEYS
from tests.ui.sight import Opener, Sight
from writer_app.documents.history import History, Subject
from writer_app.paths import Places
from writer_app.ui.dialogs.history import HistoryDialog
from writer_app.ui.questions import Unsaved

OLD = "Dear Ada,\nthe house is small.\nYours"
NEW = "Dear Ada,\nthe garden is small.\nYours"


@pytest.fixture
def letter(sight: Sight, tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(OLD)
    sight.open(path)
    return path


def opened(sight: Sight) -> HistoryDialog:
    sight.press(KEYS.Key_H, HELD.ControlModifier | HELD.ShiftModifier)
    (dialog,) = (d for d in sight.window.findChildren(HistoryDialog) if d.isVisible())
    sight.qtbot.waitUntil(dialog.restore_button.isEnabled, timeout=5000)
    return dialog


def press(sight: Sight, button: QAbstractButton) -> None:
    sight.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(places: Places, of: Subject) -> list[str]:
    return [version.text() for version in History(places.data / "history").versions(of)]


def test_each_save_is_a_version_and_so_is_the_text_that_the_file_had_before(
    sight: Sight, letter: Path, places: Places
) -> None:
    for text in ("1", "2"):
        sight.type(text)
        sight.save()
    assert texts(places, letter) == [f"12{OLD}", f"1{OLD}", OLD]


def test_what_another_program_wrote_is_kept_when_it_is_written_over(
    sight: Sight, letter: Path, places: Places
) -> None:
    sight.type("1")
    sight.save()
    letter.write_text("theirs, and longer")
    sight.type("2")
    sight.questions.consent = True
    sight.save()
    assert texts(places, letter)[:2] == [f"12{OLD}", "theirs, and longer"]


def test_a_text_that_is_given_up_is_kept(sight: Sight, letter: Path, places: Places) -> None:
    sight.type("given up ")
    sight.questions.unsaved = Unsaved.DISCARD
    sight.press(KEYS.Key_W, HELD.ControlModifier)
    sight.qtbot.waitUntil(lambda: texts(places, letter) == [f"given up {OLD}"], timeout=5000)


def test_the_dialog_shows_what_changed_and_restores_in_one_step(
    sight: Sight, letter: Path, places: Places
) -> None:
    sight.window.tabs.current.replace_text(NEW)
    sight.save()
    dialog = opened(sight)
    assert dialog.summary.text() == "The text is the same now."
    with sight.qtbot.waitSignal(dialog.compared, timeout=5000):
        sight.qtbot.keyClick(dialog.list, KEYS.Key_End)
    assert dialog.summary.text() == "Words added since: 1 · removed: 1 · places changed: 1"
    assert "the housegarden is small." in dialog.view.toPlainText()
    press(sight, dialog.copy_button)
    assert QGuiApplication.clipboard().text() == OLD
    press(sight, dialog.restore_button)
    assert sight.text == OLD
    assert sight.window.isWindowModified()
    sight.press(KEYS.Key_Z, HELD.ControlModifier)
    assert sight.text == NEW
    assert not sight.window.isWindowModified()


def test_a_damaged_version_is_explained(sight: Sight, letter: Path, places: Places) -> None:
    sight.type("1")
    sight.save()
    for version in History(places.data / "history").versions(letter):
        version.file.write_bytes(b"damaged")
    sight.press(KEYS.Key_H, HELD.ControlModifier | HELD.ShiftModifier)
    (dialog,) = (d for d in sight.window.findChildren(HistoryDialog) if d.isVisible())
    sight.qtbot.waitUntil(lambda: "cannot be read" in dialog.summary.text(), timeout=5000)
    assert not dialog.restore_button.isEnabled()


def test_a_document_without_versions_says_when_there_will_be_some(sight: Sight) -> None:
    sight.press(KEYS.Key_H, HELD.ControlModifier | HELD.ShiftModifier)
    (dialog,) = (d for d in sight.window.findChildren(HistoryDialog) if d.isVisible())
    sight.qtbot.waitUntil(lambda: "None yet" in dialog.summary.text(), timeout=5000)
    sight.qtbot.keyClick(dialog, KEYS.Key_Escape)
    sight.qtbot.waitUntil(lambda: not sight.window.findChildren(HistoryDialog), timeout=5000)


def keep_a_version(sight: Sight, places: Places) -> None:
    """Do what the clock does every ten minutes."""
    versions = sight.window.tabs.current.versions
    before = len(texts(places, versions.subject))
    versions.keep()
    sight.qtbot.waitUntil(lambda: len(texts(places, versions.subject)) > before, timeout=5000)


def test_a_document_without_a_name_has_versions_too_and_takes_them_along(
    sight: Sight, places: Places, tmp_path: Path
) -> None:
    sight.type("the first try")
    keep_a_version(sight, places)
    sight.type(", and more")
    press(sight, opened(sight).restore_button)
    assert sight.text == "the first try"
    sight.questions.path = tmp_path / "novel.txt"
    sight.window.documents.save()  # without a display, no key comes to a window behind another
    sight.window.saver.wait(sight.window.tabs.current)
    assert texts(places, tmp_path / "novel.txt")[-1] == "the first try"
    assert not list((places.data / "history").glob("untitled-*"))


def test_a_text_without_a_name_that_was_given_up_comes_back_as_the_last_one_closed(
    sight: Sight, places: Places
) -> None:
    sight.type("not wanted, or is it")
    key = sight.window.tabs.current.versions.subject
    sight.questions.unsaved = Unsaved.DISCARD
    sight.press(KEYS.Key_W, HELD.ControlModifier)
    sight.qtbot.waitUntil(lambda: len(texts(places, key)) == 1, timeout=5000)
    assert sight.text == ""
    sight.press(KEYS.Key_T, HELD.ControlModifier | HELD.ShiftModifier)
    sight.qtbot.waitUntil(lambda: sight.text == "not wanted, or is it", timeout=5000)
    assert sight.window.isWindowModified()
    assert sight.window.tabs.current.versions.subject == key


def test_a_document_without_a_name_finds_its_versions_after_a_crash(
    open_window: Opener, places: Places
) -> None:
    left = open_window()
    left.type("the first try")
    keep_a_version(left, places)
    left.type("!")
    left.window.finish(keep_draft=True)
    sight = open_window()
    sight.window.offer_drafts()
    sight.choose(sight.shown()[0], "Restore")
    assert texts(places, sight.window.tabs.current.versions.subject) == ["the first try"]


def test_going_through_many_versions_shows_the_last_one_chosen(
    sight: Sight, letter: Path, places: Places
) -> None:
    history, start = History(places.data / "history"), datetime.now(UTC) - timedelta(minutes=30)
    for number in range(20):
        history.add(letter, f"{OLD} {number}", start + timedelta(minutes=number))
    dialog = opened(sight)
    for _ in range(10):
        sight.qtbot.keyClick(dialog.list, KEYS.Key_Down)
    sight.qtbot.waitUntil(lambda: "Yours 9" in dialog.view.toPlainText(), timeout=5000)


def test_a_reload_of_what_another_program_wrote_can_be_undone(sight: Sight, letter: Path) -> None:
    sight.type("mine ")
    letter.write_text("theirs\nYours")
    sight.qtbot.waitUntil(lambda: len(sight.notices()) == 1, timeout=5000)
    sight.choose(sight.shown()[0], "Load it again")
    sight.qtbot.waitUntil(lambda: sight.text == "theirs\nYours", timeout=5000)
    assert not sight.window.isWindowModified()
    sight.press(KEYS.Key_Z, HELD.ControlModifier)
    assert sight.text == f"mine {OLD}"
    assert sight.window.isWindowModified()
