"""Keeps a draft of unsaved text, at most two seconds old, without the UI thread waiting for the disk."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextDocument

from writer_app.documents.autosave import DraftFile
from writer_app.documents.document import Document
from writer_app.documents.replacements import ChangeCollector, Replacement
from writer_app.ui.disk_thread import DiskThread
from writer_app.ui.paragraphs import Paragraphs

INTERVAL_MS = 1000

Then = Callable[[], object]


class Autosaver(QObject):
    """Watches one open document; the disk's thread writes."""

    written = Signal()
    failed = Signal(str)  # the reason

    def __init__(
        self,
        text: QTextDocument,
        paragraphs: Paragraphs,
        current: Callable[[], Document],
        folder: Path,
        disk: DiskThread,
    ) -> None:
        super().__init__(text)
        self._text = text
        self._paragraphs = paragraphs
        self._current = current
        self._disk = disk
        self._draft = _Draft(folder)
        self._changes = ChangeCollector()
        self._timer = QTimer(self, singleShot=True, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.write)
        paragraphs.replaced.connect(self._on_replaced)
        text.contentsChanged.connect(self._on_change)
        text.modificationChanged.connect(self._on_change)

    def write(self, then: Then = lambda: None) -> None:
        """Have the text as it is now written, and `then` called if that went well."""
        self._timer.stop()
        lines = self._paragraphs.copy()
        work = partial(self._draft.write, self._current(), lines, self._changes.take(lines), then)
        self._disk.submit(self, work, self._tell)

    def close(self, keep: bool = False) -> None:
        """End; the draft goes unless it is to be kept for the next start."""
        self._text.contentsChanged.disconnect(self._on_change)
        self._text.modificationChanged.disconnect(self._on_change)
        self._timer.stop()
        self._disk.submit(self, self._draft.release if keep else self._draft.close, lambda _: None)

    @Slot(int, int, int)
    def _on_replaced(self, first: int, removed: int, added: int) -> None:
        self._changes.note(first, removed, added, self._paragraphs.lines)

    @Slot()
    def _on_change(self) -> None:
        if not self._text.isModified():
            self._timer.stop()
            self._changes.take(())
            self._disk.submit(self, self._draft.discard, lambda _: None)
        elif not self._timer.isActive():
            self._timer.start()

    def _tell(self, problem: str) -> None:
        if problem:
            self.failed.emit(problem)
        else:
            self.written.emit()


class _Draft:
    """The draft's file, made when there is something to keep; only the disk's thread touches it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: DraftFile | None = None

    def write(
        self, document: Document, lines: Sequence[str], changes: Sequence[Replacement], then: Then
    ) -> str:
        """Keep the text; return why that could not be done, nothing where it could."""
        try:
            if self._file is None:
                self._file = DraftFile(self._folder)
            self._file.write(document, lines, changes)
            then()
        except OSError as error:
            return error.strerror or type(error).__name__
        return ""

    def discard(self) -> None:
        """Remove what was kept."""
        if self._file is not None:
            with suppress(OSError):  # then the next start offers what is saved already, which harms nobody
                self._file.discard()

    def release(self) -> None:
        """Leave what was kept for the next start."""
        if self._file is not None:
            self._file.release()

    def close(self) -> None:
        """Remove everything."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
