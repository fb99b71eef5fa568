"""The language of the interface changes at once, in the open window, and nothing of the person's is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sight import Opener, Sight
from writer_app.engine.worker import EngineStateKind
from writer_app.i18n import tr, use_language
from writer_app.paths import resources
from writer_app.settings.schema import LANGUAGE
from writer_app.ui.dialogs.settings import SettingsDialog
from writer_app.ui.language import QtWords, worded

CATALOGUES = resources() / "catalogues"
KEYS, HELD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    use_language("en", CATALOGUES)
    yield
    use_language("en", CATALOGUES)


@pytest.fixture
def speaking(sight: Sight) -> Sight:
    """Return a window whose program changes the language when the setting changes, as `app` has it."""
    sight.settings.on_change(LANGUAGE, lambda: use_language(sight.settings.get(LANGUAGE), CATALOGUES))
    return sight


def choose_chinese(sight: Sight) -> SettingsDialog:
    """Choose it in the dialog, as a person does; return the dialog that was there before."""
    sight.window.show_settings()
    dialog = dialogs(sight)[0]
    row = next(row for row in dialog.page.rows if row.setting is LANGUAGE)
    assert isinstance(row.control.widget, QComboBox)
    row.control.widget.setFocus()
    sight.qtbot.keyClick(row.control.widget, KEYS.Key_End)
    return dialog


def dialogs(sight: Sight) -> list[SettingsDialog]:
    return [dialog for dialog in sight.window.findChildren(SettingsDialog) if dialog.isVisible()]


def titles(sight: Sight) -> list[str]:
    return [action.text() for action in sight.window.menuBar().actions()]


def test_everything_in_sight_speaks_the_language_chosen_and_the_text_stays(speaking: Sight) -> None:
    window, editor = speaking.window, speaking.window.editor
    speaking.qtbot.keyClicks(editor, "One. Two. Three.")
    speaking.qtbot.keyClick(editor, KEYS.Key_Left)
    undo, caret, page = editor.document().availableUndoSteps(), editor.textCursor().position(), editor
    window.find_bar.open("", replacing=True)
    choose_chinese(speaking)
    assert titles(speaking)[0] == "文件(&F)"
    assert "未命名" in window.windowTitle()
    assert "字" in window.status.counts.text()
    assert window.find_bar.field.placeholderText() == "查找"
    assert editor.placeholderText() == "开始写作…"
    assert window.outline.windowTitle() == "大纲"
    assert window.editor is page
    assert page.toPlainText() == "One. Two. Three."
    assert window.tabs.current.modified
    assert (page.textCursor().position(), page.document().availableUndoSteps()) == (caret, undo)
    page.undo()
    assert page.toPlainText() != "One. Two. Three."


SAID = (
    "text",
    "title",
    "windowTitle",
    "toolTip",
    "placeholderText",
    "accessibleName",
    "accessibleDescription",
)


def everything_said(sight: Sight) -> list[tuple[str, str]]:
    """Return what each part of the window says, tells and is called."""
    window = sight.window
    parts = [window, *window.findChildren(QWidget), *window.findChildren(QAction)]
    return [
        (f"{type(part).__name__}.{name}", str(part.property(name)))
        for part in parts
        for name in SAID
        if part.property(name)
    ]


def show_much(sight: Sight) -> None:
    ready = lambda: sight.window.bridge.state.kind is EngineStateKind.READY  # noqa: E731
    sight.qtbot.waitUntil(ready, timeout=5000)
    sight.window.find_bar.open("", replacing=True)
    sight.window.outline.toggle()
    sight.window.documents.new()
    sight.window.notices.add(tr("The search failed."), (tr("Try again"), lambda: None))
    sight.window.help.welcome()
    sight.window.editor.set_text("The welcome itself is in the language of its day.")


def test_a_window_that_changed_says_what_one_opened_in_that_language_says(open_window: Opener) -> None:
    changed = open_window()
    show_much(changed)
    use_language("zh", CATALOGUES)
    opened = open_window()
    show_much(opened)
    assert len(everything_said(changed)) > 200
    assert everything_said(changed) == everything_said(opened)


def test_every_entry_of_every_menu_is_translated_and_keeps_its_keys(speaking: Sight) -> None:
    keys = {named.name: named.action.shortcuts() for named in speaking.window.actions_by_name.all()}
    choose_chinese(speaking)
    for named in speaking.window.actions_by_name.all():
        assert named.action.shortcuts() == keys[named.name]
    entries = [entry for menu in speaking.window.menuBar().findChildren(QMenu) for entry in menu.actions()]
    texts = {entry.text().split("\t")[0] for entry in entries if entry.text()}
    assert {text for text in texts if text.isascii()} <= {""}


def test_the_menu_of_the_text_says_what_our_menus_say(speaking: Sight) -> None:
    speaking.settings.set(LANGUAGE, "zh")
    shown: list[QMenu] = []
    editor = speaking.window.editor
    editor.menu_opening.connect(lambda menu, _place: shown.append(menu))
    place = editor.rect().center()
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, editor.mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), by_key)
    (menu,) = shown
    ours = {named.name: named.action for named in speaking.window.actions_by_name.all()}
    entries = {entry.objectName(): entry for entry in menu.actions()}
    for entry, name in (
        ("edit-undo", "edit.undo"),
        ("edit-paste", "edit.paste"),
        ("select-all", "edit.select_all"),
    ):
        assert entries[entry].text().split("\t")[0] == ours[name].text()
    assert entries["edit-undo"].text().endswith("Ctrl+Z")
    assert not entries["edit-paste"].icon().isNull()
    menu.close()


def test_the_settings_are_shown_again_where_they_were(speaking: Sight) -> None:
    before = choose_chinese(speaking)
    speaking.qtbot.waitUntil(lambda: len(dialogs(speaking)) == 1)
    (after,) = dialogs(speaking)
    assert after is not before
    assert after.windowTitle() == "设置"
    assert after.groups.currentRow() == before.groups.currentRow()
    row = next(row for row in after.page.rows if row.setting is LANGUAGE)
    assert row.control.widget.hasFocus() or not after.isActiveWindow()


def test_it_can_be_changed_back(speaking: Sight) -> None:
    english = titles(speaking)
    for language in ("zh", "en", "zh", "en"):
        speaking.settings.set(LANGUAGE, language)
    assert titles(speaking) == english


def test_dialogs_that_are_open_are_made_anew(speaking: Sight) -> None:
    speaking.window.suggesting.show_statistics()
    speaking.settings.set(LANGUAGE, "zh")
    shown = [d.windowTitle() for d in speaking.window.findChildren(QDialog) if d.isVisible()]
    assert shown == ["节省统计"]


def test_a_part_that_is_gone_is_not_spoken_to(qtbot: QtBot) -> None:
    said: list[str] = []
    menu = QMenu()
    worded(menu, said.append, tr("Close"))
    use_language("zh", CATALOGUES)
    menu.deleteLater()
    QCoreApplication.sendPostedEvents(menu, 0)
    QApplication.sendPostedEvents(None, 52)
    use_language("en", CATALOGUES)
    assert said == ["Close", "关闭"]


def test_words_that_hold_others_are_said_anew_as_a_whole(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[str] = []
    menu = QMenu()
    qtbot.addWidget(menu)
    worded(menu, said.append, tr("{number:,} of {words}", number=3, words=tr("1 word")))
    use_language("zh", CATALOGUES)
    assert said[0] == "3 of 1 word"
    assert said[1] == "3 / 1 字"


def test_qt_speaks_the_language_too_and_stops(qtbot: QtBot) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    words = QtWords(application)
    use_language("zh", CATALOGUES)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    use_language("en", CATALOGUES)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    words.deleteLater()
    QApplication.sendPostedEvents(None, 52)
