"""The waves under misspelt words of one editor, and what its context menu offers instead of them."""

from functools import partial

from PySide6.QtCore import QObject, QPointF, QRect, Qt, QTimer, Slot
from PySide6.QtGui import (
    QAction,
    QFont,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QMenu

from writer_app.i18n import tr
from writer_app.spelling.words import Word
from writer_app.ui.editor import Editor
from writer_app.ui.markdown_highlighter import in_code
from writer_app.ui.spell_checker import SpellChecker
from writer_app.ui.surroundings import qt_places
from writer_app.ui.text_geometry import pieces

_WAVE = 4.0  # pixels from crest to crest
_MENU_SHOWN_MS = 20  # after which a menu that opens has been drawn
_SWING = 1.2  # pixels up and down


class SpellingMarks(QObject):
    """Draws over the page what the checker knows of the paragraphs in sight.

    Nothing is put into the document or its layout, so neither undo nor anything else that marks text meets
    it. The word being typed is left alone until the caret leaves it.
    """

    def __init__(self, editor: Editor, checker: SpellChecker) -> None:
        super().__init__(editor)
        self._editor = editor
        self._checker = checker
        self._typing = False
        self._revision = editor.document().revision()
        editor.layers.append(self._draw)
        editor.cursorPositionChanged.connect(self._on_caret)
        editor.menu_opening.connect(self._fill_menu)
        checker.changed.connect(editor.viewport().update)

    @Slot()
    def _on_caret(self) -> None:
        revision = self._editor.document().revision()
        was_typing, self._typing = self._typing, revision != self._revision
        self._revision = revision
        if was_typing and not self._typing:
            self._editor.viewport().update()

    def mistakes(self, block: QTextBlock) -> list[Word]:
        """Return the words to be marked in a paragraph, their places counted as Qt does."""
        if in_code(block):
            return []
        text = block.text()
        found = self._checker.mistakes(text)
        if found and block.length() - 1 != len(text):  # characters that Qt counts as two
            counted = qt_places(text)
            found = tuple(Word(counted(word.start), word.text) for word in found)
        caret = self._editor.textCursor()
        if self._typing and caret.block() == block:
            column = caret.positionInBlock()
            return [word for word in found if not word.start < column <= word.end]
        return list(found)

    def _draw(self, painter: QPainter, part: QRect) -> None:
        if not self._checker.on:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._editor.palette().color(QPalette.ColorRole.BrightText), 1.1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for block, place in self._editor.paragraphs_in(part):
            for word in self.mistakes(block):
                painter.drawPath(_wave_under(block, word, place))

    @Slot(QMenu, QTextCursor)
    def _fill_menu(self, menu: QMenu, place: QTextCursor) -> None:
        block, column = place.block(), place.positionInBlock()
        word = next((word for word in self.mistakes(block) if word.start <= column <= word.end), None)
        if word is None:
            return
        first = menu.actions()[0] if menu.actions() else None
        offered = QMenu(menu)
        looking = offered.addAction(tr("Looking for words like it…"))
        looking.setEnabled(False)
        offered.addSeparator()
        offered.addAction(tr("Add to my words"), partial(self._checker.learn, word.text))
        offered.addAction(tr("Ignore until I quit"), partial(self._checker.ignore, word.text))
        offered.addSeparator()
        menu.insertActions(first, offered.actions())  # type: ignore[arg-type] # None is the end
        # the dictionary may take 0.1 s and more, while Python waits: the menu is to be seen before
        QTimer.singleShot(_MENU_SHOWN_MS, menu, partial(self._offer, menu, looking, block.position(), word))

    def _offer(self, menu: QMenu, looking: QAction, paragraph: int, word: Word) -> None:
        """Put the words that may be meant in the place of `looking`."""
        likely = self._checker.like(word.text)
        for suggestion in likely:
            action = QAction(suggestion.replace("&", "&&"), menu)
            bold = QFont(action.font())
            bold.setBold(True)
            action.setFont(bold)
            action.triggered.connect(partial(self._replace, paragraph, word, suggestion))
            menu.insertAction(looking, action)
        if likely:
            menu.removeAction(looking)
        else:
            looking.setText(tr("Nothing like it in the dictionary"))

    def _replace(self, paragraph: int, word: Word, suggestion: str) -> None:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(paragraph + word.start)
        cursor.setPosition(paragraph + word.end, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == word.text:  # nothing came between the menu and the choice
            cursor.insertText(suggestion)
            self._editor.setTextCursor(cursor)


def _wave_under(block: QTextBlock, word: Word, place: QPointF) -> QPainterPath:
    """Return the wave under `word`, which may go on in the next line."""
    path = QPainterPath()
    for line, left, right in pieces(block, word.start, word.end):
        _add_wave(path, line, left, right, place)
    return path


def _add_wave(path: QPainterPath, line: QTextLine, left: float, right: float, place: QPointF) -> None:
    x, y = place.x() + left, place.y() + line.y() + line.ascent() + min(3.0, line.descent() * 0.6)
    path.moveTo(x, y)
    up = True
    while x < place.x() + right - 0.5:
        path.quadTo(x + _WAVE / 4, y + (-2 if up else 2) * _SWING, x + _WAVE / 2, y)
        x, up = x + _WAVE / 2, not up
