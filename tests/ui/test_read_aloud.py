"""Reading aloud: by the system's voice where there is one, else it says why not."""

from collections.abc import Callable
from importlib.util import find_spec

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from tests.ui.sight import Sight
from writer_app.ui.read_aloud import ReadAloud


class ScriptedVoice:
    """Says nothing aloud, and is done when the test says so."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.ended: Callable[[], None] = lambda: None
        self.failed: Callable[[str], None] = lambda _reason: None

    def make(
        self, parent: QObject, ended: Callable[[], None], failed: Callable[[str], None]
    ) -> "ScriptedVoice":
        self.ended, self.failed = ended, failed
        return self

    def say(self, text: str, /) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.said.append("(silence)")
        self.ended()  # as Qt's does


@pytest.fixture
def voice() -> ScriptedVoice:
    return ScriptedVoice()


@pytest.fixture
def reader(sight: Sight, voice: ScriptedVoice) -> ReadAloud:
    window = sight.window
    window.editor.set_text("One.\n\nTwo 你好.\nThree.")
    menu = QMenu("Other", window)
    actions = type(window.actions_by_name)(sight.settings, window.choose, window)
    return ReadAloud(window.tabs, menu, actions, lambda: "", voice.make)


def test_paragraphs_are_read_one_after_the_other_and_the_page_follows(
    sight: Sight, reader: ReadAloud, voice: ScriptedVoice
) -> None:
    reader.action.trigger()
    assert reader.action.isChecked()
    voice.ended()
    assert sight.window.editor.textCursor().block().text() == "Two 你好."
    voice.ended()
    voice.ended()
    assert voice.said[:3] == ["One.", "Two 你好.", "Three."]
    assert not reader.action.isChecked()


def test_a_selection_is_read_alone(sight: Sight, reader: ReadAloud, voice: ScriptedVoice) -> None:
    editor = sight.window.editor
    editor.moveCursor(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    reader.action.trigger()
    voice.ended()
    assert voice.said[0] == "One"
    assert not reader.action.isChecked()


def test_the_same_action_stops_it(reader: ReadAloud, voice: ScriptedVoice) -> None:
    reader.action.trigger()
    reader.action.trigger()
    assert voice.said == ["One.", "(silence)"]
    assert not reader.action.isChecked()


def test_a_voice_that_fails_is_said_once(sight: Sight, reader: ReadAloud, voice: ScriptedVoice) -> None:
    told: list[str] = []
    reader.problem.connect(told.append)
    reader.action.trigger()
    voice.failed("no daemon")
    voice.failed("no daemon")
    assert len(told) == 1
    assert "no daemon" in told[0]
    assert not reader.action.isChecked()


@pytest.mark.skipif(find_spec("PySide6.QtTextToSpeech") is not None, reason="the package is installed")
def test_without_the_package_the_action_is_grey_and_says_why(sight: Sight) -> None:
    action = sight.window.actions_by_name._named["view.read_aloud"].action
    menus = [menu for menu in sight.window.menuBar().findChildren(QMenu) if action in menu.actions()]
    menus[0].aboutToShow.emit()
    assert not action.isEnabled()
    assert "PySide6-Addons" in action.toolTip()
