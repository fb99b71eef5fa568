"""Goes to the next misspelt word, however far away it is, without the window standing still."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextBlock, QTextCursor

from writer_app.ui.editor import Editor
from writer_app.ui.markdown_highlighter import in_code
from writer_app.ui.spell_checker import SpellChecker
from writer_app.ui.surroundings import qt_place
from writer_app.ui.tabs import Tabs

_SLICE = 0.008  # seconds at a time, so that a key never waits longer


class MistakeSearch(QObject):
    """Searches the current page from its caret to the end, then on from the beginning."""

    def __init__(self, tabs: Tabs, checker: SpellChecker) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._checker = checker
        self._places: Iterator[tuple[int, int] | None] = iter(())
        self._seen: tuple[Editor, int, int] | None = None
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._search)

    @Slot()
    def find_next(self) -> None:
        """Select the next misspelt word behind the caret or the selection."""
        editor = self._tabs.current.editor
        self._seen = self._state(editor)
        self._places = self._mistakes_from(editor.textCursor())
        self._idle.start()

    @Slot()
    def _search(self) -> None:
        until = time.perf_counter() + _SLICE
        editor = self._tabs.current.editor
        if self._state(editor) != self._seen:  # the person went on writing
            self._idle.stop()
            return
        for place in self._places:
            if place is not None:
                self._idle.stop()
                _select(editor, *place)
                return
            if time.perf_counter() > until:
                return
        self._idle.stop()

    def _mistakes_from(self, caret: QTextCursor) -> Iterator[tuple[int, int] | None]:
        """Yield the places of mistakes, and None after each paragraph without one."""
        here, document = caret.block(), caret.document()
        column = caret.selectionEnd() - here.position()
        yield from self._mistakes(here, column, here.length())
        block = here.next()
        while block.isValid():
            yield from self._mistakes(block, 0, block.length())
            block = block.next()
        block = document.firstBlock()
        while block.isValid() and block != here:
            yield from self._mistakes(block, 0, block.length())
            block = block.next()
        yield from self._mistakes(here, 0, column)

    def _mistakes(self, block: QTextBlock, start: int, end: int) -> Iterator[tuple[int, int] | None]:
        text = block.text()
        for word in () if in_code(block) else self._checker.look_up(text):
            first, last = qt_place(text, word.start), qt_place(text, word.end)
            if start <= first < end:
                yield block.position() + first, block.position() + last
        yield None

    @staticmethod
    def _state(editor: Editor) -> tuple[Editor, int, int]:
        return editor, editor.document().revision(), editor.textCursor().position()


def _select(editor: Editor, start: int, end: int) -> None:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
