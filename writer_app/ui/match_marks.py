"""The places found in one document, drawn over its page without touching the text."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QTextBlock, QTextLine

from writer_app.ui.editor import Editor
from writer_app.ui.found import Found

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
                for box in _boxes(block, start - first, end - first):
                    painter.drawRoundedRect(box.translated(place), 2, 2)


def _boxes(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    layout, boxes = block.layout(), []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = sorted((_x(line, first), _x(line, last)))
            boxes.append(QRectF(QPointF(left, line.y()), QPointF(right, line.y() + line.height())))
    return boxes


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # a pair in truth, though its type says that it is a number
    return float(found[0]) if isinstance(found, tuple) else float(found)
