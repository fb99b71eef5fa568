"""How long a text takes to open and a key to be on the screen, for the bench: a real window, offscreen."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from writer_app.engine.protocol import Answer, Request
from writer_app.paths import Places, resources
from writer_app.settings.schema import DELAY
from writer_app.settings.store import SettingsStore
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.main_window import MainWindow

_WORDS = "the a of and to in it was she he they river house letter morning nothing perhaps again"
_KEYS = "what is typed here goes on the screen at once "


class SlowSuggester:
    """Answers nothing before it is let go: the slowest engine there can be."""

    def __init__(self) -> None:
        self.released = threading.Event()

    def suggest(self, request: Request) -> Answer:
        """Wait, then suggest nothing."""
        self.released.wait()
        return Answer(request.number)


@dataclass(frozen=True, slots=True)
class Feel:
    """How a document feels: seconds until it is on the screen, milliseconds that each key took."""

    opening: float
    keys: list[float]


def offscreen(*cases: tuple[int, int]) -> list[Feel]:
    """Measure texts of so many words with so many keys in their middle; needs no display."""
    application = offscreen_application()
    found = [key_to_paint(words, keys, place=0.5) for words, keys in cases]
    application.processEvents()  # lets the windows go
    return found


def offscreen_application() -> QCoreApplication:
    """Return the application that windows without a display belong to; there is one per process."""
    return QApplication.instance() or QApplication(["writer-app", "-platform", "offscreen"])


def key_to_paint(words: int, keys: int, place: float = 1.0) -> Feel:
    """Open a text of `words` and type `keys` into it, at `place` from 0 to 1."""
    with window_to_measure() as window, TemporaryDirectory(prefix="writer-app-bench-") as folder:
        file = Path(folder) / "text.txt"
        file.write_text(prose(words), encoding="utf-8")
        opening = _opened(window, file)
        window.editor.set_caret(int(place * (window.editor.document().characterCount() - 1)))
        while not window.tabs.current.counts.complete:
            QApplication.processEvents()
        return Feel(opening, type_keys(window, keys))


@contextmanager
def window_to_measure() -> Iterator[MainWindow]:
    """Open a window whose engine answers none of its requests; the application must exist."""
    suggester = SlowSuggester()
    with TemporaryDirectory(prefix="writer-app-bench-") as folder:
        places = Places(*[Path(folder)] * 4)
        settings = SettingsStore(places.config / "settings.json")
        settings.set(DELAY, 0)  # a request for every key
        window = MainWindow(EngineBridge(lambda: suggester), settings, places, resources())
        window.bridge.start()
        window.show()
        try:
            yield window
        finally:
            suggester.released.set()
            window.finish()


def type_keys(window: MainWindow, keys: int, pause: float = 0.0) -> list[float]:
    """Return the milliseconds that each of so many keys took, with seconds of rest before each."""
    taken = []
    for number in range(keys):
        _rest(pause)
        started = time.perf_counter()
        key = _KEYS[number % len(_KEYS)]
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
        QApplication.sendEvent(window.editor, event)
        window.editor.viewport().repaint()
        QApplication.processEvents()  # what a key sets going is what the next one waits for
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def prose(words: int) -> str:
    """Return a text of so many words, in paragraphs of 20 to 120."""
    chance, paragraphs, left, vocabulary = random.Random(1), list[str](), words, _WORDS.split()
    while left > 0:
        length = min(left, chance.randint(20, 120))
        paragraphs.append(" ".join(chance.choices(vocabulary, k=length)))
        left -= length
    return "\n".join(paragraphs)


def _opened(window: MainWindow, file: Path) -> float:
    started = time.perf_counter()
    window.documents.open(file)
    while window.tabs.current.opening:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.editor.viewport().repaint()
    return time.perf_counter() - started


def _rest(seconds: float) -> None:
    """Let the window do what it does between two keys."""
    if seconds:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()
