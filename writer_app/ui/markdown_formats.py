"""The formats of Markdown's looks, in the colours of a palette."""

from PySide6.QtGui import QFont, QPalette, QTextCharFormat, QTextFormat

from writer_app.text.markdown_marks import Look
from writer_app.ui.theme import mixed

_FIXED = ["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"]
LOOKS = QTextFormat.Property.UserProperty.value + 1
"""Under which a format keeps the number of its looks."""


class MarkdownFormats:
    """The format for each set of looks: strong words in a quotation are both."""

    def __init__(self, palette: QPalette) -> None:
        self._single = _single_formats(palette)
        self._made: dict[frozenset[Look], QTextCharFormat] = {}

    def of(self, looks: frozenset[Look]) -> QTextCharFormat:
        made = self._made.get(looks)
        if made is None:
            made = QTextCharFormat()
            for look in Look:  # in the order of their declaration
                if look in looks:
                    made.merge(self._single[look])
            made.setProperty(LOOKS, number_of(looks))
            self._made[looks] = made
        return made


def _single_formats(palette: QPalette) -> dict[Look, QTextCharFormat]:
    made = {look: QTextCharFormat() for look in Look}
    quiet = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    made[Look.HEADING].setFontWeight(QFont.Weight.Bold)
    made[Look.STRONG].setFontWeight(QFont.Weight.Bold)
    made[Look.EMPHASIS].setFontItalic(True)
    made[Look.STRUCK].setFontStrikeOut(True)
    made[Look.STRUCK].setForeground(quiet)
    for look in (Look.CODE, Look.TABLE):  # the columns of a table stand below one another
        made[look].setFontFamilies(_FIXED)
        made[look].setFontFixedPitch(True)
    made[Look.LINK].setForeground(palette.color(QPalette.ColorRole.Link))
    made[Look.QUOTE].setForeground(mixed(palette.color(QPalette.ColorRole.Text), quiet))
    made[Look.MARK].setForeground(palette.color(QPalette.ColorRole.PlaceholderText))
    made[Look.MARK].setFontWeight(QFont.Weight.Normal)
    return made


def number_of(looks: frozenset[Look]) -> int:
    """Return a number that no other set of looks has."""
    return sum(1 << look.value for look in looks)
