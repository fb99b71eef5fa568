"""Finding words in the text."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from writer_app.i18n import tr
from writer_app.ui.editor import Editor


class FindBar(QFrame):
    """A line under the page; Enter finds the next place, Shift+Enter the one before, Esc goes back."""

    closed = Signal()

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self._editor = editor
        self.field = QLineEdit(placeholderText=tr("Find"), clearButtonEnabled=True)
        self.field.setAccessibleName(tr("Find"))
        self.field.textEdited.connect(self._find_from_here)
        self.result = QLabel()
        backwards, forwards = QPushButton(tr("Previous")), QPushButton(tr("Next"))
        backwards.clicked.connect(self.find_previous)
        forwards.clicked.connect(self.find_next)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 14, 8)
        row.addWidget(self.field, 1)
        row.addWidget(self.result)
        row.addWidget(backwards)
        row.addWidget(forwards)
        self.hide()

    def follow(self, editor: Editor) -> None:
        """Look in another page from now on."""
        self._editor = editor
        self.result.clear()

    @Slot()
    def open(self) -> None:
        """Show the bar, with the selected words in it."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.field.setText(selected)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot()
    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.closed.emit()

    @Slot()
    def find_next(self) -> None:
        """Select the next place."""
        self._find(QTextDocument.FindFlag(0), self._editor.textCursor().selectionEnd())

    @Slot()
    def find_previous(self) -> None:
        """Select the place before."""
        self._find(QTextDocument.FindFlag.FindBackward, self._editor.textCursor().selectionStart())

    @Slot()
    def _find_from_here(self) -> None:
        self._find(QTextDocument.FindFlag(0), self._editor.textCursor().selectionStart())

    def _find(self, flags: QTextDocument.FindFlag, start: int) -> None:
        document, words = self._editor.document(), self.field.text()
        if not words:
            self.result.setText("")
            return
        found = document.find(words, start, flags)
        around = tr("Went round the end") if found.isNull() else ""
        if found.isNull():
            end = document.characterCount() - 1 if flags & QTextDocument.FindFlag.FindBackward else 0
            found = document.find(words, end, flags)
        self.result.setText(tr("Not found") if found.isNull() else around)
        if not found.isNull():
            self._editor.setTextCursor(QTextCursor(found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            backwards = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.find_previous if backwards else self.find_next)()
        else:
            super().keyPressEvent(event)
