"""The keys of lists and quotations: Enter goes on with them, Tab and Shift+Tab change the level of items."""

from PySide6.QtGui import QTextBlock, QTextCursor

from writer_app.text.list_levels import is_item, shifted
from writer_app.text.markdown_edits import next_prefix, prefix_of
from writer_app.ui.editor import Editor
from writer_app.ui.formatting import blocks_of, one_step, replace_differing
from writer_app.ui.markdown_highlighter import in_code
from writer_app.ui.surroundings import text_place

_ABOVE = 60  # paragraphs that say what an item belongs to


def continue_paragraph(editor: Editor) -> bool:
    """At Enter: go on with a list or quotation, or end it where its item is empty; whether that was done."""
    cursor = editor.textCursor()
    block, line = cursor.block(), cursor.block().text()
    place = text_place(line, cursor.positionInBlock())
    prefix = prefix_of(line)
    if cursor.hasSelection() or not prefix or place < len(prefix) or in_code(block):
        return False
    empty = line.strip() == prefix.strip()
    if empty and is_item(line) and _shift(editor, cursor, -1):
        return True
    with one_step(editor) as edit:
        edit.setPosition(cursor.position())
        if empty:
            edit.setPosition(block.position(), QTextCursor.MoveMode.KeepAnchor)
            edit.removeSelectedText()
        else:
            edit.insertBlock()
            edit.insertText(next_prefix(prefix))
    editor.ensureCursorVisible()
    return True


def shift_items(editor: Editor, steps: int) -> bool:
    """At Tab and Shift+Tab: make items part of those above, or no longer; whether the caret is in one."""
    cursor = editor.textCursor()
    items = [block for block in blocks_of(cursor) if is_item(block.text()) and not in_code(block)]
    if not items or not is_item(cursor.document().findBlock(cursor.selectionStart()).text()):
        return False
    _shift(editor, cursor, steps)
    return True


def _shift(editor: Editor, cursor: QTextCursor, steps: int) -> bool:
    """Shift the items that the selection touches; whether that changed any."""
    blocks = list(blocks_of(cursor))
    above, changed = _lines_above(blocks[0]), False
    with one_step(editor) as edit:
        for block in blocks:
            line = block.text()
            new = shifted(line, above, steps)
            replace_differing(edit, block, line, new)
            above.append(new)
            changed |= new != line
    return changed


def _lines_above(block: QTextBlock) -> list[str]:
    lines: list[str] = []
    while len(lines) < _ABOVE and (block := block.previous()).isValid():
        lines.insert(0, block.text())
    return lines
