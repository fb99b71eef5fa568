"""The bar for finding and replacing: what is looked for, how, and what came of it."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from writer_app.i18n import tr
from writer_app.text.search import Query
from writer_app.ui.icons import icon
from writer_app.ui.language import worded
from writer_app.ui.status_line import ElidedLabel

_ICON = QSize(18, 18)


class FindBar(QFrame):
    """Lines under the page; Enter finds the next place, Shift+Enter the one before, Esc goes back."""

    query_changed = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.field = _field(tr("Find"))
        self.words = _field(tr("Replace with"))
        self.result = ElidedLabel()
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.words.addAction(icon("replace"), QLineEdit.ActionPosition.LeadingPosition)
        self.case = _toggle("case-sensitive", tr("Capital letters count"))
        self.whole_words = _toggle("whole-word", tr("Whole words only"))
        self.expression = _toggle("regex", tr("A regular expression"))
        self.everywhere = _toggle("files", tr("In all open documents"))
        self._second_row: list[QWidget] = [self.words]
        self._lay_out()
        self.field.textEdited.connect(self.query_changed)
        for toggle in (self.case, self.whole_words, self.expression, self.everywhere):
            toggle.toggled.connect(self.query_changed)
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 8, 14, 8)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 2)
        toggles = QHBoxLayout()
        toggles.setSpacing(2)
        for toggle in (self.case, self.whole_words, self.expression, self.everywhere):
            toggles.addWidget(toggle)
        grid.addWidget(self.field, 0, 0)
        grid.addLayout(toggles, 0, 1)
        grid.addWidget(self.result, 0, 2)
        grid.addWidget(self.words, 1, 0)
        steps = QHBoxLayout()
        steps.setSpacing(2)
        for name, title, signal in (
            ("chevron-up", tr("Previous"), self.previous_wanted),
            ("chevron-down", tr("Next"), self.next_wanted),
            ("x", tr("Close"), self.close_bar),
        ):
            step = _tool(name, title)
            step.clicked.connect(signal)
            steps.addWidget(step)
        grid.addLayout(steps, 0, 3, Qt.AlignmentFlag.AlignRight)
        replacing = QHBoxLayout()
        for title, signal in (
            (tr("Replace"), self.replace_wanted),
            (tr("Replace all"), self.replace_all_wanted),
        ):
            button = QPushButton()
            worded(button, button.setText, title)
            button.clicked.connect(signal)
            replacing.addWidget(button)
            self._second_row.append(button)
        replacing.addStretch(1)
        grid.addLayout(replacing, 1, 1, 1, 3)

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(
            self.field.text(),
            expression=self.expression.isChecked(),
            whole_words=self.whole_words.isChecked(),
            case=self.case.isChecked(),
        )

    def open(self, selected: str, *, replacing: bool) -> None:
        """Show the bar, with the selected words in it."""
        if selected:
            self.field.setText(selected)
        for widget in self._second_row:
            widget.setVisible(replacing)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.query_changed.emit()

    @Slot()
    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def say(self, text: str, hint: str = "") -> None:
        """Say what came of it."""
        self.result.setText(text)
        self.result.setToolTip(f"{text} {hint}".strip())
        self.result.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.words.hasFocus():
                self.replace_wanted.emit()
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.previous_wanted.emit()
            else:
                self.next_wanted.emit()
        else:
            super().keyPressEvent(event)


def _field(title: str) -> QLineEdit:
    field = QLineEdit(clearButtonEnabled=True)
    worded(field, field.setPlaceholderText, title)
    worded(field, field.setAccessibleName, title)
    return field


def _toggle(name: str, title: str) -> QToolButton:
    button = _tool(name, title)
    button.setCheckable(True)
    return button


def _tool(name: str, title: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setIconSize(_ICON)
    worded(button, button.setToolTip, title)
    worded(button, button.setAccessibleName, title)
    return button
