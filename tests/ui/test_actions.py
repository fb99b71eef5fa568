"""Actions by name: their keys can be changed, and are kept."""

import pytest
from PySide6.QtGui import QAction, QKeySequence

from tests.ui.conftest import HELD, KEYS
from tests.ui.sight import Opener, Sight
from writer_app.settings.schema import FONT_SIZE, SHORTCUTS, SUGGESTIONS_ON
from writer_app.ui.actions import plain_title


def action(sight: Sight, name: str) -> QAction:
    (found,) = (named.action for named in sight.window.actions_by_name.all() if named.name == name)
    return found


def test_every_action_with_keys_has_a_name(sight: Sight) -> None:
    with_keys = [found for found in sight.window.findChildren(QAction) if found.shortcuts()]
    assert with_keys
    assert all("." in found.objectName() for found in with_keys)


def test_an_action_answers_to_its_new_key_and_no_longer_to_the_old(sight: Sight) -> None:
    sight.window.actions_by_name.change("view.larger", QKeySequence("F8"))
    sight.press(KEYS.Key_F8)
    sight.press(KEYS.Key_Equal, HELD.ControlModifier)
    assert sight.settings.get(FONT_SIZE) == FONT_SIZE.default + 1


def test_keys_that_another_action_had_are_taken_from_it(sight: Sight) -> None:
    actions = sight.window.actions_by_name
    (before,) = actions.users(QKeySequence("F11"))
    actions.change("view.larger", QKeySequence("F11"), QKeySequence("Ctrl+="))
    assert [user.name for user in actions.users(QKeySequence("F11"))] == ["view.larger"]
    assert actions.keys(before.name) == ()
    actions.reset("view.larger")
    actions.reset(before.name)
    assert actions.keys(before.name) == before.usual
    assert sight.settings.get(SHORTCUTS) == {}


def test_the_next_start_knows_the_changed_keys(open_window: Opener) -> None:
    open_window().window.actions_by_name.change("suggestions.on", QKeySequence("F9"))
    assert action(open_window(), "suggestions.on").shortcuts() == [QKeySequence("F9")]


def test_a_suggestion_is_taken_with_the_key_that_the_person_chose(sight: Sight) -> None:
    sight.window.actions_by_name.change("suggestion.accept", QKeySequence("Ctrl+Return"))
    with sight.qtbot.waitSignal(sight.window.editor.offered, timeout=5000):
        sight.type("The ferry")
    sight.press(KEYS.Key_Return, HELD.ControlModifier)
    assert sight.text == "The ferry leaves"
    assert action(sight, "suggestion.accept").text().endswith("\tCtrl+Return")


def test_a_menu_shows_how_a_setting_stands_that_was_changed_elsewhere(sight: Sight) -> None:
    sight.settings.set(SUGGESTIONS_ON, False)
    assert not action(sight, "suggestions.on").isChecked()
    action(sight, "suggestions.on").trigger()
    assert sight.settings.get(SUGGESTIONS_ON) is True


@pytest.mark.parametrize(
    ("title", "plain"),
    [("&Save", "Save"), ("Save &as…", "Save as"), ("保存(&S)…", "保存"), ("A && B", "A & B")],
)
def test_a_title_is_shown_without_what_belongs_to_the_menu(title: str, plain: str) -> None:
    assert plain_title(title) == plain
