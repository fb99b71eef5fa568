"""The outline: the headings of the current document beside it, to jump to and to move sections by."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDropEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QMainWindow,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from writer_app.documents.kinds import is_markdown
from writer_app.i18n import tr
from writer_app.text.outline import Heading, Headings, at, moved, section_end, siblings
from writer_app.ui.actions import Actions
from writer_app.ui.language import worded
from writer_app.ui.markdown_highlighter import in_code
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.tabs import Tabs

_REST_MS = 60  # after a change, until it is shown
_ROLE = Qt.ItemDataRole.UserRole


class OutlineTree(QTreeWidget):
    """Shows headings below one another; it changes nothing itself, but says what the person wants."""

    jump_wanted = Signal(int)  # the number of a heading
    move_wanted = Signal(int, int, bool)  # a section, another one, and whether to put it behind that one

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        worded(self, self.setAccessibleName, tr("Outline"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.itemActivated.connect(lambda item: self.jump_wanted.emit(item.data(0, _ROLE)))
        self.itemClicked.connect(lambda item: self.jump_wanted.emit(item.data(0, _ROLE)))
        self.rows: list[QTreeWidgetItem] = []

    def show_headings(self, headings: list[Heading]) -> None:
        """Show `headings`; where only titles differ, the rows stay as they are."""
        levels = [heading.level for heading in headings]
        if levels != [row.data(0, _ROLE + 1) for row in self.rows]:
            self._make_rows(levels)
        for row, heading in zip(self.rows, headings, strict=True):
            title = heading.title or "…"
            if row.text(0) != title:
                row.setText(0, title)

    def mark(self, number: int | None) -> None:
        """Mark the section that the caret is in."""
        with QSignalBlocker(self):
            self.setCurrentIndex(QModelIndex())
            if number is not None:
                self.setCurrentItem(self.rows[number])

    def _make_rows(self, levels: list[int]) -> None:
        with QSignalBlocker(self):
            self.clear()
            self.rows = []
            above: list[tuple[int, QTreeWidgetItem]] = []
            for number, level in enumerate(levels):
                while above and above[-1][0] >= level:
                    above.pop()
                row = QTreeWidgetItem(above[-1][1] if above else self)
                row.setData(0, _ROLE, number)
                row.setData(0, _ROLE + 1, level)
                above.append((level, row))
                self.rows.append(row)
            self.expandAll()

    def dropEvent(self, event: QDropEvent) -> None:
        source, target = self.currentItem(), self.itemAt(event.position().toPoint())
        where = self.dropIndicatorPosition()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the rows follow the text, not the mouse
        event.accept()
        if source is not None and target is not None:
            behind = where != QAbstractItemView.DropIndicatorPosition.AboveItem
            self.move_wanted.emit(source.data(0, _ROLE), target.data(0, _ROLE), behind)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _steps(event):
            event.accept()  # the same keys list suggestions while the page has the focus
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, steps = self.currentItem(), _steps(event)
        if item is not None and steps:
            self.move_wanted.emit(item.data(0, _ROLE), -1, steps > 0)
            return
        super().keyPressEvent(event)


def _steps(event: QKeyEvent) -> int:
    """Return by how many places Alt and an arrow move a section, 0 for other keys."""
    if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: +1}.get(Qt.Key(event.key()), 0)


class Outline(QDockWidget):
    """Follows the current document and its caret."""

    def __init__(self, tabs: Tabs, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("outline")
        worded(self, self.setWindowTitle, tr("Outline"))
        self.tree = OutlineTree(self)
        self.setWidget(self.tree)
        self._tabs = tabs
        self._known: dict[OpenDocument, Headings] = {}
        self._shown: list[Heading] = []
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(self._show)
        tabs.opened.connect(self._attach)
        tabs.closed.connect(lambda document: self._known.pop(document, None))
        tabs.current_changed.connect(self._show)
        self.visibilityChanged.connect(self._show)
        self.tree.jump_wanted.connect(self.jump)
        self.tree.move_wanted.connect(self.move_section)
        for document in tabs.documents:
            self._attach(document)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self)
        self.hide()

    def fill_menu(self, menu: QMenu, actions: Actions) -> None:
        """Add what shows and hides it."""
        actions.add(menu, "view.outline", tr("&Outline"), self.toggle, "Ctrl+Shift+O")

    def toggle(self) -> None:
        """Show it and go there; hide it and go back to the text."""
        self.setVisible(not self.isVisible())
        (self.tree if self.isVisible() else self._tabs.current.editor).setFocus()

    @Slot(int)
    def jump(self, number: int) -> None:
        """Put the caret behind a heading, and go to the text."""
        editor = self._tabs.current.editor
        block = editor.document().findBlockByNumber(self._shown[number].line)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        editor.moveCursor(QTextCursor.MoveOperation.End)  # so that the heading comes to the top
        editor.setTextCursor(cursor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int, int, bool)
    def move_section(self, number: int, target: int, behind: bool) -> None:
        """Move a section before or behind another, or past its neighbour where that is -1."""
        self._show()  # by the headings as they are now
        document, headings = self._tabs.current, self._shown
        if target < 0:
            before, after = siblings(headings, number)
            neighbour = after if behind else before
            if neighbour is None:
                return
            target = neighbour
        lines = document.paragraphs.copy()
        to = section_end(headings, target, len(lines)) if behind else headings[target].line
        move = moved(lines, headings, number, to)
        if move is None:
            return
        title = headings[number]
        editor, text = document.editor, document.editor.document()
        editor.withdraw()
        cursor = QTextCursor(text.findBlockByNumber(move.first))
        last = text.findBlockByNumber(move.end - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(move.lines))
        self._show()
        at_home = [i for i, h in enumerate(self._shown) if (h.level, h.title) == (title.level, title.title)]
        if at_home:
            nearest = min(at_home, key=lambda i: abs(self._shown[i].line - to))
            editor.setTextCursor(QTextCursor(text.findBlockByNumber(self._shown[nearest].line)))

    @Slot(object)
    def _attach(self, document: OpenDocument) -> None:
        self._known[document] = headings = Headings()
        lines = document.paragraphs.lines
        headings.replace(0, 0, len(lines), lines)
        document.paragraphs.replaced.connect(partial(self._on_replaced, document))
        document.editor.cursorPositionChanged.connect(self._on_caret)
        document.changed.connect(self._resting.start)

    def _on_replaced(self, document: OpenDocument, first: int, removed: int, added: int) -> None:
        if self._known[document].replace(first, removed, added, document.paragraphs.lines):
            self._resting.start()

    @Slot()
    def _on_caret(self) -> None:
        if self.isVisible() and not self._resting.isActive():
            self._mark()

    @Slot()
    def _show(self) -> None:
        self._resting.stop()
        if not self.isVisible():
            return
        document = self._tabs.current
        text = document.editor.document()
        known = self._known[document].all if is_markdown(document.path) else []
        self._shown = [h for h in known if not in_code(text.findBlockByNumber(h.line))]
        self.tree.show_headings(self._shown)
        self._mark()

    def _mark(self) -> None:
        self.tree.mark(at(self._shown, self._tabs.current.editor.textCursor().blockNumber()))
