"""Draws the marks of Markdown while one writes: quiet marks, and letters that look like what they mean."""

from dataclasses import dataclass
from itertools import repeat

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from writer_app.text.markdown_groups import begins_item, goes_on_table, group_spans, joins, stays_in_list
from writer_app.text.markdown_marks import Look, Span, fence_of, segments
from writer_app.ui.markdown_formats import LOOKS, MarkdownFormats, number_of
from writer_app.ui.surroundings import qt_places

_FENCES = {"": 0, "`": 1, "~": 2}  # which mark ends the block of code that a line leaves open
_FENCE_OF = {number: mark for mark, number in _FENCES.items()}
_FENCE, _IN_LIST, _IN_TABLE, _CODE, _DRAWN = (
    3,
    4,
    8,
    16,
    32,
)  # bits of the state that Qt keeps for each paragraph
_AHEAD = 20  # paragraphs drawn before they come into sight
_GROUP = 20  # paragraphs above and below that may decide how one is drawn, at least


@dataclass(frozen=True, slots=True)
class _Group:
    """Paragraphs that belong together, by the number of the first; do they go on a list, or a table?"""

    first: int
    lines: tuple[str, ...]
    in_list: bool = False
    in_table: bool = False


_NO_GROUP = _Group(0, ())


class MarkdownHighlighter(QSyntaxHighlighter):
    """Formats the paragraphs that come into sight; of all others it knows what they leave open: code, a list.

    Qt asks for every paragraph when a text is opened, and from a changed fence to the end: 10 MB must not
    take longer than a moment then.
    """

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._formats = MarkdownFormats(editor.palette())
        self._first, self._last = 0, _AHEAD
        self._group, self._spans = _NO_GROUP, list[list[Span]]()
        self._drawing = True
        self._changed, self._stale = set[int](), set[int]()  # numbers of paragraphs
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._looking.timeout.connect(self.draw_in_sight)
        self._beside = QTimer(self, singleShot=True, interval=0)
        self._beside.timeout.connect(self._draw_beside)
        editor.document().contentsChange.connect(self._on_change)
        editor.verticalScrollBar().valueChanged.connect(self.draw_in_sight)
        editor.verticalScrollBar().rangeChanged.connect(self._looking.start)
        editor.installEventFilter(self)

    def setDocument(self, document: QTextDocument | None) -> None:
        self._drawing = document is not None
        super().setDocument(document)

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        above = max(self.previousBlockState(), 0)
        open_fence, fence = above & _FENCE, fence_of(text)
        if open_fence:
            inside, after = True, 0 if fence == _FENCE_OF[open_fence] else open_fence
        else:
            inside, after = bool(fence), _FENCES[fence]
        in_list, in_table = bool(above & _IN_LIST), False
        if not inside:
            in_list = stays_in_list(text, block.previous().text()) if in_list else begins_item(text)
            in_table = "|" in text and goes_on_table(text, block.previous().text(), bool(above & _IN_TABLE))
        state = after | (_IN_LIST if in_list else 0) | (_IN_TABLE if in_table else 0)
        if self.currentBlockState() >= _DRAWN or self._first <= block.blockNumber() <= self._last:
            state |= _DRAWN
            if self._draw(block, text, inside, bool(fence)):
                state |= _CODE
        self.setCurrentBlockState(state)

    def _draw(self, block: QTextBlock, text: str, inside: bool, fence: bool) -> bool:
        """Draw a paragraph, and return whether it is code."""
        if inside:
            self.setFormat(0, len(text), self._formats.of(frozenset({Look.MARK if fence else Look.CODE})))
            return True
        found, counted = self._spans_of(block), qt_places(text)
        for start, end, looks in segments(found):
            first = counted(start)
            self.setFormat(first, counted(end) - first, self._formats.of(looks))
        return found[:1] == [Span(0, len(text), Look.CODE)]

    def _spans_of(self, block: QTextBlock) -> list[Span]:
        group = _group_of(block)
        return self._spans_in(group)[block.blockNumber() - group.first]

    def _spans_in(self, group: _Group) -> list[list[Span]]:
        """Return how a group is drawn; the last one is kept, since Qt asks line by line."""
        if group != self._group:
            spans = group_spans(
                group.lines, in_list=group.in_list, in_table=group.in_table, first=group.first == 0
            )
            alike = (group.first, len(spans)) == (self._group.first, len(self._spans))
            before = self._spans if alike else repeat(None)
            numbered = enumerate(zip(before, spans, strict=False), start=group.first)
            self._stale.update(number for number, (old, new) in numbered if old != new)
            self._group, self._spans = group, spans
        return self._spans

    @Slot(int, int, int)
    def _on_change(self, position: int, _removed: int, added: int) -> None:
        """Take note of what may have changed the looks of the paragraphs beside it."""
        if self._drawing:
            document = self._editor.document()
            for place in (position, position + added):
                block = document.findBlock(min(place, document.characterCount() - 1))
                self._changed.add(block.blockNumber())
            self._beside.start()

    @Slot()
    def _draw_beside(self) -> None:
        """Draw the paragraphs in sight that belong, or belonged, to one that was changed."""
        changed, self._changed = self._changed, set()
        seen: set[int] = set()
        for number in sorted({n + beside for n in changed for beside in (-1, 0, 1)}):
            block = self._editor.document().findBlockByNumber(number)
            if self._drawing and number not in seen and block.isValid() and joins(block.text()):
                group = _group_of(block)
                seen.update(range(group.first, group.first + len(group.lines)))
                self._draw_group(group)
        self._stale.clear()

    def _draw_group(self, group: _Group) -> None:
        """Draw those of a group in sight that are drawn otherwise than they should be."""
        block = self._editor.document().findBlockByNumber(group.first)
        for text, found in zip(group.lines, self._spans_in(group), strict=True):
            if block.blockNumber() in self._stale and _is_drawn_otherwise(block, text, found):
                self.rehighlightBlock(block)
            block = block.next()

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
            self._formats = MarkdownFormats(self._editor.palette())
            self.rehighlight()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._looking.start()
        return False


def in_code(block: QTextBlock) -> bool:
    """Return whether a paragraph of a highlighted text is code."""
    above, own = max(block.previous().userState(), 0), max(block.userState(), 0)
    return bool(above & _FENCE or own & _CODE)


def _group_of(block: QTextBlock) -> _Group:
    """Return the group of a paragraph: all to the next empty line, or in a long one the same for many."""
    if not joins(block.text()):
        return _Group(block.blockNumber(), (block.text(),))
    number, first = block.blockNumber(), block
    farthest = number - number % _GROUP - _GROUP
    while first.blockNumber() > farthest and joins(first.previous().text()):
        first = first.previous()
    lines, last = [first.text()], first
    while last.blockNumber() < farthest + 3 * _GROUP and joins(last.next().text()):
        last = last.next()
        lines.append(last.text())
    above = max(first.previous().userState(), 0)
    return _Group(first.blockNumber(), tuple(lines), bool(above & _IN_LIST), bool(above & _IN_TABLE))


def _is_drawn_otherwise(block: QTextBlock, text: str, found: list[Span]) -> bool:
    """Return whether a paragraph that has been in sight is drawn otherwise than `found` says."""
    if block.userState() < _DRAWN or max(block.previous().userState(), 0) & _FENCE:
        return False
    counted = qt_places(text)
    should = [(counted(start), counted(end), number_of(looks)) for start, end, looks in segments(found)]
    formats = block.layout().formats()
    return should != [(f.start, f.start + f.length, f.format.intProperty(LOOKS)) for f in formats]
