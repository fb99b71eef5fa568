"""Notices above the page: something happened that asks for a decision, but not at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from writer_app.i18n import tr
from writer_app.ui.language import worded

Choice = tuple[str, Callable[[], object]]


class Notice(QFrame):
    """One sentence and what can be done about it; any choice closes it."""

    def __init__(self, text: str, choices: tuple[Choice, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 14, 8)
        self._label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        worded(self._label, self._label.setText, text)
        row.addWidget(self._label, 1)
        for title, act in (*choices, (tr("Close"), lambda: None)):
            button = QPushButton()
            worded(button, button.setText, title)
            button.clicked.connect(self._closing(act))
            row.addWidget(button)

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def _closing(self, act: Callable[[], object]) -> Callable[[], None]:
        def close_and_act() -> None:
            self.setParent(None)  # gone from the window at once, deleted when control returns
            self.deleteLater()
            act()

        return close_and_act


class Notices(QWidget):
    """The notices that wait for an answer, newest last; invisible while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def add(self, text: str, *choices: Choice) -> Notice:
        """Show a notice, in place of one that says the same."""
        for old in self.shown():
            if old.text == text:
                self.remove(old)
        notice = Notice(text, choices, self)
        self._rows.addWidget(notice)
        return notice

    def remove(self, notice: Notice) -> None:
        """Take away a notice that no longer matters."""
        notice.setParent(None)
        notice.deleteLater()

    def shown(self) -> list[Notice]:
        """Return the notices, oldest first."""
        return self.findChildren(Notice, options=Qt.FindChildOption.FindDirectChildrenOnly)
