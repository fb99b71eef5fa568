"""A page of plain text set for reading: a measure of some 70 characters, room between the lines, zoom."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from writer_app.ui.spaced_layout import USUAL_SPACING, SpacedLayout
from writer_app.ui.theme import measure

_ROOM = 48  # pixels around the text
_TABULATOR = 4  # characters
_NO_CHARACTER = "\0"
_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
}

Layer = Callable[[QPainter, QRect], None]
"""Draws over the text; it is given the part of the viewport that is drawn anew."""


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files on this machine that are dragged over the window."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class Page(QPlainTextEdit):
    """Keeps its column in the middle of the window; its margins can be clicked and scrolled too."""

    zoom_wanted = Signal(int)  # steps
    caret_settled = Signal()  # the caret has moved, and the text is laid out again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        document = QTextDocument(self)
        self._layout = SpacedLayout(document)
        document.setDocumentLayout(self._layout)
        by_paragraph = QTextOption()
        by_paragraph.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        by_paragraph.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(by_paragraph)
        document.setDocumentMargin(_ROOM)
        document.setModified(False)  # Qt takes the margin for a change of the text
        self.setDocument(document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the column would jump
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))  # one disabled is not drawn
        self._after_move = QTimer(self, singleShot=True, interval=0)
        self._after_move.timeout.connect(self._show_whole_caret)
        self.cursorPositionChanged.connect(self._after_move.start)
        self.setCursorWidth(2)
        self.underlays: list[Layer] = []  # drawn under the text, and
        self.layers: list[Layer] = []  # over it
        self._characters = 72

    @property
    def line_step(self) -> float:
        """Pixels from line to line."""
        return self._layout.step

    def set_typography(self, font: QFont, characters: int, spacing: float = USUAL_SPACING) -> None:
        """Set the font, the length of a line in characters, and the room from line to line."""
        self._characters = characters
        self.setFont(font)
        self.viewport().setFont(font)  # else words on an empty page have that of the window
        self.document().setDefaultFont(font)
        self._layout.follow_font(spacing)
        self.setTabStopDistance(measure(font, _TABULATOR))
        self._centre()

    def paragraphs_in(self, part: QRect) -> Iterator[tuple[QTextBlock, QPointF]]:
        """Yield the paragraphs that `part` of the viewport shows, with the place of each one's beginning."""
        block, place = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid() and place.y() <= part.bottom():
            height = self.blockBoundingRect(block).height()
            if block.isVisible() and place.y() + height >= part.top():
                yield block, QPointF(place)
            place.setY(place.y() + height)
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._draw(self.underlays, event.rect())
        super().paintEvent(event)
        self._draw(self.layers, event.rect())

    def _draw(self, layers: list[Layer], part: QRect) -> None:
        if layers:
            painter = QPainter(self.viewport())
            for draw in layers:
                draw(painter, part)
            painter.end()

    def first_in_sight(self) -> int:
        """Return the number of the first paragraph that is in sight."""
        return self.firstVisibleBlock().blockNumber()

    def show_from(self, paragraph: int) -> None:
        """Scroll so that a paragraph is the first in sight."""
        block = self.document().findBlockByNumber(paragraph)
        if block.isValid():
            self.verticalScrollBar().setValue(block.firstLineNumber())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not dropped_files(source) and super().canInsertFromMimeData(source)  # the window opens them

    def insertFromMimeData(self, source: QMimeData) -> None:
        if _NO_CHARACTER in source.text():  # no text file may hold it, so none with it could be opened again
            cleaned = QMimeData()
            cleaned.setText(source.text().replace(_NO_CHARACTER, ""))
            source = cleaned
        super().insertFromMimeData(source)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            return self.viewportEvent(self._moved_to_viewport(event))
        if isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return True
        if event.type() == QEvent.Type.Resize:
            self._centre()  # first, so that the text is laid out once, for the width it will have
        return super().event(event)

    @Slot()
    def _show_whole_caret(self) -> None:
        """Scroll on where Qt, which reckons without the room between the lines, ended within the caret."""
        caret = self.cursorRect()
        if caret.top() < self.viewport().height() <= caret.bottom():
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + 1)
        self.caret_settled.emit()

    def _moved_to_viewport(self, event: QMouseEvent) -> QMouseEvent:
        place = QPointF(self.viewport().mapFrom(self, event.position().toPoint()))
        return QMouseEvent(
            event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    def _centre(self) -> None:
        column = measure(self.font(), self._characters) + 2 * _ROOM
        spare = self.width() - self.verticalScrollBar().sizeHint().width() - column
        margin = max(0, spare // 2)
        if self.viewportMargins().left() != margin:
            self.setViewportMargins(margin, 0, margin, 0)
