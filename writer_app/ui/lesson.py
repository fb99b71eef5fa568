"""A line above a page that ticks off five keys as the person uses them there."""

from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from writer_app.i18n import anew, on_language_change, tr
from writer_app.settings.store import SettingsStore
from writer_app.ui.editor import Editor
from writer_app.ui.suggestion_keys import LIST, SuggestionAction, meant, names_of_keys


class Lesson(QFrame):
    """Watches the keys of one editor and changes nothing about what they do."""

    finished = Signal()

    def __init__(self, editor: Editor, settings: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._editor = editor
        self._settings = settings
        self.done: set[str] = set()
        self._steps = {
            SuggestionAction.ACCEPT: tr("take all"),
            SuggestionAction.ACCEPT_WORD: tr("take a word"),
            SuggestionAction.NEXT: tr("another one"),
            SuggestionAction.DISMISS: tr("send away"),
            LIST: tr("list"),
        }
        self._labels = {name: QLabel(textFormat=Qt.TextFormat.RichText) for name in self._steps}
        self._close = QPushButton()
        self._close.clicked.connect(self.deleteLater)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 14, 8)
        row.setSpacing(18)
        for label in self._labels.values():
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self._close)
        editor.installEventFilter(self)
        editor.offered.connect(self._look_at_list)
        self.destroyed.connect(on_language_change(self._refresh))
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            action = meant(event, self._settings)
            if action is not None and self._editor.offer is not None:
                self._tick(SuggestionAction.NEXT if action is SuggestionAction.PREVIOUS else action)
        return super().eventFilter(watched, event)

    @Slot()
    def _look_at_list(self) -> None:
        if self._editor.alternatives.wanted:
            self._tick(LIST)

    def _tick(self, name: str) -> None:
        if name not in self.done:
            self.done.add(name)
            self._refresh()
            if len(self.done) == len(self._steps):
                self.finished.emit()

    def _refresh(self) -> None:
        all_done = len(self.done) == len(self._steps)
        self._close.setText(tr("That is all – close") if all_done else tr("Close"))
        for name, words in self._steps.items():
            keys = names_of_keys(self._settings, name)
            mark = "✓" if name in self.done else "○"
            self._labels[name].setText(f"{mark} <b>{escape(keys)}</b> {escape(anew(words))}")
            self._labels[name].setEnabled(name not in self.done)
