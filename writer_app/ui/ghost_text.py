"""Shows a suggestion at the caret without putting it into the document."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QPlainTextEdit

_BREAK = "\u200b"  # zero-width space: a line may end here
_IS_GHOST = QTextFormat.Property.UserProperty.value
_PADDING = 8.0


class GhostText:
    """Draws suggestions for one editor.

    At the end of a paragraph the suggestion is part of the layout, in the place where Qt shows text that an
    input method is composing: it wraps as the text would, and what follows moves out of its way. Inside a
    paragraph that would make every line below jump, so there it stands in a bubble under the caret's line.
    Neither is ever in the document, so neither can be saved, found, copied, undone or read aloud as text.
    """

    def __init__(self, editor: QPlainTextEdit) -> None:
        self._editor = editor
        self._block: QTextBlock | None = None  # whose layout holds the suggestion
        self._bubble = ""

    def show(self, text: str) -> None:
        """Show `text` at the caret, in place of what was shown."""
        cursor = self._editor.textCursor()
        block, column = cursor.block(), cursor.positionInBlock()
        if ends_paragraph(block.text()[column:]):
            self._bubble = ""
            self._set_inline(block, column, text)
        else:
            self.hide()
            self._bubble = text
        self._editor.viewport().update()

    def hide(self) -> None:
        """Show nothing."""
        if self._block is not None and self._block.isValid():
            layout = self._block.layout()
            formats = _without_ghost(layout)
            layout.setPreeditArea(-1, "")
            layout.setFormats(formats)
            self._lay_out(self._block)
        self._block = None
        if self._bubble:
            self._bubble = ""
            self._editor.viewport().update()

    @property
    def inline(self) -> bool:
        """Is the suggestion part of a paragraph's layout?"""
        return self._block is not None

    def _set_inline(self, block: QTextBlock, column: int, text: str) -> None:
        if self._block is not None and self._block != block:
            self.hide()
        self._block = block
        layout = block.layout()
        shown = breakable(block.text()[:column], text)
        ghost = QTextLayout.FormatRange()
        ghost.start, ghost.length, ghost.format = column, _units(shown), self._format()
        formats = _with_room(_without_ghost(layout), column, ghost.length)
        layout.setPreeditArea(column, shown)
        layout.setFormats([*formats, ghost])
        self._lay_out(block)

    def _lay_out(self, block: QTextBlock) -> None:
        # unlike an edit this emits no signal and leaves the undo stack alone
        self._editor.document().markContentsDirty(block.position(), block.length())

    def _format(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._colour())
        made.setProperty(_IS_GHOST, True)
        return made

    def _colour(self) -> QColor:
        return self._editor.palette().color(QPalette.ColorRole.PlaceholderText)

    def paint(self) -> None:
        """Draw the bubble, if there is one, over the text below the caret's line."""
        if not self._bubble:
            return
        viewport, palette = self._editor.viewport(), self._editor.palette()
        font = self._editor.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(
            self._bubble.strip(), Qt.TextElideMode.ElideRight, viewport.width() - 2 * _PADDING
        )
        size = QRectF(0, 0, metrics.horizontalAdvance(text) + 2 * _PADDING, metrics.height() + _PADDING)
        place = bubble_place(QRectF(self._editor.cursorRect()), size, QRectF(viewport.rect()))
        painter = QPainter(viewport)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(font)
        painter.setPen(self._colour())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


def _without_ghost(layout: QTextLayout) -> list[QTextLayout.FormatRange]:
    """Return the formats of the text itself, as they stand where there is no suggestion in between."""
    text = [item for item in layout.formats() if not item.format.hasProperty(_IS_GHOST)]
    return _with_room(text, layout.preeditAreaPosition(), -_units(layout.preeditAreaText()))


def _with_room(
    formats: list[QTextLayout.FormatRange], column: int, room: int
) -> list[QTextLayout.FormatRange]:
    """Move formats behind `column`, and stretch those across it, as QSyntaxHighlighter does."""
    for item in formats:
        if item.start >= column:
            item.start = max(item.start + room, column)
        elif item.start + item.length > column:
            item.length = max(item.length + room, column - item.start)
    return formats


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def ends_paragraph(rest: str) -> bool:
    """Is the caret at the paragraph's end, but for closing marks such as quotes and full stops?"""
    return len(rest) <= 8 and not any(character.isalnum() for character in rest)


def breakable(before: str, ghost: str) -> str:
    """Let a line end where the suggestion begins, so that the word begun stays where it was typed.

    Without this, a long rest of a word would pull its typed beginning down to the next line. Joined
    scripts, such as Arabic, change the shape of letters at such a break, so they do without.
    """
    joined = any("\u0590" <= character <= "\u08ff" for character in before[-1:] + ghost[:1])
    inside_word = before[-1:].isalnum() and ghost[:1].isalnum()
    return _BREAK + ghost if inside_word and not joined else ghost


def bubble_place(caret: QRectF, size: QRectF, view: QRectF) -> QRectF:
    """Return where the bubble goes: under the caret's line, above it at the bottom edge."""
    left = min(max(caret.left() - _PADDING, view.left()), view.right() - size.width())
    top = caret.bottom() + 3
    if top + size.height() > view.bottom():
        top = caret.top() - 3 - size.height()
    return QRectF(QPointF(left, top), size.size())
