"""The text around the caret that a suggestion is made from."""

import re
from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtGui import QTextCursor, QTextDocument

BEFORE = 12_000
AFTER = 1_000
_BOUNDARY = 4_096
_DOUBLE = re.compile("[\U00010000-\U0010ffff]")


def text_around(document: QTextDocument, position: int) -> tuple[str, str]:
    """Return the text before and after `position`, without reading the whole of a long document.

    The engine remembers states by their distance from the beginning of `before`. That beginning is
    therefore a multiple of 4,096, the last one at least 12,000 characters back: it stays where it is for
    thousands of keystrokes, instead of moving on with every one.
    """
    start = max(0, position - BEFORE) // _BOUNDARY * _BOUNDARY
    end = min(document.characterCount() - 1, position + AFTER)
    return text_between(document, start, position), text_between(document, position, end)


def text_between(document: QTextDocument, start: int, end: int) -> str:
    """Return the text between two positions, its paragraphs ended by line feeds."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return plain(cursor.selectedText())


def whole_text(document: QTextDocument) -> str:
    """Return all of the text as typed; `toPlainText` would turn non-breaking spaces into spaces."""
    return plain(document.toRawText())


def plain(raw: str) -> str:
    """Return Qt's text with line feeds for paragraph separators, and without a half emoji at a cut."""
    text = raw.replace("\u2029", "\n")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return text


def qt_place(text: str, place: int) -> int:
    """Return the place in Qt's counting, where characters such as emoji are two."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def qt_places(text: str) -> Callable[[int], int]:
    """Return what `qt_place` does, quickly for many places in one text."""
    if text.isascii():
        return int
    doubles = [match.start() for match in _DOUBLE.finditer(text)]
    return lambda place: place + bisect_left(doubles, place)


def text_place(text: str, place: int) -> int:
    """Return the place in the text for one in Qt's counting."""
    if text.isascii():
        return min(place, len(text))  # a half emoji, which Python leaves out, is one to Qt
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))


def text_before(cursor: QTextCursor, longest: int | None = None) -> str:
    """Return the paragraph up to the cursor, or no more than so much of its end."""
    place, start = cursor.position(), cursor.block().position()
    return text_between(cursor.document(), start if longest is None else max(start, place - longest), place)
