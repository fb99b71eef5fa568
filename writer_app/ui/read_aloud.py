"""Reads the text aloud, paragraph by paragraph, where the system has a voice."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from writer_app.i18n import tr
from writer_app.ui.actions import Actions
from writer_app.ui.editor import Editor
from writer_app.ui.surroundings import plain
from writer_app.ui.tabs import Tabs

_NO_VOICES = {"mock"}  # an engine of Qt's own tests


class Voice(Protocol):
    """What is used of QTextToSpeech."""

    def say(self, text: str, /) -> Any:
        """Begin to speak."""

    def stop(self) -> Any:
        """Be silent."""


MakeVoice = Callable[[QObject, Callable[[], None], Callable[[str], None]], Voice]


def system_problem() -> str:
    """Return why nothing can be read aloud, in words for the person; empty where it can.

    Qt's speech is in PySide6-Addons, which is larger than the rest of the program, so it is loaded only where
    somebody installed it.
    """
    if find_spec("PySide6.QtTextToSpeech") is None:
        return tr("To hear the text, install the package PySide6-Addons: pip install PySide6-Addons")
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - seldom installed, see above
    except ImportError as error:
        return tr("Qt's speech cannot be loaded: {reason}", reason=error)
    if set(QTextToSpeech.availableEngines()) <= _NO_VOICES:
        return tr("This system has no voice. On Linux, install speech-dispatcher and a voice for it.")
    return ""


def system_voice(parent: QObject, ended: Callable[[], None], failed: Callable[[str], None]) -> Voice:
    """Return the system's voice, which tells when it has said what it was given, or why it cannot."""
    from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - seldom installed, see above

    speech = QTextToSpeech(parent)
    ready = QTextToSpeech.State.Ready
    speech.stateChanged.connect(lambda state: ended() if state == ready else None)
    speech.errorOccurred.connect(lambda _reason, words: failed(words))
    voice: Voice = speech
    return voice


class ReadAloud(QObject):
    """One action that starts and stops: what is selected is read, else from the caret's paragraph on."""

    problem = Signal(str)

    def __init__(
        self,
        tabs: Tabs,
        menu: QMenu,
        actions: Actions,
        look_for_problem: Callable[[], str] = system_problem,
        make_voice: MakeVoice = system_voice,
    ) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._look_for_problem = look_for_problem
        self._make_voice = make_voice
        self._voice: Voice | None = None
        self._editor: Editor | None = None
        self._next = QTextBlock()
        self._reading = False
        self.action = actions.add(menu, "view.read_aloud", tr("&Read aloud"), self.toggle)
        self.action.setCheckable(True)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.show_whether_possible)
        tabs.current_changed.connect(self.stop)

    @Slot()
    def show_whether_possible(self) -> None:
        """Grey the action where there is no voice, and say why."""
        problem = self._look_for_problem()
        self.action.setEnabled(not problem)
        self.action.setToolTip(problem or tr("Reads what is selected, else from the caret on"))

    @Slot()
    def toggle(self) -> None:
        """Begin to read, or stop."""
        if self._reading or self._look_for_problem():
            self.stop()
        else:
            self._begin()

    @Slot()
    def stop(self) -> None:
        """Be silent."""
        self._reading, self._next = False, QTextBlock()
        self.action.setChecked(False)
        if self._voice is not None:
            self._voice.stop()

    def _begin(self) -> None:
        if self._voice is None:
            self._voice = self._make_voice(self, self._on_ended, self._on_failed)
        self._editor = self._tabs.current.editor
        self._reading = True
        self.action.setChecked(True)
        caret = self._editor.textCursor()
        if caret.hasSelection():
            self._voice.say(plain(caret.selectedText()))
        else:
            self._next = caret.block()
            self._on_ended()

    def _on_ended(self) -> None:
        """Go on with the next paragraph that has words, or end."""
        if not self._reading or self._voice is None or self._editor is None:
            return
        block = self._next
        while block.isValid() and not block.text().strip():
            block = block.next()
        if not block.isValid():
            self.stop()
            return
        self._next = block.next()
        self._editor.setTextCursor(QTextCursor(block))  # the page follows the voice
        self._voice.say(block.text())

    def _on_failed(self, reason: str) -> None:
        if self._reading:
            self.stop()
            self.problem.emit(tr("The text cannot be read aloud: {reason}", reason=reason))
