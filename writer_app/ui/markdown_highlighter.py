"""Draws the marks of Markdown while one writes: quiet marks, and letters that look like what they mean."""

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QFont, QPalette, QSyntaxHighlighter, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from writer_app.text.markdown_marks import Look, fence_of, segments, spans
from writer_app.ui.surroundings import qt_place
from writer_app.ui.theme import mixed

_IN_CODE = {"": 0, "`": 1, "~": 2}  # which mark ends the block of code that a line leaves open
_FENCES = {number: mark for mark, number in _IN_CODE.items()}
_DRAWN = 4  # added to the state of lines that have been in sight
_AHEAD = 20  # paragraphs drawn before they come into sight


class MarkdownHighlighter(QSyntaxHighlighter):
    """Formats the paragraphs that come into sight; of all others it only knows whether they are code.

    Qt asks for every paragraph when a text is opened, and from a changed fence to the end: 10 MB must not
    take longer than a moment then.
    """

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._formats = _Formats(editor.palette())
        self._first, self._last = 0, _AHEAD
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._looking.timeout.connect(self.draw_in_sight)
        editor.verticalScrollBar().valueChanged.connect(self.draw_in_sight)
        editor.verticalScrollBar().rangeChanged.connect(self._looking.start)
        editor.installEventFilter(self)

    def highlightBlock(self, text: str) -> None:
        before = max(self.previousBlockState(), 0) % _DRAWN
        fence = fence_of(text)
        if before:
            inside, after = True, 0 if fence == _FENCES[before] else before
        else:
            inside, after = bool(fence), _IN_CODE[fence]
        drawn = (
            self.currentBlockState() >= _DRAWN
            or self._first <= self.currentBlock().blockNumber() <= self._last
        )
        self.setCurrentBlockState(after + (_DRAWN if drawn else 0))
        if drawn:
            self._draw(text, inside, bool(fence))

    def _draw(self, text: str, inside: bool, fence: bool) -> None:
        if inside:
            self.setFormat(0, len(text), self._formats.of(frozenset({Look.MARK if fence else Look.CODE})))
            return
        for start, end, looks in segments(spans(text)):
            first = qt_place(text, start)
            self.setFormat(first, qt_place(text, end) - first, self._formats.of(looks))

    @Slot()
    def draw_in_sight(self) -> None:
        """Draw what has come into sight."""
        first = self._editor.firstVisibleBlock()
        lines = self._editor.viewport().height() // max(1, self._editor.fontMetrics().height())
        self._first = max(0, first.blockNumber() - _AHEAD)
        self._last = first.blockNumber() + lines + _AHEAD
        block = first.document().findBlockByNumber(self._first) if first.isValid() else QTextBlock()
        while block.isValid() and block.blockNumber() <= self._last:
            if block.userState() < _DRAWN:
                self.rehighlightBlock(block)
            block = block.next()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self._formats = _Formats(self._editor.palette())
            self.rehighlight()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._looking.start()
        return False


def in_code(block: QTextBlock) -> bool:
    """Return whether a paragraph of a highlighted text stands in a block of code."""
    return max(block.previous().userState(), 0) % _DRAWN != 0


class _Formats:
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
    made[Look.CODE].setFontFamilies(["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"])
    made[Look.CODE].setFontFixedPitch(True)
    made[Look.LINK].setForeground(palette.color(QPalette.ColorRole.Link))
    made[Look.QUOTE].setForeground(mixed(palette.color(QPalette.ColorRole.Text), quiet))
    made[Look.MARK].setForeground(palette.color(QPalette.ColorRole.PlaceholderText))
    made[Look.MARK].setFontWeight(QFont.Weight.Normal)
    return made
