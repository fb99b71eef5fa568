"""Shows what was removed and what was added, with a little of the text around it."""

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from writer_app.documents.difference import Changed, Kind
from writer_app.i18n import tr
from writer_app.ui import theme
from writer_app.ui.comparison import MOST_PLACES, Comparison

_CONTEXT = 1  # paragraphs on either side of a change
_LONGEST = 20_000  # characters of one piece that are shown


class ComparisonView(QTextBrowser):
    """Removed words are struck out, added ones underlined; colours say it too, but not alone."""

    def __init__(self) -> None:
        super().__init__()
        self.document().setDocumentMargin(18)
        self.setAccessibleName(tr("What changed since"))

    def show_comparison(self, found: Comparison) -> None:
        """Show the changes from the top."""
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        spaced = QTextBlockFormat()
        spaced.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(spaced)
        for number, part in enumerate(found.parts):
            if isinstance(part, Changed):
                for piece in part.pieces:
                    cursor.insertText(_shortened(piece.text), self._format(piece.kind))
            else:
                last = number == len(found.parts) - 1
                self._show_context(cursor, part.lines, first=number == 0, last=last)
        if found.places > MOST_PLACES:
            self._say(cursor, tr("And {number:,} more places.", number=found.places - MOST_PLACES))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _show_context(self, cursor: QTextCursor, lines: tuple[str, ...], first: bool, last: bool) -> None:
        after = () if first else lines[:_CONTEXT]
        left = lines[len(after) :]
        before = () if last else left[-_CONTEXT:]
        between = len(left) - len(before)
        for line in after:
            cursor.insertText(_shortened(line) + "\n", self._format(Kind.SAME))
        if between:
            unchanged = tr("1 paragraph unchanged")
            if between > 1:
                unchanged = tr("{number:,} paragraphs unchanged", number=between)
            self._say(cursor, f"· · ·  {unchanged}  · · ·")
        for line in before:
            cursor.insertText(_shortened(line) + "\n", self._format(Kind.SAME))

    def _say(self, cursor: QTextCursor, words: str) -> None:
        quiet = QTextCharFormat()
        quiet.setForeground(self.palette().placeholderText())
        quiet.setFontPointSize(max(7.0, self.font().pointSizeF() * 0.9))
        cursor.insertText(words + "\n", quiet)

    def _format(self, kind: Kind) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self.palette().text())
        made.setFont(theme.reading_font("", self.font().pointSize() + 2))
        colours = theme.colours_of(self.palette())
        if kind is Kind.ADDED:
            made.setBackground(QColor(colours.added))
            made.setFontUnderline(True)
        elif kind is Kind.REMOVED:
            made.setBackground(QColor(colours.removed))
            made.setFontStrikeOut(True)
        return made


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…\n"
