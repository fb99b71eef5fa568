"""Keeps a draft of unsaved text, at most two seconds old, without the UI thread waiting for the disk."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextDocument

from writer_app.documents.autosave import DraftFile
from writer_app.documents.document import Document
from writer_app.ui.surroundings import whole_text

INTERVAL_MS = 1500


class Autosaver(QObject):
    """Watches one open document; a thread of its own writes."""

    written = Signal()  # emitted on the writing thread
    failed = Signal(str)  # the same; the reason

    def __init__(self, text: QTextDocument, current: Callable[[], Document], folder: Path) -> None:
        super().__init__(text)
        self._text = text
        self._current = current
        self._folder = folder
        self._draft: DraftFile | None = None  # only the writing thread touches it
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="autosave")
        self._timer = QTimer(self, singleShot=True, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.write)
        text.contentsChanged.connect(self._on_change)
        text.modificationChanged.connect(self._on_change)

    def write(self, then: Callable[[], None] = lambda: None) -> None:
        """Have the text as it is now written, and `then` called on the writing thread if that went well."""
        self._timer.stop()
        self._writer.submit(self._write, self._current(), whole_text(self._text), then)

    def close(self, keep: bool = False) -> None:
        """Wait for the writing thread; the draft goes unless it is to be kept for the next start."""
        self._timer.stop()
        if not keep:
            self._writer.submit(self._close)
        self._writer.shutdown(wait=True)

    @Slot()
    def _on_change(self) -> None:
        if not self._text.isModified():
            self._timer.stop()
            self._writer.submit(self._discard)
        elif not self._timer.isActive():
            self._timer.start()

    def _write(self, document: Document, text: str, then: Callable[[], None]) -> None:
        try:
            if self._draft is None:
                self._draft = DraftFile(self._folder)
            self._draft.write(document, text)
            then()
        except OSError as error:
            self.failed.emit(error.strerror or type(error).__name__)
        else:
            self.written.emit()

    def _discard(self) -> None:
        if self._draft is not None:
            self._draft.discard()

    def _close(self) -> None:
        if self._draft is not None:
            self._draft.close()
