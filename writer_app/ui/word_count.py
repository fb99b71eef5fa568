"""Words and characters of the document, kept up to date at the cost of the paragraph that changed."""

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor, QTextDocument

from writer_app.text.counts import Counts, count
from writer_app.ui.surroundings import text_between

_AT_ONCE = 50  # paragraphs; more than these are counted while the person does nothing
_SLICE = 0.004  # seconds at a time, so that a key never waits longer
_UNKNOWN = Counts(-1, 0)


class WordCount(QObject):
    """Counts per paragraph; an edit recounts those it touched."""

    changed = Signal()

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._counts = [Counts(0, 0)]
        self._next = 0  # paragraphs before this one are known
        self.total = Counts(0, 0)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._count_some)
        document.contentsChange.connect(self._on_contents_change)

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
    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        document = self._document
        first = document.findBlock(position).blockNumber()
        end = document.findBlock(min(position + added, document.characterCount() - 1))
        old_end = end.blockNumber() + 1 + len(self._counts) - document.blockCount()
        for old in self._counts[first:old_end]:
            self._add(old, -1)
        touched = end.blockNumber() + 1 - first
        if touched <= _AT_ONCE:
            new = self._recounted(first, touched)
        else:
            new = [_UNKNOWN] * touched
            self._next = 0
            self._idle.start()
        self._counts[first:old_end] = new
        self.changed.emit()

    def _recounted(self, first: int, number: int) -> list[Counts]:
        counts = []
        block = self._document.findBlockByNumber(first)
        for _ in range(number):
            counts.append(count(block.text()))
            self._add(counts[-1], +1)
            block = block.next()
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
                self._counts[number : number + 1] = self._recounted(number, 1)
            number += 1
        self._next = number
        if number >= len(self._counts):
            self._idle.stop()
        self.changed.emit()
