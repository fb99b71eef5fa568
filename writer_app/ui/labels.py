"""Labels that the style sheet knows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def quiet(text: str = "") -> QLabel:
    """Return words that stand back: an explanation, a value in words."""
    return _named("quiet", text)


def heading(text: str) -> QLabel:
    """Return the title of what stands under it."""
    return _named("heading", text)


def _named(name: str, text: str) -> QLabel:
    label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setObjectName(name)
    label.setIndent(0)  # else a styled label stands a little to the right
    return label
