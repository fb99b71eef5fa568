"""Line spacing for QPlainTextEdit, which has none of its own."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout


class SpacedLayout(QPlainTextDocumentLayout):
    """Sets the lines of a paragraph `SPACING` apart, and paragraphs a little more.

    The base class lays a paragraph out when its size is first asked for; here its lines are then moved
    apart. So only paragraphs in sight cost anything, in a document of any size. The first line stays at the
    top of its paragraph, where QPlainTextEdit's arithmetic of scrolling expects it: all room is below.
    """

    SPACING = 1.5
    PARAGRAPH_GAP = 0.35  # of a line

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        natural = super().blockBoundingRect(block)
        layout = block.layout()
        lines = layout.lineCount()
        if not block.isVisible() or not lines:
            return natural
        step = layout.lineAt(0).height() * self.SPACING
        if lines > 1 and abs(layout.lineAt(1).y() - step) > 0.01:
            for number in range(1, lines):
                line = layout.lineAt(number)
                line.setPosition(QPointF(line.x(), number * step))
        height = lines * step + layout.lineAt(0).height() * self.PARAGRAPH_GAP
        if not block.next().isValid():
            height += self._document.documentMargin()
        return QRectF(0, 0, natural.width(), height)
