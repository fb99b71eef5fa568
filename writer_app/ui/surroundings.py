"""The text around the caret that a suggestion is made from."""

from PySide6.QtGui import QTextCursor, QTextDocument

BEFORE = 12_000
AFTER = 1_000
_BOUNDARY = 4_096


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
    return place + sum(1 for character in text[:place] if character > "\uffff")


def text_place(text: str, place: int) -> int:
    """Return the place in the text for one in Qt's counting."""
    if len(text) == qt_place(text, len(text)):
        return place
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))


def text_before(cursor: QTextCursor) -> str:
    """Return the paragraph up to the cursor."""
    text = cursor.block().text()
    return text[: text_place(text, cursor.positionInBlock())]
