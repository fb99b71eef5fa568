"""The welcome teaches five keys by having the person use them."""

from pathlib import Path

import pytest

from tests.ui.conftest import HELD, KEYS
from tests.ui.fakes import ScriptedSuggester
from tests.ui.sight import Opener, Sight
from writer_app.paths import resources
from writer_app.ui.help import about_text, keys_text
from writer_app.ui.help_menu import welcome_once
from writer_app.ui.lesson import Lesson


@pytest.fixture
def pupil(open_window: Opener) -> Sight:
    sight = open_window(lambda: ScriptedSuggester(lambda _before: [" one two", " three"]))
    sight.window.help.welcome()
    return sight


def lesson(sight: Sight) -> Lesson:
    (found,) = sight.window.findChildren(Lesson)
    return found


def wait_for_suggestion(sight: Sight, text: str) -> None:
    with sight.qtbot.waitSignal(sight.window.editor.offered, timeout=5000, check_params_cb=bool):
        sight.type(text)


def test_the_page_is_open_with_the_caret_at_its_end_and_nothing_to_save(pupil: Sight) -> None:
    editor = pupil.window.editor
    assert pupil.text == (resources() / "welcome" / "en.md").read_text(encoding="utf-8")
    assert editor.textCursor().atEnd()
    assert not pupil.window.isWindowModified()
    assert lesson(pupil).isVisible()


def test_each_key_is_ticked_off_when_it_is_used_and_does_what_it_does(pupil: Sight) -> None:
    seen = lesson(pupil)
    pupil.press(KEYS.Key_Escape)  # nothing is shown, so nothing was learned
    assert seen.done == set()
    wait_for_suggestion(pupil, "a")
    pupil.press(KEYS.Key_BracketRight, HELD.AltModifier)
    pupil.press(KEYS.Key_BracketRight, HELD.AltModifier)
    pupil.press(KEYS.Key_Right, HELD.ControlModifier)
    pupil.press(KEYS.Key_Tab)
    assert pupil.text.endswith("\na one two")
    assert seen.done == {"suggestion.next", "suggestion.accept_word", "suggestion.accept"}
    wait_for_suggestion(pupil, "b")
    pupil.press(KEYS.Key_Escape)
    with pupil.qtbot.waitSignal(seen.finished, timeout=5000):
        pupil.press(KEYS.Key_Space, HELD.ControlModifier)


def test_a_text_that_is_open_stays_open(sight: Sight) -> None:
    sight.type("mine")
    sight.window.help.welcome()
    assert sight.window.tabs.documents[0].editor.toPlainText() == "mine"
    assert sight.text.startswith("# Welcome")


def test_the_person_is_welcomed_once(sight: Sight, tmp_path: Path) -> None:
    for _ in range(2):
        welcome_once(sight.window.help, tmp_path / "new")
    assert len(sight.window.findChildren(Lesson)) == 1


def test_the_page_of_keys_shows_them_as_they_are_now(sight: Sight) -> None:
    actions = sight.window.actions_by_name
    actions.change("view.full_screen")
    assert "**Ctrl\\+S** | Save |" in keys_text(actions)
    assert "Full screen" not in keys_text(actions)


def test_the_about_box_names_every_library_and_its_licence() -> None:
    assert all(
        part in about_text() for part in ("| Qt for Python", "| LGPL-3.0 |", "| pypdf", "| ONNX Runtime")
    )
