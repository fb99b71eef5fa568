"""The editor without a display: types a text with real keys, takes suggestions, and shows what came of it."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    SignalInstance,
    qInstallMessageHandler,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from writer_app import app
from writer_app.engine.ghost import first_word
from writer_app.engine.protocol import Answer
from writer_app.engine.worker import EngineStateKind
from writer_app.paths import places
from writer_app.settings.schema import ADAPTIVE, DELAY
from writer_app.ui.main_window import MainWindow

TEXT = """\
Dear Miriam,
Thank you very much for your letter, which arrived on the day before we left for the coast. The house is \
smaller than we remembered, but the garden has grown so much that the children disappear in it for hours \
and come back with their pockets full of stones.
On Saturday we walked along the beach as far as the old lighthouse. The weather was clear enough to see \
the islands, and we talked about the summer that you and I spent there. Please let me know whether you \
would like to stay with us for a few days in the autumn."""
LAST = "I am looking forward to s"
"""Where the picture is taken, with a suggestion in it."""

TAKEN_FROM = 0.3
"""A suggestion that agrees with the text is taken if it is at least so likely."""

_LOADING_MS = 60_000
_ANSWER_MS = 5_000


class Typist:
    """Types what it was told to, looks at every suggestion, and takes those that say the same."""

    def __init__(self, window: MainWindow) -> None:
        self.editor = window.editor
        self._bridge = window.bridge
        self._bridge.suggested.connect(self._hear)
        self._milliseconds = 0.0
        self.suggestions = self.keys = 0

    def write(self, text: str) -> None:
        """Type `text`, with as few keys as the suggestions allow."""
        while text:
            taken = self._take(text)
            if not taken:
                taken = text[0]
                self._press(Qt.Key.Key_unknown, taken)
            text = text[len(taken) :]

    def end_paragraph(self) -> None:
        """Press Enter."""
        self._press(Qt.Key.Key_Return, "\r")

    def _take(self, text: str) -> str:
        """Take the suggestion, or its first word, if that is how `text` goes on; return what was taken."""
        offer = self.editor.offer
        if offer is None or offer.probability < TAKEN_FROM or len(offer.ghost) < 2:
            return ""
        if text.startswith(offer.ghost):
            print(f"{'':17}Tab takes {offer.ghost!r}")
            self._press(Qt.Key.Key_Tab, "\t")
            return offer.ghost
        word = first_word(offer.ghost)
        if text.startswith(word):
            print(f"{'':17}Ctrl+Right takes {word!r}")
            self._press(Qt.Key.Key_Right, held=Qt.KeyboardModifier.ControlModifier)
            return word
        return ""

    def _press(
        self, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press and release a key, then wait for the answer, unless the suggestion shown still holds."""
        self.keys += 1
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(self.editor, QKeyEvent(kind, key, held, text))
        if self.editor.offer is None and wait(self._bridge.suggested, _ANSWER_MS):
            self._report()

    def _hear(self, answer: Answer) -> None:
        self._milliseconds = answer.milliseconds

    def _report(self) -> None:
        offer = self.editor.offer
        if offer is None:
            return
        self.suggestions += 1
        before = self.editor.toPlainText().rpartition("\n")[2][-30:]
        print(f"{offer.probability:6.1%} {self._milliseconds:6.1f} ms  {before}[{offer.ghost}]")


def main(arguments: list[str] | None = None) -> int:
    """Run the demonstration and return its exit status: 1 where no suggestion ever came."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/demo.png"), help="where the picture goes")
    options = parser.parse_args(arguments)
    qInstallMessageHandler(_without_chatter)
    with TemporaryDirectory(prefix="writer-app-demo-") as folder:
        own = Path(folder)  # the person's settings, drafts and memory are none of its business
        app.make_application(["writer-app", "-platform", "offscreen"])
        here = replace(places(), config=own / "config", data=own / "data", state=own / "state")
        window = app.make_window(here)
        window.choose(DELAY, 0)
        window.choose(ADAPTIVE, False)
        window.show()
        try:
            return demonstrate(window, options.out)
        finally:
            window.finish()


def demonstrate(window: MainWindow, out: Path) -> int:
    """Type the text in `window`, print what happened and write a picture to `out`."""
    while window.bridge.state.kind is EngineStateKind.LOADING:
        if not wait(window.bridge.state_changed, _LOADING_MS):
            break
    if window.bridge.state.kind is not EngineStateKind.READY:
        print(window.status.engine.text(), file=sys.stderr)
        return 1
    typist = Typist(window)
    for paragraph in TEXT.splitlines():
        typist.write(paragraph)
        typist.end_paragraph()
    typist.write(LAST)
    print(f"\n{window.editor.toPlainText()}\n")
    saved = 1 - typist.keys / len(window.editor.toPlainText())
    print(f"{typist.suggestions} suggestions; {typist.keys} keys, {saved:.0%} fewer than without them")
    out.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(out))
    print(f"picture: {out.resolve()}")
    return 0 if typist.suggestions else 1


def _without_chatter(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if "propagateSizeHints" not in text:  # said for every window that no display manages
        print(text, file=sys.stderr)


def wait(signal: SignalInstance, milliseconds: int) -> bool:
    """Run the event loop until `signal` comes; False where it has not come in time."""
    loop, clock = QEventLoop(), QTimer(singleShot=True, interval=milliseconds)
    clock.timeout.connect(lambda: loop.exit(1))
    signal.connect(loop.quit)
    clock.start()
    in_time = loop.exec() == 0
    signal.disconnect(loop.quit)
    return in_time


if __name__ == "__main__":
    sys.exit(main())
