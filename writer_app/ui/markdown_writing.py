"""Writing in Markdown: what a document whose text has its marks gets beside a plain page."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from writer_app.documents.kinds import is_markdown
from writer_app.ui.list_keys import continue_paragraph, shift_items
from writer_app.ui.markdown_highlighter import MarkdownHighlighter
from writer_app.ui.open_document import OpenDocument


class MarkdownWriting(QObject):
    """Follows what one document is: its marks are drawn and its lists go on while it is Markdown."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._document = document
        self._highlighter = MarkdownHighlighter(document.editor)
        document.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        editor = self._document.editor
        on = is_markdown(self._document.path)
        editor.begin_paragraph = partial(continue_paragraph, editor) if on else lambda: False
        editor.shift_level = partial(shift_items, editor) if on else lambda _steps: False
        if on is not (self._highlighter.document() is not None):
            self._highlighter.setDocument(editor.document() if on else None)
