"""How long a text takes to open and a key to be on the screen, for the bench: a real window, offscreen."""

import random
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, Qt
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
    application = QApplication(["writer-app", "-platform", "offscreen"])
    found = [key_to_paint(words, keys, place=0.5) for words, keys in cases]
    application.processEvents()  # lets the windows go
    return found


def key_to_paint(words: int, keys: int, place: float = 1.0) -> Feel:
    """Open a text of `words` and type `keys` into it, at `place` from 0 to 1.

    The application must exist. The engine answers none of the requests meanwhile.
    """
    suggester = SlowSuggester()
    with TemporaryDirectory(prefix="writer-app-bench-") as folder:
        places = Places(*[Path(folder)] * 4)
        settings = SettingsStore(places.config / "settings.json")
        settings.set(DELAY, 0)  # a request for every key
        window = MainWindow(EngineBridge(lambda: suggester), settings, places, resources())
        window.bridge.start()
        window.show()
        file = Path(folder) / "text.txt"
        file.write_text(prose(words), encoding="utf-8")
        try:
            return Feel(_opened(window, file), _typed(window, keys, place))
        finally:
            suggester.released.set()
            window.finish()


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
    window.editor.viewport().repaint()
    return time.perf_counter() - started


def _typed(window: MainWindow, keys: int, place: float) -> list[float]:
    editor = window.editor
    editor.set_caret(int(place * (editor.document().characterCount() - 1)))
    while not window.tabs.current.counts.complete:
        QApplication.processEvents()
    taken = []
    for number in range(keys):
        started = time.perf_counter()
        key = _KEYS[number % len(_KEYS)]
        QApplication.sendEvent(
            editor, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
        )
        editor.viewport().repaint()
        QApplication.processEvents()  # what a key sets going is what the next one waits for
        taken.append((time.perf_counter() - started) * 1000)
    return taken
