"""An editor over a suggester that the test writes the script of."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fakes import ScriptedSuggester
from tests.ui.sight import Opener, Sight
from writer_app.engine.protocol import Request
from writer_app.paths import Places
from writer_app.settings.schema import DELAY
from writer_app.settings.store import SettingsStore
from writer_app.ui import theme
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.editor import Editor
from writer_app.ui.offer import Offer
from writer_app.ui.questions import Unsaved

KEYS, HELD = Qt.Key, Qt.KeyboardModifier


@dataclass
class Desk:
    """A person at the editor: types, presses keys, waits for what is offered."""

    qtbot: QtBot
    editor: Editor
    bridge: EngineBridge
    settings: SettingsStore
    suggester: ScriptedSuggester

    @property
    def text(self) -> str:
        return self.editor.toPlainText()

    @property
    def ghost(self) -> str:
        """What is offered at the caret."""
        return self.editor.offer.ghost if self.editor.offer else ""

    @property
    def drawn(self) -> str:
        """What is drawn in the caret's paragraph beside its text."""
        return drawn_in(self.editor.document())

    @property
    def asked(self) -> list[str]:
        """The text before the caret, each time that suggestions were asked for."""
        return [request.before for request in self.suggester.requests if request.number]

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.editor, text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = HELD.NoModifier) -> None:
        self.qtbot.keyClick(self.editor, key, held)

    def type_and_wait(self, text: str) -> None:
        """Type, and wait for a suggestion."""
        with self.offered():
            self.type(text)

    def offered(self) -> AbstractContextManager[object]:
        signal: AbstractContextManager[object] = self.qtbot.waitSignal(
            self.editor.offered, timeout=5000, check_params_cb=lambda offer: isinstance(offer, Offer)
        )
        return signal

    def settle(self) -> None:
        """Wait until everything asked so far is answered and the answers have been heard."""
        worker, answered = self.bridge._worker, threading.Event()
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: worker._mailbox.empty, timeout=5000)
        worker.submit(Request(0, ""), lambda _: answered.set())  # answered in order, so this comes last
        self.qtbot.waitUntil(answered.is_set, timeout=5000)
        QApplication.processEvents()


def drawn_in(document: QTextDocument) -> str:
    block, found = document.firstBlock(), ""
    while block.isValid():
        found += block.layout().preeditAreaText()
        block = block.next()
    return found.removeprefix("\u200b")


MakeDesk = Callable[[ScriptedSuggester], Desk]


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    store = SettingsStore(tmp_path / "settings.json")
    store.set(DELAY, 0)
    return store


@pytest.fixture
def make_desk(qtbot: QtBot, settings: SettingsStore) -> Iterator[MakeDesk]:
    made: list[EngineBridge] = []

    def make(suggester: ScriptedSuggester) -> Desk:
        bridge = EngineBridge(lambda: suggester)
        made.append(bridge)
        bridge.start()
        editor = Editor(bridge, settings)
        qtbot.addWidget(editor)
        editor.resize(800, 400)
        editor.set_typography(theme.reading_font("", 14), 60)
        editor.show()
        return Desk(qtbot, editor, bridge, settings, suggester)

    yield make
    for bridge in made:
        bridge.stop()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(*(tmp_path / name for name in ("config", "data", "cache", "state")))


@pytest.fixture
def open_window(qtbot: QtBot, places: Places) -> Iterator[Opener]:
    opener = Opener(qtbot, places)
    yield opener
    for sight in opener.made:
        sight.questions.unsaved = Unsaved.DISCARD
        sight.window.close()
        sight.window.deleteLater()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # outside of exec() none else does


@pytest.fixture
def sight(open_window: Opener) -> Sight:
    return open_window()
