"""Paints the colours behind the text: blue where it runs on rails, orange where it surprises."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from writer_app.settings.schema import SURPRISE_BY
from writer_app.settings.store import SettingsStore
from writer_app.ui import colour_maps
from writer_app.ui.editor import Editor
from writer_app.ui.surprise.document_surprise import DocumentSurprise
from writer_app.ui.surroundings import qt_places
from writer_app.ui.text_geometry import pieces
from writer_app.ui.theme import looks_dark

WORD_SPREAD, SENTENCE_SPREAD = 2.0, 0.65  # doublings of the average that have the full colour
_SILENT = 0.3  # levels nearer to the average have no colour: most of a text should have none
_STRONGEST = 0.42  # opacity: ink keeps a contrast of more than 7 to 1 on it


def tint(level: float, dark: bool) -> QColor | None:
    """Return the colour behind text of a level; None where it is as usual."""
    if abs(level) <= _SILENT:
        return None
    colour = colour_maps.colour_at(colour_maps.diverging(dark), 0.0 if level < 0 else 1.0)
    colour.setAlphaF(_STRONGEST * (abs(level) - _SILENT) / (1 - _SILENT))
    return colour


class Tint:
    """A layer under the text of one editor; document and undo never meet it."""

    def __init__(self, editor: Editor, surprise: DocumentSurprise, settings: SettingsStore) -> None:
        self._editor = editor
        self._surprise = surprise
        self._settings = settings

    def draw(self, painter: QPainter, part: QRect) -> None:
        """Paint behind what `part` of the viewport shows."""
        by_word = self._settings.get(SURPRISE_BY) == "words"
        dark = looks_dark(self._editor.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height = self._editor.fontMetrics().height()
        for block, place in self._editor.paragraphs_in(part):
            known = self._surprise.known[block.blockNumber()]
            if known is None:
                continue
            counted = qt_places(known.text)
            spans = known.surprise.words if by_word else known.surprise.sentences
            for span in spans:
                level = self._surprise.level(
                    span.bits, span.usual, WORD_SPREAD if by_word else SENTENCE_SPREAD
                )
                colour = tint(level, dark)
                if colour is None:
                    continue
                painter.setBrush(colour)
                for line, left, right in pieces(block, counted(span.start), counted(span.end)):
                    top = place.y() + line.y() + line.ascent() - height * 0.82
                    box = QRectF(place.x() + left - 1.5, top, right - left + 3, height * 1.08)
                    painter.drawRoundedRect(box, 3, 3)
