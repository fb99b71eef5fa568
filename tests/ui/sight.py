"""A whole window, and a person before it."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.fakes import ScriptedQuestions, ScriptedSuggester, finishing
from writer_app.paths import Places, resources
from writer_app.settings.schema import DELAY
from writer_app.settings.store import SettingsStore
from writer_app.ui.bridge import EngineBridge, OpenSuggester
from writer_app.ui.main_window import MainWindow
from writer_app.ui.notices import Notice


@dataclass
class Sight:
    """A window and who sits before it."""

    qtbot: QtBot
    window: MainWindow
    questions: ScriptedQuestions
    settings: SettingsStore

    @property
    def text(self) -> str:
        return self.window.editor.toPlainText()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.window.editor, text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.window.editor, key, held)

    def open(self, *paths: Path) -> None:
        """Open files, and wait until they are read."""
        self.window.documents.open_all(paths)
        self.wait_until_read()

    def wait_until_read(self) -> None:
        """Wait until no file is being read any more."""
        self.qtbot.waitUntil(lambda: not any(d.opening for d in self.window.tabs.documents), timeout=10_000)

    def save(self) -> None:
        """Press the keys for it, and wait for the disk."""
        self.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        self.window.saver.wait(self.window.tabs.current)

    def notices(self) -> list[str]:
        return [notice.text for notice in self.shown()]

    def shown(self) -> list[Notice]:
        """Return what is said above the page, of the window and of the current document."""
        return [*self.window.notices.shown(), *self.window.tabs.current.notices.shown()]

    def choose(self, notice: Notice, title: str) -> None:
        (button,) = (b for b in notice.findChildren(QPushButton) if b.text() == title)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@dataclass
class Opener:
    qtbot: QtBot
    places: Places
    made: list[Sight] = field(default_factory=list)

    def __call__(self, open_suggester: OpenSuggester | None = None) -> Sight:
        settings = SettingsStore(self.places.config / "settings.json")
        settings.set(DELAY, 0)
        questions = ScriptedQuestions()
        bridge = EngineBridge(open_suggester or (lambda: ScriptedSuggester(finishing("The ferry leaves"))))
        window = MainWindow(bridge, settings, self.places, resources(), questions)
        window.show()
        self.qtbot.waitUntil(window.isActiveWindow, timeout=5000)  # before, no key starts an action
        bridge.start()
        self.made.append(Sight(self.qtbot, window, questions, settings))
        return self.made[-1]
