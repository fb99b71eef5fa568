"""The text of a document as a list of paragraphs, kept up to date at the cost of the change.

Reading 10 MB out of Qt takes some 90 ms, in which no key could be shown. A copy of this list takes 0.2 ms,
and another thread may do with it what it likes.
"""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextDocument

from writer_app.ui.surroundings import plain


class Paragraphs(QObject):
    """Follows one document; `lines` is for reading only."""

    replaced = Signal(int, int, int)  # from this paragraph on, so many gave way to so many

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self.lines = plain(document.toRawText()).split("\n")
        document.contentsChange.connect(self._on_contents_change)

    def copy(self) -> list[str]:
        """Return the paragraphs as they are now."""
        return self.lines.copy()

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        document = self._document
        block = document.findBlock(position)
        first = block.blockNumber()
        last = document.findBlock(min(position + added, document.characterCount() - 1)).blockNumber()
        new = []
        for _ in range(first, last + 1):
            new.append(block.text())
            block = block.next()
        old_end = last + 1 + len(self.lines) - document.blockCount()
        self.lines[first:old_end] = new
        self.replaced.emit(first, old_end - first, len(new))


def joined(lines: list[str]) -> str:
    """Return the text that the paragraphs make."""
    return plain("\n".join(lines))
