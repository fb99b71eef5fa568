"""Around suggestions: rhythm, length, silence by document, statistics, and what screen readers are told."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu

from tests.ui.conftest import HELD, KEYS, Desk, MakeDesk
from tests.ui.fakes import ScriptedSuggester, finishing
from tests.ui.sight import Opener, Sight
from writer_app.documents.statistics import Day
from writer_app.engine.protocol import Reach
from writer_app.engine.rhythm import Rhythm
from writer_app.paths import Places
from writer_app.settings.schema import ADAPTIVE, ANNOUNCE, DELAY, REACH, SUGGESTIONS_ON
from writer_app.ui.announcer import Announcer
from writer_app.ui.dialogs.statistics import StatisticsDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    return make_desk(ScriptedSuggester(finishing("The ferry leaves at noon", " but not today")))


def type_at(desk: Desk, pace: float, text: str) -> int:
    """Type with a clock that goes on by `pace` seconds a key; return the pause that is waited for, in ms."""
    now = 0.0
    desk.editor.rhythm = Rhythm(clock=lambda: now)
    desk.settings.set(DELAY, 120)
    for letter in text:
        now += pace
        desk.type(letter)
    return desk.editor._pause.interval()


def test_under_fast_typing_the_suggestion_waits_until_the_person_stops(desk: Desk) -> None:
    assert type_at(desk, 0.14, "nothing that is known") == 210


def test_under_slow_typing_it_comes_after_the_least_pause(desk: Desk) -> None:
    assert type_at(desk, 0.6, "nothing that is known") == 120


def test_the_rhythm_can_be_ignored(desk: Desk) -> None:
    desk.settings.set(ADAPTIVE, False)
    assert type_at(desk, 0.14, "nothing that is known") == 120


def test_how_long_is_asked_of_the_engine(desk: Desk) -> None:
    desk.settings.set(REACH, "word")
    desk.type_and_wait("The ferry")
    assert [r.reach for r in desk.suggester.requests if r.before == "The ferry"] == [Reach.WORD]


def announced(desk: Desk) -> list[str]:
    told: list[str] = []

    def tell(event: object) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        told.append(event.message())

    Announcer(desk.editor, desk.settings, tell)
    return told


def test_screen_readers_are_told_of_a_suggestion_once(desk: Desk) -> None:
    told = announced(desk)
    desk.type_and_wait("The ferry")
    desk.type(" le")  # goes along with it
    assert told == ["Suggestion: leaves at noon"]
    desk.press(KEYS.Key_BracketRight, HELD.AltModifier)
    assert told == ["Suggestion: leaves at noon"]  # the other one does not go on with these letters


def test_screen_readers_are_told_of_the_next_alternative(desk: Desk) -> None:
    told = announced(desk)
    desk.type_and_wait("The ferry")
    desk.press(KEYS.Key_BracketRight, HELD.AltModifier)
    assert told[-1] == "Suggestion: but not today"


def test_announcing_can_be_switched_off(desk: Desk) -> None:
    told = announced(desk)
    desk.settings.set(ANNOUNCE, False)
    desk.type_and_wait("The ferry")
    assert told == []


def silenced(sight: Sight) -> bool:
    return sight.window.editor.silenced


def test_a_switch_silences_one_document_and_is_remembered(open_window: Opener, tmp_path: Path) -> None:
    quiet_one, other = tmp_path / "quiet.txt", tmp_path / "other.txt"
    for path in (quiet_one, other):
        path.write_text("The ferry")
    sight = open_window()
    sight.open(quiet_one)
    sight.qtbot.mouseClick(sight.window.status.switch, LEFT)
    assert silenced(sight)
    sight.open(other)
    assert not silenced(sight)
    assert sight.window.status.switch.isChecked()

    later = open_window()
    later.open(quiet_one)
    assert silenced(later)
    assert not later.window.status.switch.isChecked()
    later.press(KEYS.Key_Space, HELD.ControlModifier | HELD.AltModifier)
    assert not silenced(later)


def test_in_a_silenced_document_nothing_is_asked(sight: Sight) -> None:
    sight.window.suggesting.silence.toggle()
    sight.type("The ferry")
    sight.qtbot.waitUntil(lambda: not sight.window.editor._pause.isActive())
    assert sight.window.editor._asked == 0


def test_a_new_document_that_is_silenced_stays_so_when_it_is_saved(sight: Sight, tmp_path: Path) -> None:
    sight.window.suggesting.silence.toggle()
    sight.type("a diary")
    sight.questions.path = tmp_path / "diary.txt"
    sight.press(KEYS.Key_S, HELD.ControlModifier)
    silenced_ones = sight.window.suggesting.silence._silenced
    sight.qtbot.waitUntil(lambda: tmp_path / "diary.txt" in silenced_ones, timeout=5000)


def test_the_switch_tells_that_suggestions_are_off_everywhere(sight: Sight) -> None:
    sight.settings.set(SUGGESTIONS_ON, False)
    assert not sight.window.status.switch.isChecked()
    assert not sight.window.status.switch.isEnabled()


def statistics(sight: Sight) -> Day:
    return sight.window.suggesting.usage.statistics.total()


def test_what_is_shown_and_taken_is_counted_and_no_word_is_kept(sight: Sight, places: Places) -> None:
    with sight.qtbot.waitSignal(sight.window.editor.offered, timeout=5000):
        sight.type("The ferry")
    sight.type(" l")  # typed along: the same suggestion still
    sight.press(KEYS.Key_Tab)
    assert statistics(sight) == Day(shown=1, taken=1, saved=len("eaves") - 1)
    sight.window.suggesting.finish()
    sight.qtbot.waitUntil((places.state / "statistics.json").exists, timeout=5000)
    stored = (places.state / "statistics.json").read_text()
    assert f"{sight.window.suggesting.usage.statistics.today()}" in stored
    assert "eaves" not in stored


def test_the_panel_shows_the_numbers_and_a_button_deletes_them(sight: Sight, places: Places) -> None:
    sight.window.suggesting.usage._add(Day(5, 2, 1234))
    sight.window.suggesting.finish()
    sight.window.suggesting.show_statistics()
    (panel,) = sight.window.findChildren(StatisticsDialog)
    assert panel.total.text() == "5 shown, 2 taken, 1,234 keys saved"
    assert panel.bars.values[-1] == (sight.window.suggesting.usage.statistics.today(), 1234)
    assert "1,234" in panel.bars.accessibleDescription()
    sight.qtbot.mouseClick(panel.delete, LEFT)
    assert panel.total.text() == "0 shown, 0 taken, 0 keys saved"
    sight.qtbot.waitUntil(lambda: not (places.state / "statistics.json").exists(), timeout=5000)
    assert not panel.delete.isEnabled()


def test_everything_about_suggestions_is_in_their_menu(sight: Sight) -> None:
    (menu,) = (m for m in sight.window.findChildren(QMenu) if m.title() == "&Suggestions")
    names = {action.objectName() for action in menu.actions()}
    assert {"suggestions.on", "suggestions.document", "suggestion.list", "suggestions.statistics"} <= names
