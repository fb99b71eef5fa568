"""The settings as a person changes them: by mouse and keys, in force at once, found by a word."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFontComboBox, QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import HELD, KEYS
from tests.ui.sight import Sight
from writer_app.settings.schema import (
    CONFIDENCE_FLOOR,
    FONT_FAMILY,
    FONT_SIZE,
    SETTINGS,
    SUGGESTIONS_ON,
    THEME,
    THEMES,
    Setting,
)
from writer_app.ui.dialogs.settings import SettingRow, SettingsDialog, has_row
from writer_app.ui.switch import Switch

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(sight: Sight) -> SettingsDialog:
    sight.press(KEYS.Key_Comma, HELD.ControlModifier)
    (found,) = sight.window.findChildren(SettingsDialog)
    return found


def row_of(dialog: SettingsDialog, setting: Setting[Any]) -> SettingRow:
    (found,) = (row for row in dialog.page.rows if row.setting is setting)
    return found


def shown(dialog: SettingsDialog) -> list[str]:
    return [row.setting.key for row in dialog.page.rows if row.isVisible()]


def test_every_setting_has_a_control_with_a_name_for_screen_readers(dialog: SettingsDialog) -> None:
    assert set(shown(dialog)) == {setting.key for setting in SETTINGS if has_row(setting)}
    for row in dialog.page.rows:
        control = row.control.widget
        parts = [control, *control.findChildren(QSlider)]
        assert any(part.accessibleName() for part in parts), row.setting.key


def test_a_switch_acts_at_once(dialog: SettingsDialog, sight: Sight, qtbot: QtBot) -> None:
    switch = row_of(dialog, SUGGESTIONS_ON).control.widget
    assert isinstance(switch, Switch)
    qtbot.mouseClick(switch, LEFT)
    assert sight.settings.get(SUGGESTIONS_ON) is False
    assert sight.window.status.engine.text() == "Suggestions are off"
    qtbot.keyClick(switch, KEYS.Key_Space)
    assert sight.settings.get(SUGGESTIONS_ON) is True


def test_the_slider_puts_eagerness_into_words(dialog: SettingsDialog, sight: Sight, qtbot: QtBot) -> None:
    (slider,) = row_of(dialog, CONFIDENCE_FLOOR).control.widget.findChildren(QSlider)
    assert slider.accessibleDescription() == "Balanced (from 20%)"
    qtbot.keyClick(slider, KEYS.Key_Left)
    assert sight.settings.get(CONFIDENCE_FLOOR) == 0.15
    assert slider.accessibleDescription() == "Eager (from 15%)"


def test_a_number_is_typed_and_goes_back_to_its_default(
    dialog: SettingsDialog, sight: Sight, qtbot: QtBot
) -> None:
    row = row_of(dialog, FONT_SIZE)
    box = row.control.widget
    assert isinstance(box, QSpinBox)
    assert not row.reset.isVisible()
    box.selectAll()
    qtbot.keyClicks(box, "20")
    assert sight.settings.get(FONT_SIZE) == FONT_SIZE.default  # not 2 on the way
    qtbot.keyClick(box, KEYS.Key_Return)
    assert sight.window.editor.font().pointSize() == 20
    assert dialog.isVisible()
    qtbot.mouseClick(row.reset, LEFT)
    assert (box.value(), row.reset.isVisible()) == (FONT_SIZE.default, False)


def test_a_change_made_elsewhere_is_shown(dialog: SettingsDialog, sight: Sight) -> None:
    sight.window.zoom(+1)
    box = row_of(dialog, FONT_SIZE).control.widget
    assert isinstance(box, QSpinBox)
    assert box.value() == FONT_SIZE.default + 1


def test_choices_and_fonts_are_picked_by_key(dialog: SettingsDialog, sight: Sight, qtbot: QtBot) -> None:
    theme, font = row_of(dialog, THEME).control.widget, row_of(dialog, FONT_FAMILY).control.widget
    assert isinstance(theme, QComboBox)
    assert isinstance(font, QFontComboBox)
    qtbot.keyClick(theme, KEYS.Key_End)
    assert sight.settings.get(THEME) == list(THEMES)[-1]
    qtbot.keyClick(font, KEYS.Key_Down)
    assert sight.settings.get(FONT_FAMILY) == font.itemText(1)
    qtbot.keyClick(font, KEYS.Key_Home)
    assert sight.settings.get(FONT_FAMILY) == ""


def test_the_wheel_scrolls_and_changes_nothing(dialog: SettingsDialog, sight: Sight) -> None:
    point, none = QPointF(5, 5), Qt.ScrollPhase.NoScrollPhase
    for row in dialog.page.rows:
        for part in (row.control.widget, *row.control.widget.findChildren(QSlider)):
            wheel = QWheelEvent(
                point, point, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, HELD.NoModifier, none, False
            )
            QApplication.sendEvent(part, wheel)
    changed = [s.key for s in SETTINGS if has_row(s) and sight.settings.get(s) != s.default]
    assert changed == ["suggestions.delay_ms"]  # which the window of the tests sets


def test_a_word_finds_a_setting_by_title_help_or_group(dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "less LIKELY")
    assert shown(dialog) == [CONFIDENCE_FLOOR.key]
    qtbot.keyClick(dialog.search, KEYS.Key_Escape)
    assert dialog.isVisible()
    assert len(shown(dialog)) > 5


def test_a_search_goes_on_among_the_shortcuts(dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "full scr")
    assert dialog.shortcuts.isVisible()
    assert dialog.shortcuts.count() == 1


def choose_action(dialog: SettingsDialog, name: str) -> None:
    dialog.groups.setCurrentRow(dialog.groups.count() - 1)
    dialog.shortcuts.table.setCurrentItem(dialog.shortcuts.items[name])


def press_keys(dialog: SettingsDialog, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    with qtbot.waitSignal(dialog.shortcuts.keys.editingFinished):
        qtbot.keyClick(dialog.shortcuts.keys, key, held)


def test_keys_are_changed_by_pressing_them_and_conflicts_are_shown(
    dialog: SettingsDialog, sight: Sight, qtbot: QtBot
) -> None:
    page, actions = dialog.shortcuts, sight.window.actions_by_name
    choose_action(dialog, "view.larger")
    press_keys(dialog, qtbot, KEYS.Key_S, HELD.ControlModifier)
    assert page.message.text() == "These keys are used by “Save”, which would lose them."
    qtbot.mouseClick(page.change, LEFT)
    assert actions.keys("view.larger") == (QKeySequence("Ctrl+S"),)
    assert QKeySequence("Ctrl+S") not in actions.keys("file.save")
    assert page.items["view.larger"].text(1) == "Ctrl+S"
    qtbot.mouseClick(page.reset, LEFT)
    assert page.items["view.larger"].text(1).startswith("Ctrl++")
    qtbot.mouseClick(page.without, LEFT)
    assert actions.keys("view.larger") == ()


def test_keys_that_type_are_not_taken_from_the_writer(dialog: SettingsDialog, qtbot: QtBot) -> None:
    choose_action(dialog, "view.larger")
    press_keys(dialog, qtbot, KEYS.Key_A, HELD.ShiftModifier)
    assert "type text" in dialog.shortcuts.message.text()
    assert not dialog.shortcuts.change.isEnabled()
