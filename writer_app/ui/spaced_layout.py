"""Line spacing for QPlainTextEdit, which has none of its own."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontInfo, QTextBlock, QTextDocument, QTextLayout, QTextLine
from PySide6.QtWidgets import QPlainTextDocumentLayout

USUAL_SPACING = 1.5
_LINE = 1.2  # of the font's size: a single line; the heights that fonts claim differ too much to go by
_PARAGRAPH_GAP = 0.25  # of a line
_UNIT = 1 / 64  # of a pixel: the finest that Qt keeps of a place
_LONG = (
    100_000  # characters of a paragraph whose letters keep their shapes, which takes memory; else Qt makes
)
# them all anew for the caret, and again to draw them


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
        layout, margin = block.layout(), self._document.documentMargin()
        if not layout.lineCount() or not block.isVisible():
            layout.setCacheEnabled(block.length() > _LONG)
            natural = super().blockBoundingRect(block)
            if not layout.lineCount() or not block.isVisible():
                return natural
        self._place_lines(layout, block.textDirection() == Qt.LayoutDirection.RightToLeft)
        height = layout.lineCount() * self.step + self._gap
        if not block.next().isValid():
            height += margin
        return QRectF(0, 0, layout.lineAt(0).width() + 2 * margin, height)

    def _place_lines(self, layout: QTextLayout, from_right: bool) -> None:
        """Move the lines of a paragraph to their places, unless they are there."""
        margin, step, line_at = self._document.documentMargin(), self.step, layout.lineAt

        def place(line: QTextLine, number: int) -> QPointF:
            indent = line.width() - line.naturalTextWidth() if from_right else 0.0
            return QPointF(margin + indent, number * step)

        numbers = range(layout.lineCount())  # thousands, where a text has no paragraphs
        if all(
            _is_near(line_at(number).position(), place(line_at(number), number)) for number in numbers[:2]
        ):
            return
        for number in numbers:
            line_at(number).setPosition(place(line_at(number), number))


def _is_near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < 2 * _UNIT
