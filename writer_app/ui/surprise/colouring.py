"""Colours one document by surprise, while the person wants it: tint, graph and legend."""

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Slot
from PySide6.QtGui import QTextCursor

from writer_app.settings.schema import SURPRISE_BY
from writer_app.settings.store import SettingsStore
from writer_app.ui.analysis_bridge import AnalysisBridge
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.surprise.document_surprise import DocumentSurprise
from writer_app.ui.surprise.legend import Legend
from writer_app.ui.surprise.margin_graph import WIDTH, MarginGraph
from writer_app.ui.surprise.tint import Tint


class SurpriseColouring(QObject):
    """Shows for one editor what is known of its document, while it lives."""

    def __init__(self, document: OpenDocument, bridge: AnalysisBridge, settings: SettingsStore) -> None:
        super().__init__(document)
        editor = self._editor = document.editor
        self.surprise = DocumentSurprise(document.paragraphs, bridge, self._in_sight, self)
        self.graph = MarginGraph(self.surprise, editor)
        self.legend = Legend(editor)
        self._layer = Tint(editor, self.surprise, settings).draw
        self._scrolled = QTimer(self, singleShot=True, interval=0)
        self._scrolled.timeout.connect(self._show_sight)
        editor.underlays.append(self._layer)
        editor.installEventFilter(self)
        editor.verticalScrollBar().valueChanged.connect(self._scrolled.start)
        self.surprise.changed.connect(editor.viewport().update)
        self.graph.place_wanted.connect(self._go_to)
        settings.on_change(SURPRISE_BY, editor.viewport().update)
        self.graph.show()
        self.legend.show()
        self._place()
        editor.viewport().update()

    def close(self) -> None:
        """Take all colours away."""
        self.surprise.close()
        self._editor.removeEventFilter(self)
        self._editor.underlays.remove(self._layer)
        self._editor.viewport().update()
        for part in (self.graph, self.legend, self):
            part.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Put graph and legend into the margin beside the scroll bar."""
        editor, size = self._editor, self.legend.sizeHint()
        right = editor.width() - editor.verticalScrollBar().width()
        self.graph.setGeometry(right - WIDTH, 0, WIDTH, editor.height())
        self.legend.setGeometry(
            right - WIDTH - size.width() - 4, editor.height() - size.height() - 6, size.width(), size.height()
        )
        self._scrolled.start()

    def _in_sight(self) -> range:
        shown = [block.blockNumber() for block, _ in self._editor.paragraphs_in(self._view())]
        return range(shown[0], shown[-1] + 1) if shown else range(0)

    def _view(self) -> QRect:
        return self._editor.viewport().rect()

    @Slot()
    def _show_sight(self) -> None:
        self.graph.show_sight(self._in_sight())

    @Slot(int)
    def _go_to(self, number: int) -> None:
        """Show a paragraph in the middle of the page, without moving the caret."""
        editor = self._editor
        block = editor.document().findBlockByNumber(number)
        visible = max(
            1, round(self._view().height() / max(1, editor.cursorRect(QTextCursor(block)).height()) / 4)
        )
        editor.verticalScrollBar().setValue(max(0, block.firstLineNumber() - visible))
