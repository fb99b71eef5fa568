"""Counts what is written, in every document of the window, towards the goals of the day and of documents."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from writer_app.documents.writing_log import WritingLog
from writer_app.settings.schema import DAILY_GOAL
from writer_app.settings.store import SettingsStore
from writer_app.ui.disk_thread import DiskThread
from writer_app.ui.number_keeper import NumberKeeper
from writer_app.ui.open_document import OpenDocument

_AT_ONCE = 25  # words; more than these in one change are pasted, dropped, moved or cut, not written
_LOOK_MS = 30_000  # at the clock: the day may end


class WritingGoals(QObject):
    """Adds net words to the log: what is typed or taken from a suggestion, less what is deleted again."""

    changed = Signal()

    def __init__(self, log: WritingLog, settings: SettingsStore, disk: DiskThread) -> None:
        super().__init__()
        self.log = log
        self.settings = settings
        self._day = log.today()
        self._keeper = NumberKeeper(log, disk, self)
        self._clock = QTimer(self, interval=_LOOK_MS)
        self._clock.timeout.connect(self._look_at_clock)
        self._clock.start()
        settings.on_change(DAILY_GOAL, self.changed.emit)

    def follow(self, document: OpenDocument) -> None:
        """Count what is written in `document`."""
        document.counts.changed.connect(partial(self._on_counts, document, _Seen(document)))

    def set_document_goal(self, document: OpenDocument, words: int) -> None:
        """Set how many words a document is to have."""
        if document.path is not None:
            self.log.set_goal(document.path, words)
            self._tell()

    def delete(self) -> None:
        """Forget all that was counted, and the goals of documents."""
        self._keeper.delete()
        self.changed.emit()

    def finish(self) -> None:
        """Keep what is not kept yet."""
        self._clock.stop()
        self._keeper.finish()

    def _on_counts(self, document: OpenDocument, seen: "_Seen") -> None:
        written = seen.written(document)
        if written:
            self.log.add(written)
            self._tell()

    def _tell(self) -> None:
        self._keeper.changed()
        self.changed.emit()

    @Slot()
    def _look_at_clock(self) -> None:
        if self._day != self.log.today():
            self._day = self.log.today()
            self.changed.emit()


class _Seen:
    """The words of a document when they were last looked at."""

    def __init__(self, document: OpenDocument) -> None:
        self._words = document.counts.total.words
        self._counting = False

    def written(self, document: OpenDocument) -> int:
        """Return how many words were written since, 0 where they came by another way."""
        counts = document.counts
        change, self._words = counts.total.words - self._words, counts.total.words
        was_counting, self._counting = self._counting, not counts.complete
        by_hand = document.editor.document().isUndoAvailable()  # a text just opened has nothing to undo
        if was_counting or self._counting or not by_hand or abs(change) > _AT_ONCE:
            return 0
        return change
