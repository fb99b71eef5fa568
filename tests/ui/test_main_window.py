"""The window: opening, saving, closing, and the notices in between."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import HELD, KEYS
from tests.ui.fakes import ScriptedSuggester
from tests.ui.sight import Opener, Sight
from writer_app.paths import Places
from writer_app.settings.schema import FONT_SIZE, SUGGESTIONS_ON, THEME
from writer_app.settings.store import SettingsStore
from writer_app.ui.questions import Questions, Unsaved


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes("Dear Ada,\r\nall is well.\r\n".encode("utf-16"))
    return path


def test_a_file_is_opened_changed_and_saved_as_it_was_stored(sight: Sight, letter: Path) -> None:
    sight.questions.path = letter
    sight.press(KEYS.Key_O, HELD.ControlModifier)
    sight.wait_until_read()
    assert sight.text == "Dear Ada,\nall is well.\n"
    assert sight.window.windowTitle() == "letter.txt[*] – Writer"
    assert sight.window.status.file_format.text() == "UTF-16-LE, CRLF"
    assert not sight.window.isWindowModified()
    sight.type("P")
    assert sight.window.isWindowModified()
    sight.save()
    assert not sight.window.isWindowModified()
    assert letter.read_bytes() == "PDear Ada,\r\nall is well.\r\n".encode("utf-16")


def test_opening_is_not_a_step_of_undo(sight: Sight, letter: Path) -> None:
    sight.open(letter)
    sight.press(KEYS.Key_Z, HELD.ControlModifier)
    assert sight.text == "Dear Ada,\nall is well.\n"


def test_a_new_text_is_saved_where_the_person_says_without_the_suggestion(
    sight: Sight, tmp_path: Path
) -> None:
    with sight.qtbot.waitSignal(sight.window.editor.offered, timeout=5000):
        sight.type("The ferry")
    sight.questions.path = tmp_path / "new.txt"
    sight.save()
    assert (tmp_path / "new.txt").read_bytes() == b"The ferry"
    assert sight.window.windowTitle() == "new.txt[*] – Writer"


@pytest.mark.parametrize("answer", list(Unsaved))
def test_closing_asks_about_unsaved_changes(sight: Sight, letter: Path, answer: Unsaved) -> None:
    sight.open(letter)
    sight.type("x")
    sight.questions.unsaved = answer
    closed = sight.window.close()
    assert sight.questions.asked == ["unsaved letter.txt"]
    assert closed is (answer is not Unsaved.CANCEL)
    saved = letter.read_bytes().decode("utf-16").startswith("x")
    assert saved is (answer is Unsaved.SAVE)


def test_closing_without_changes_asks_nothing(sight: Sight) -> None:
    assert sight.window.close()
    assert sight.questions.asked == []


def test_the_real_question_has_the_three_answers(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for title, answer in (
        ("Save", Unsaved.SAVE),
        ("Don't save", Unsaved.DISCARD),
        ("Cancel", Unsaved.CANCEL),
    ):

        def press(title: str = title) -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            (button,) = (button for button in box.buttons() if button.text() == title)
            button.click()

        QTimer.singleShot(0, press)
        assert Questions(parent).unsaved_changes("letter.txt") is answer


def test_a_file_that_cannot_be_saved_is_explained_and_the_text_stays(sight: Sight, letter: Path) -> None:
    sight.open(letter)
    letter.chmod(0o444)
    sight.type("x")
    sight.save()
    assert "not saved" in sight.notices()[0]
    assert sight.window.isWindowModified()
    assert sight.text.startswith("xDear")
    letter.chmod(0o644)
    sight.choose(sight.shown()[0], "Try again")
    sight.window.saver.wait(sight.window.tabs.current)
    assert sight.notices() == []
    assert letter.read_bytes().decode("utf-16").startswith("xDear")


def test_a_character_that_the_encoding_lacks_leads_to_utf8(sight: Sight, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Grüße, sehr geehrter Herr Müller, schöne Grüße".encode("cp1252"))
    sight.open(path)
    sight.window.editor.insertPlainText("你好 ")
    sight.save()
    assert "你" in sight.notices()[0]
    sight.choose(sight.shown()[0], "Save as UTF-8")
    sight.window.saver.wait(sight.window.tabs.current)
    assert path.read_text(encoding="utf-8") == "你好 Grüße, sehr geehrter Herr Müller, schöne Grüße"
    assert sight.window.status.file_format.text() == "UTF-8"


def look_at_disk(sight: Sight) -> None:
    with sight.qtbot.waitSignal(sight.window.tabs.current.watch.looked, timeout=5000):
        sight.window.documents.look_at_disk()


def test_a_change_by_another_program_is_noticed_and_can_be_loaded(sight: Sight, letter: Path) -> None:
    sight.open(letter)
    letter.write_bytes("Dear Charles, much is new.".encode("utf-16"))
    sight.qtbot.waitUntil(lambda: len(sight.notices()) == 1, timeout=5000)
    assert "changed by another program" in sight.notices()[0]
    sight.choose(sight.shown()[0], "Load it again")
    sight.qtbot.waitUntil(lambda: sight.text == "Dear Charles, much is new.", timeout=5000)
    assert sight.notices() == []


def test_saving_over_another_programs_change_asks_first(sight: Sight, letter: Path) -> None:
    sight.open(letter)
    sight.type("mine ")
    letter.write_text("theirs")
    sight.save()
    assert sight.questions.asked == ["overwrite letter.txt"]
    assert letter.read_text() == "theirs"
    look_at_disk(sight)
    sight.choose(sight.shown()[0], "Keep my text")
    sight.save()
    assert letter.read_bytes().decode("utf-16").startswith("mine Dear")


def test_a_removed_file_is_noticed_and_saving_brings_it_back(sight: Sight, letter: Path) -> None:
    sight.open(letter)
    letter.unlink()
    sight.qtbot.waitUntil(lambda: len(sight.notices()) == 1, timeout=5000)
    assert "is gone" in sight.notices()[0]
    sight.save()
    assert letter.exists()
    assert sight.notices() == []


def test_our_own_saving_is_not_taken_for_anothers(sight: Sight, letter: Path) -> None:
    sight.open(letter)
    sight.type("x")
    sight.save()
    look_at_disk(sight)
    assert sight.notices() == []


def drafts(places: Places) -> list[Path]:
    return list((places.state / "drafts").glob("*.draft"))


def test_unsaved_text_is_kept_aside_and_gone_after_saving(
    sight: Sight, places: Places, tmp_path: Path
) -> None:
    with sight.qtbot.waitSignal(sight.window.tabs.current.autosaver.written, timeout=5000):
        sight.type("not saved yet")
    assert "not saved yet" in drafts(places)[0].read_text()
    sight.questions.path = tmp_path / "saved.txt"
    sight.save()
    sight.qtbot.waitUntil(lambda: drafts(places) == [], timeout=5000)


def leave_behind(sight: Sight, text: str) -> None:
    """End the window as a killed program does: the draft stays, its lock goes."""
    with sight.qtbot.waitSignal(sight.window.tabs.current.autosaver.written, timeout=5000):
        sight.type(text)
    sight.window.finish(keep_draft=True)


def test_text_left_by_a_crash_is_offered_and_restored(open_window: Opener, places: Places) -> None:
    leave_behind(open_window(), "the lost chapter")
    sight = open_window()
    sight.window.offer_drafts()
    assert "the lost chapter" in sight.notices()[0]
    with sight.qtbot.waitSignal(sight.window.tabs.current.autosaver.written, timeout=5000):
        sight.choose(sight.shown()[0], "Restore")
    assert sight.text == "the lost chapter"
    assert sight.window.isWindowModified()
    sight.qtbot.waitUntil(lambda: len(drafts(places)) == 1, timeout=5000)  # the new one


def test_text_left_by_a_crash_can_be_discarded(open_window: Opener, places: Places) -> None:
    leave_behind(open_window(), "not wanted")
    sight = open_window()
    sight.window.offer_drafts()
    sight.choose(sight.shown()[0], "Discard")
    assert drafts(places) == []
    assert sight.text == ""


def test_the_status_line_says_what_the_engine_does(sight: Sight) -> None:
    sight.qtbot.waitUntil(lambda: "ready" in sight.window.status.engine.text(), timeout=5000)
    sight.settings.set(SUGGESTIONS_ON, False)
    assert "off" in sight.window.status.engine.text()


def test_when_the_engine_dies_writing_goes_on_and_it_is_started_again(open_window: Opener) -> None:
    opened: list[int] = []

    def script(before: str) -> list[str]:
        if before == "a" and len(opened) == 1:
            raise RuntimeError("out of memory")
        return []

    def open_suggester() -> ScriptedSuggester:
        opened.append(1)
        return ScriptedSuggester(script)

    sight = open_window(open_suggester)
    seen: list[str] = []
    sight.window.bridge.state_changed.connect(lambda _: seen.append(sight.window.status.engine.text()))
    sight.type("a")
    sight.qtbot.waitUntil(lambda: any("No suggestions" in words for words in seen), timeout=5000)
    sight.type("b")
    assert sight.text == "ab"
    sight.qtbot.waitUntil(lambda: "ready" in sight.window.status.engine.text(), timeout=5000)
    assert len(opened) == 2


def test_words_and_characters_are_counted(sight: Sight) -> None:
    sight.type("one two")
    assert sight.window.status.counts.text() == "2 words · 7 characters"


def test_zoom_is_kept_for_the_next_start(sight: Sight, places: Places) -> None:
    sight.press(KEYS.Key_Plus, HELD.ControlModifier)
    sight.press(KEYS.Key_Equal, HELD.ControlModifier)
    sight.press(KEYS.Key_Minus, HELD.ControlModifier)
    assert sight.window.editor.font().pointSize() == FONT_SIZE.default + 1
    assert SettingsStore(places.config / "settings.json").get(FONT_SIZE) == FONT_SIZE.default + 1
    sight.press(KEYS.Key_0, HELD.ControlModifier)
    assert sight.window.editor.font().pointSize() == FONT_SIZE.default
    assert not sight.window.isWindowModified()


def test_the_theme_changes_at_once(sight: Sight) -> None:
    light = sight.window.palette().window().color().lightness()
    sight.settings.set(THEME, "dark")
    assert sight.window.palette().window().color().lightness() < 60 < light


def test_a_key_switches_suggestions_off_and_on(sight: Sight) -> None:
    sight.press(KEYS.Key_Space, HELD.ControlModifier | HELD.ShiftModifier)
    assert sight.settings.get(SUGGESTIONS_ON) is False
    sight.press(KEYS.Key_Space, HELD.ControlModifier | HELD.ShiftModifier)
    assert sight.settings.get(SUGGESTIONS_ON) is True


def test_the_menu_can_take_the_suggestion_too(sight: Sight) -> None:
    with sight.qtbot.waitSignal(sight.window.editor.offered, timeout=5000):
        sight.type("The ferry")
    (menu,) = (m for m in sight.window.findChildren(QMenu) if m.title() == "&Suggestions")
    take = next(action for action in menu.actions() if action.text().startswith("Take &all"))
    opens = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    QApplication.sendEvent(sight.window.editor, opens)
    menu.aboutToShow.emit()
    assert take.isEnabled()
    take.trigger()
    assert sight.text == "The ferry leaves"
    menu.aboutToShow.emit()
    assert not take.isEnabled()


def test_no_two_actions_share_a_key(sight: Sight) -> None:
    keys = [keys.toString() for action in sight.window.findChildren(QAction) for keys in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_help_and_about_open(sight: Sight) -> None:
    for title in ("&Writing with suggestions", "&About Writer"):
        (action,) = (a for a in sight.window.findChildren(QAction) if a.text() == title)
        action.trigger()
    titles = {w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()}
    assert {"Writing with suggestions", "About Writer"} <= titles


def recent_menu(sight: Sight) -> QMenu:
    (menu,) = (m for m in sight.window.findChildren(QMenu) if m.title() == "Open &recent")
    menu.aboutToShow.emit()
    return menu


def has_entries(sight: Sight, number: int) -> bool:
    return len(recent_menu(sight).actions()) == number


def test_recent_documents_are_in_the_menu_and_those_that_are_gone_turn_grey(
    sight: Sight, letter: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.txt"
    gone.touch()
    for number, path in enumerate((letter, gone), start=3):  # beside the line and what forgets them
        sight.open(path)
        sight.qtbot.waitUntil(partial(has_entries, sight, number), timeout=5000)
    gone.unlink()
    first, second = recent_menu(sight).actions()[:2]
    sight.qtbot.waitUntil(lambda: not first.isEnabled(), timeout=5000)
    assert first.toolTip() == f"{gone} is gone"
    assert (second.text(), second.isEnabled()) == ("letter.txt", True)


def test_the_texts_of_several_documents_left_by_a_crash_are_restored_together(
    open_window: Opener, places: Places, letter: Path
) -> None:
    left = open_window()
    left.open(letter)
    left.type("the lost line. ")
    left.window.documents.new()
    left.type("the lost chapter")
    left.window.finish(keep_draft=True)
    sight = open_window()
    sight.window.restore_session()
    sight.wait_until_read()
    sight.window.offer_drafts()
    assert "letter.txt" in sight.notices()[0]
    sight.choose(sight.shown()[0], "Restore all")
    texts = [document.editor.toPlainText() for document in sight.window.tabs.documents]
    assert texts == ["the lost line. Dear Ada,\nall is well.\n", "the lost chapter"]
    assert all(document.modified for document in sight.window.tabs.documents)
    sight.qtbot.waitUntil(lambda: len(drafts(places)) == 2, timeout=5000)


def test_lines_that_end_in_different_ways_are_told_of(sight: Sight, tmp_path: Path) -> None:
    path = tmp_path / "mixed.txt"
    path.write_bytes(b"one\r\ntwo\nthree\r\n")
    sight.open(path)
    assert "end in different ways" in sight.notices()[0]
    assert "CRLF" in sight.notices()[0]
    sight.type("x")
    sight.save()
    assert path.read_bytes() == b"xone\r\ntwo\r\nthree\r\n"
