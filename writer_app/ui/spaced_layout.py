"""Line spacing for QPlainTextEdit, which has none of its own."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLayout, QTextLine
from PySide6.QtWidgets import QPlainTextDocumentLayout


class SpacedLayout(QPlainTextDocumentLayout):
    """Sets lines `SPACING` times the height of the document's font apart, and paragraphs a little more.

    The base class lays a paragraph out when its size is first asked for; here its lines are then moved
    apart. So only paragraphs in sight cost anything, in a document of any size. The first line stays at the
    top of its paragraph, where QPlainTextEdit's arithmetic of scrolling expects it: all room is below.
    Emoji and Chinese characters come from taller fonts, for which there is room enough, so they do not
    disturb the rhythm of the lines. Paragraphs from right to left begin at the right.
    """

    SPACING = 1.5
    PARAGRAPH_GAP = 0.35  # of a line

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._step = self._gap = 0.0
        self.follow_font()

    def follow_font(self) -> None:
        """Take the distances from the document's font, after that was changed."""
        height = QFontMetricsF(self._document.defaultFont()).height()
        self._step, self._gap = height * self.SPACING, height * self.PARAGRAPH_GAP

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        natural = super().blockBoundingRect(block)
        layout = block.layout()
        lines = layout.lineCount()
        if not block.isVisible() or not lines:
            return natural
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            self._place_lines(layout, lambda line: line.width() - line.naturalTextWidth())
        elif lines > 1 and abs(layout.lineAt(1).y() - self._step) > 0.01:
            self._place_lines(layout, lambda _line: 0.0)
        height = lines * self._step + self._gap
        if not block.next().isValid():
            height += self._document.documentMargin()
        return QRectF(0, 0, natural.width(), height)

    def _place_lines(self, layout: QTextLayout, indent: Callable[[QTextLine], float]) -> None:
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            left = self._document.documentMargin() + indent(line)
            line.setPosition(QPointF(left, number * self._step))
