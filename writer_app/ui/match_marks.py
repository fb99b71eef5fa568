"""The places found in one document, drawn over its page without touching the text."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette

from writer_app.ui.editor import Editor
from writer_app.ui.found import Found
from writer_app.ui.text_geometry import pieces

_STRENGTH = 55  # of 255: the words stay legible through it


class MatchMarks:
    """Draws what `found` returns, where it is in sight."""

    def __init__(self, editor: Editor, found: Callable[[], Found | None]) -> None:
        self._editor = editor
        self._found = found
        editor.layers.append(self._draw)

    def _draw(self, painter: QPainter, part: QRect) -> None:
        found = self._found()
        if not found:
            return
        colour = QColor(self._editor.palette().color(QPalette.ColorRole.Accent))
        colour.setAlpha(_STRENGTH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for block, place in self._editor.paragraphs_in(part):
            first = block.position()
            for start, end in found.between(first, first + block.length()):
                for line, left, right in pieces(block, start - first, end - first):
                    box = QRectF(QPointF(left, line.y()), QPointF(right, line.y() + line.height()))
                    painter.drawRoundedRect(box.translated(place), 2, 2)
