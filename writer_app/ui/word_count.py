"""Words and characters of the document, kept up to date at the cost of the paragraph that changed."""

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor, QTextDocument

from writer_app.text.counts import Counts, count
from writer_app.ui.paragraphs import Paragraphs
from writer_app.ui.surroundings import text_between

_AT_ONCE = 50  # paragraphs; more than these are counted while the person does nothing
_SLICE = 0.004  # seconds at a time, so that a key never waits longer
_UNKNOWN = Counts(-1, 0)


class WordCount(QObject):
    """Counts per paragraph; an edit recounts those it touched."""

    changed = Signal()

    def __init__(self, document: QTextDocument, paragraphs: Paragraphs) -> None:
        super().__init__(document)
        self._document = document
        self._paragraphs = paragraphs
        self._counts = [Counts(0, 0)]
        self._next = 0  # paragraphs before this one are known
        self.total = Counts(0, 0)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._count_some)
        paragraphs.replaced.connect(self._on_replaced)

    @property
    def complete(self) -> bool:
        """Is everything counted?"""
        return not self._idle.isActive()

    def selected(self, selection: QTextCursor) -> Counts:
        """Count a selection: its first and last paragraph anew, those between are known."""
        start, end = selection.selectionStart(), selection.selectionEnd()
        first, last = self._document.findBlock(start), self._document.findBlock(end)
        if first == last:
            return count(text_between(self._document, start, end))
        between = self._counts[first.blockNumber() + 1 : last.blockNumber()]
        edges = (
            count(text_between(self._document, start, first.position() + first.length() - 1)),
            count(text_between(self._document, last.position(), end)),
        )
        known = [counts for counts in (*edges, *between) if counts is not _UNKNOWN]
        return Counts(sum(counts.words for counts in known), sum(counts.characters for counts in known))

    @Slot(int, int, int)
    def _on_replaced(self, first: int, removed: int, added: int) -> None:
        for old in self._counts[first : first + removed]:
            self._add(old, -1)
        new = [_UNKNOWN] * added
        if added <= _AT_ONCE:
            new = [self._counted(line) for line in self._paragraphs.lines[first : first + added]]
        else:
            self._next = 0
            self._idle.start()
        self._counts[first : first + removed] = new
        self.changed.emit()

    def _counted(self, line: str) -> Counts:
        counts = count(line)
        self._add(counts, +1)
        return counts

    def _add(self, counts: Counts, sign: int) -> None:
        if counts is not _UNKNOWN:
            self.total = Counts(
                self.total.words + sign * counts.words, self.total.characters + sign * counts.characters
            )

    @Slot()
    def _count_some(self) -> None:
        until = time.perf_counter() + _SLICE
        number = self._next
        while number < len(self._counts) and time.perf_counter() < until:
            if self._counts[number] is _UNKNOWN:
                self._counts[number] = self._counted(self._paragraphs.lines[number])
            number += 1
        self._next = number
        if number >= len(self._counts):
            self._idle.stop()
        self.changed.emit()
