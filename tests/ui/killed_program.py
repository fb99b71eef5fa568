"""The program whose children are killed: started once, it forks one for each line that it reads.

A line is `typing FOLDER` or `saving FOLDER`. A child runs a page with its autosaver and saver, over a real
event loop and real files, and writes what it has done to FOLDER/log, each line with the time.
"""

import os
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from writer_app.documents.document import load
from writer_app.documents.history import History
from writer_app.documents.recent import RecentDocuments
from writer_app.engine.protocol import Answer, Request
from writer_app.settings.store import SettingsStore
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.disk_thread import DiskThread, LooseJobs
from writer_app.ui.open_document import OpenDocument, Storage
from writer_app.ui.questions import Questions
from writer_app.ui.saver import Saver

KEY_MS = 50
PARAGRAPHS, LENGTH = 3000, 100  # of the text that is saved


class Silent:
    """Suggests nothing."""

    def suggest(self, request: Request) -> Answer:
        """Answer with nothing."""
        return Answer(request.number)


class Child:
    """One open document in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.application = QApplication(["writer-app", "-platform", "offscreen"])
        self._log = os.open(folder / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        settings = SettingsStore(folder / "settings.json")
        bridge = EngineBridge(Silent)
        reading, writing = LooseJobs("reading"), LooseJobs("writing")
        history = History(folder / "history")
        storage = Storage(folder / "drafts", DiskThread("drafts"), history, reading, writing)
        self.document = OpenDocument(bridge, settings, storage)
        self.saver = Saver(writing, Questions(QWidget()), RecentDocuments(folder / "recent.json"))
        self.file = folder / "text.txt"
        self.keys = 0

    def say(self, words: str) -> None:
        """Write to the log, past every buffer that a kill would empty."""
        os.write(self._log, f"{time.monotonic()} {words}\n".encode())

    def typing(self) -> None:
        """Type a digit now and then, for ever."""
        timer = QTimer(interval=KEY_MS)
        timer.timeout.connect(self._type)
        timer.start()
        self.application.exec()

    def _type(self) -> None:
        QTest.keyClicks(self.document.editor, str(self.keys % 10))
        self.keys += 1
        self.say(str(self.keys))

    def saving(self) -> None:
        """Save one text after the other, for ever."""
        self.document.document = load(self.file)[0]
        self.saver.saved.connect(lambda _document: self._save())
        self._save()
        self.application.exec()

    def _save(self) -> None:
        line = str(self.keys % 10) * LENGTH
        self.keys += 1
        self.document.replace_text("\n".join([line] * PARAGRAPHS))
        self.say("saving")
        self.saver.save(self.document)


def main() -> None:
    """Fork a child for each line."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    for line in sys.stdin:
        what, folder = line.split(maxsplit=1)
        if not (pid := os.fork()):
            child = Child(Path(folder.strip()))
            child.typing() if what == "typing" else child.saving()
            os._exit(0)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
