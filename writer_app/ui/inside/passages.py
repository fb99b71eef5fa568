"""Why a word is expected: the passages written before in which it stood, beside the place of the caret."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from writer_app.engine.recall import Passage
from writer_app.i18n import tr


class Passages(QWidget):
    """The passages behind one of the words expected at the caret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = ""
        self._passages: Mapping[str, Sequence[Passage]] = {}
        self.title = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.found = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.found.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.found.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.found, 1)

    def show_passages(self, passages: Mapping[str, Sequence[Passage]]) -> None:
        """Show those of the same word as before, else of the first that has any."""
        self._passages, word = passages, self.word
        self.word = ""
        if not self.show_word(word):
            self.show_word(next(iter(passages), ""))

    def show_word(self, word: str) -> bool:
        """Show the passages of `word`; whether there are any."""
        found = self._passages.get(word, ())
        if not found:
            return False
        self.word = word
        self.title.setText(tr("Why “{word}”?", word=word))
        self.found.setText("".join(map(_as_html, found)))
        return True


def _as_html(passage: Passage) -> str:
    place = tr("in this text") if passage.here else tr("remembered")
    before, shared, after = (escape(part) for part in (passage.before, passage.shared, passage.after))
    return f"<p style='margin: 0 0 5px 0'>{before}<b>{shared}</b>{after} – {escape(place)}</p>"
