"""Line spacing for QPlainTextEdit, which has none of its own."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontInfo, QTextBlock, QTextDocument, QTextLayout, QTextLine
from PySide6.QtWidgets import QPlainTextDocumentLayout

USUAL_SPACING = 1.5
_LINE = 1.2  # of the font's size: a single line; the heights that fonts claim differ too much to go by
_PARAGRAPH_GAP = 0.25  # of a line


class SpacedLayout(QPlainTextDocumentLayout):
    """Sets lines some times a single line apart, and paragraphs a little more.

    The base class lays a paragraph out when its size is first asked for; here its lines are then moved
    apart. So only paragraphs in sight cost anything, in a document of any size. The first line stays at the
    top of its paragraph, where QPlainTextEdit's arithmetic of scrolling expects it: all room is below.
    Emoji and Chinese characters come from taller fonts, for which there is room enough, so they do not
    disturb the rhythm of the lines. Paragraphs from right to left begin at the right.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self.step = self._gap = 0.0
        self.follow_font(USUAL_SPACING)

    def follow_font(self, spacing: float) -> None:
        """Take the distances from the document's font, after that or the spacing was changed."""
        line = QFontInfo(self._document.defaultFont()).pixelSize() * _LINE
        self.step, self._gap = line * spacing, line * spacing * _PARAGRAPH_GAP

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        natural = super().blockBoundingRect(block)
        layout = block.layout()
        lines = layout.lineCount()
        if not block.isVisible() or not lines:
            return natural
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            self._place_lines(layout, lambda line: line.width() - line.naturalTextWidth())
        elif lines > 1 and abs(layout.lineAt(1).y() - self.step) > 0.01:
            self._place_lines(layout, None)
        height = lines * self.step + self._gap
        if not block.next().isValid():
            height += self._document.documentMargin()
        return QRectF(0, 0, natural.width(), height)

    def _place_lines(self, layout: QTextLayout, indent: Callable[[QTextLine], float] | None) -> None:
        margin, step, line_at = self._document.documentMargin(), self.step, layout.lineAt
        for number in range(layout.lineCount()):  # thousands, where a text has no paragraphs
            line = line_at(number)
            line.setPosition(QPointF(margin + indent(line) if indent else margin, number * step))
