"""Focus mode: the sentence or paragraph at the caret is bright, the rest of the page is veiled."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPalette, QTextBlock

from writer_app.settings.schema import FOCUS
from writer_app.settings.store import SettingsStore
from writer_app.text.boundaries import sentences
from writer_app.ui.editor import Editor
from writer_app.ui.surroundings import qt_place, text_place
from writer_app.ui.text_geometry import pieces

_THICKNESS = 165  # of 255: what is veiled can still be read, but does not ask for it
_EDGE = 3.0  # pixels around what is bright


class FocusVeil(QObject):
    """Draws the colour of the paper, nearly opaque, over all but what is written just now.

    So everything is dimmed alike, whatever marked it, and no format of the text changes.
    """

    def __init__(self, editor: Editor, settings: SettingsStore) -> None:
        super().__init__(editor)
        self._editor = editor
        self._settings = settings
        editor.layers.append(self._draw)
        editor.cursorPositionChanged.connect(self._on_caret)
        editor.destroyed.connect(settings.on_change(FOCUS, editor.viewport().update))

    @Slot()
    def _on_caret(self) -> None:
        if self._settings.get(FOCUS) != "off":
            self._editor.viewport().update()

    def _draw(self, painter: QPainter, part: QRect) -> None:
        focus = self._settings.get(FOCUS)
        if focus == "off":
            return
        veiled, bright = QPainterPath(), QPainterPath()
        veiled.addRect(QRectF(part))
        here = self._editor.textCursor().block()
        bright.addRect(QRectF(self._editor.cursorRect()))
        for block, place in self._editor.paragraphs_in(part):
            if block == here:
                for lit in (
                    self._sentence(block, place) if focus == "sentence" else self._paragraph(block, place)
                ):
                    bright.addRect(lit.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE))
        colour = self._editor.palette().color(QPalette.ColorRole.Base)
        colour.setAlpha(_THICKNESS)
        painter.fillPath(veiled.subtracted(bright.simplified()), colour)

    def _paragraph(self, block: QTextBlock, place: QPointF) -> list[QRectF]:
        layout = block.layout()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        return [line.rect().translated(place) for line in lines]

    def _sentence(self, block: QTextBlock, place: QPointF) -> list[QRectF]:
        text, layout = block.text(), block.layout()
        column = text_place(text, self._editor.textCursor().positionInBlock())
        start, end = (qt_place(text, edge) for edge in sentence_around(text, column))
        if layout.preeditAreaText() and end == layout.preeditAreaPosition():
            end += 1  # a suggestion belongs to what is written
        return [
            QRectF(left, line.y(), right - left, line.height()).translated(place)
            for line, left, right in pieces(block, start, end)
        ]


def sentence_around(text: str, column: int) -> tuple[int, int]:
    """Return where the sentence at `column` begins and ends; between two, it is the one just written."""
    start = end = 0
    for sentence in sentences(text):
        start, end = end, end + len(sentence)
        if column <= end:
            break
    return start, end
