"""Formatting with Markdown's marks; each command is one step of undo."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from writer_app.i18n import tr
from writer_app.text.markdown_edits import (
    Edit,
    linked,
    toggled,
    with_heading,
    with_items,
    with_quotes,
)
from writer_app.ui.actions import Actions
from writer_app.ui.editor import Editor
from writer_app.ui.surroundings import qt_place, text_place
from writer_app.ui.tabs import Tabs

LineEdit = Callable[[str, int, int], Edit]


def format_menu(menu: QMenu, actions: Actions, tabs: Tabs) -> None:
    """Fill the menu for formatting the current document."""
    for name, title, mark, keys in (
        ("strong", tr("&Strong"), "**", "Ctrl+B"),
        ("emphasis", tr("&Emphasis"), "*", "Ctrl+I"),
        ("struck", tr("S&truck out"), "~~", "Ctrl+Shift+X"),
        ("code", tr("&Code"), "`", "Ctrl+E"),
    ):
        act = partial(tabs.on_page, partial(toggle_mark, mark=mark))
        actions.add(menu, f"format.{name}", title, act, keys)
    actions.add(menu, "format.link", tr("&Link"), partial(tabs.on_page, insert_link), "Ctrl+K")
    menu.addSeparator()
    headings = actions.menu(menu, tr("&Heading"))
    for level in range(1, 7):
        title = tr("Level &{level}", level=level)
        act = partial(tabs.on_page, partial(set_heading, level=level))
        actions.add(headings, f"format.heading_{level}", title, act, f"Ctrl+{level}")
    for name, title, change, keys in (
        ("list", tr("L&ist"), partial(with_items, numbered=False), "Ctrl+Shift+L"),
        ("numbers", tr("&Numbered list"), partial(with_items, numbered=True), "Ctrl+Shift+N"),
        ("quote", tr("&Quotation"), with_quotes, "Ctrl+Shift+B"),
    ):
        act = partial(tabs.on_page, partial(change_lines, change=change))
        actions.add(menu, f"format.{name}", title, act, keys)


def toggle_mark(editor: Editor, mark: str) -> None:
    """Put a mark around what is selected, in each of its paragraphs, or around the word at the caret."""
    _edit_parts(editor, lambda line, start, end: toggled(line, start, end, mark))


def insert_link(editor: Editor) -> None:
    """Make a link of what is selected, or of the word at the caret."""
    _edit_parts(editor, linked)


def set_heading(editor: Editor, level: int) -> None:
    """Make the paragraphs headings of a level, or paragraphs again."""
    change_lines(editor, lambda lines: [with_heading(line, level) for line in lines])


def change_lines(editor: Editor, change: Callable[[list[str]], list[str]]) -> None:
    """Change the paragraphs that the selection touches, as whole lines."""
    cursor = editor.textCursor()
    blocks = list(blocks_of(cursor))
    lines = [block.text() for block in blocks]
    with one_step(editor) as edit:
        for block, old, new in zip(reversed(blocks), reversed(lines), reversed(change(lines)), strict=True):
            replace_differing(edit, block, old, new)


def _edit_parts(editor: Editor, make: LineEdit) -> None:
    cursor = editor.textCursor()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    selected: list[tuple[int, int]] = []
    with one_step(editor) as edit:
        for block in reversed(list(blocks_of(cursor))):
            line, offset = block.text(), block.position()
            start = text_place(line, max(first - offset, 0))
            end = text_place(line, min(last - offset, block.length() - 1))
            if cursor.hasSelection() and not line[start:end].strip():
                continue
            change = make(line, start, end)
            edit.setPosition(offset + qt_place(line, change.start))
            edit.setPosition(offset + qt_place(line, change.end), QTextCursor.MoveMode.KeepAnchor)
            edit.insertText(change.text)
            changed = line[: change.start] + change.text + line[change.end :]
            caret, anchor = (offset + qt_place(changed, place) for place in change.selected)
            selected.append((caret, anchor))
    if len(selected) == 1:
        cursor.setPosition(selected[0][0])
        cursor.setPosition(selected[0][1], QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)


def blocks_of(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """Yield the paragraphs that a selection touches."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        yield block
        block = block.next()


def replace_differing(edit: QTextCursor, block: QTextBlock, old: str, new: str) -> None:
    """Change no more of a line than its beginning, so that the caret stays in its word."""
    kept = 0
    while kept < min(len(old), len(new)) and old[-1 - kept] == new[-1 - kept]:
        kept += 1
    if old != new:
        end = block.position() + qt_place(old, len(old) - kept)
        edit.setPosition(block.position())
        edit.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        edit.insertText(new[: len(new) - kept])


@contextmanager
def one_step(editor: Editor) -> Iterator[QTextCursor]:
    """Edit as one step of undo, with no suggestion in the way."""
    editor.withdraw()
    edit = QTextCursor(editor.document())
    edit.beginEditBlock()
    try:
        yield edit
    finally:
        edit.endEditBlock()
