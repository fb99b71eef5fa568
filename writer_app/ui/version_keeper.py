"""Keeps versions of one document: at each save, now and then while it is written, and before a text goes."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextDocument

from writer_app.documents.document import load
from writer_app.documents.history import History, Subject
from writer_app.errors import DocumentError
from writer_app.ui.disk_thread import LooseJobs
from writer_app.ui.paragraphs import Paragraphs, joined

INTERVAL_MS = 10 * 60 * 1000


class VersionKeeper(QObject):
    """Hands texts to the history on a thread."""

    def __init__(
        self, text: QTextDocument, paragraphs: Paragraphs, history: History, disk: LooseJobs
    ) -> None:
        super().__init__(text)
        self._text = text
        self._paragraphs = paragraphs
        self.history = history
        self._disk = disk
        self.subject: Subject = ""  # the document
        self._timer = QTimer(self, singleShot=True, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.keep)
        text.contentsChanged.connect(self._on_change)

    @Slot()
    def keep(self) -> None:
        """Have the text as it is now kept."""
        self._timer.stop()
        work = partial(keep_version, self.history, self.subject, self._paragraphs.copy())
        self._disk.submit(self, work, lambda _: None)

    @Slot()
    def _on_change(self) -> None:
        if self._text.isModified() and not self._timer.isActive():
            self._timer.start()


def keep_version(history: History, of: Subject, lines: list[str]) -> None:
    """Keep a text; a full disk must not keep anything else from being done."""
    with suppress(OSError):
        history.add(of, joined(lines))


def keep_what_is_there(history: History, path: Path) -> None:
    """Keep the text that the file holds, before it is written over."""
    with suppress(OSError, DocumentError):
        history.add(path, load(path)[1])
