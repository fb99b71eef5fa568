"""Finding and replacing, in the current document or in all that are open."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QTextCursor

from writer_app.errors import SearchError
from writer_app.i18n import on_language_change, tr
from writer_app.ui.editor import Editor
from writer_app.ui.find_bar import FindBar
from writer_app.ui.found import Found, Rewriting, find, rewrite, rewrite_one
from writer_app.ui.match_marks import MatchMarks
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.searcher import Searcher
from writer_app.ui.surroundings import plain
from writer_app.ui.tabs import Tabs

Act = Callable[[], None]

_SETTLE_MS = 300  # after an edit, until what is found is looked for again


class Finding(QObject):
    """Keeps what was found in step with the bar and the texts; a thread of its own searches."""

    def __init__(self, tabs: Tabs, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._bar = bar
        self._searcher = Searcher(self)
        self._found: dict[OpenDocument, Found] = {}
        self._afterwards: Act | None = None  # what to do once it is known what is found
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self.search)
        tabs.opened.connect(self._attach)
        tabs.closed.connect(self._detach)
        tabs.current_changed.connect(self._on_current)
        bar.query_changed.connect(self._on_query)
        bar.next_wanted.connect(self.find_next)
        bar.previous_wanted.connect(self.find_previous)
        bar.replace_wanted.connect(self.replace)
        bar.replace_all_wanted.connect(self.replace_all)
        bar.closed.connect(self._on_closed)
        self.destroyed.connect(on_language_change(self.search))  # which says again what it found
        for document in tabs.documents:
            self._attach(document)

    def open(self) -> None:
        """Show the bar for finding."""
        self._bar.open(self._selected(), replacing=False)

    def open_replacing(self) -> None:
        """Show the bar for replacing."""
        self._bar.open(self._selected(), replacing=True)

    @Slot()
    def search(self) -> None:
        """Look for what the bar says, and mark it."""
        self._settling.stop()
        query, documents = self._bar.query, self._documents()
        if not query.words or not self._bar.isVisible():
            self._forget()
            return
        lines = [document.paragraphs.copy() for document in documents]
        revisions = [document.editor.document().revision() for document in documents]
        work = lambda: [find(query, text) for text in lines]  # noqa: E731 - what the thread does
        self._searcher.ask(work, lambda result: self._on_found(result, documents, revisions))

    @Slot()
    def find_next(self) -> None:
        """Select the next place."""
        self._when_known(partial(self._step, +1))

    @Slot()
    def find_previous(self) -> None:
        """Select the place before."""
        self._when_known(partial(self._step, -1))

    @Slot()
    def replace(self) -> None:
        """Replace the selected place and select the next one; where none is selected, do only that."""
        self._when_known(self._replace)

    @Slot()
    def replace_all(self) -> None:
        """Replace every place, in one step of undo for each document."""
        query, words, documents = self._bar.query, self._bar.words.text(), self._documents()
        if query.words:
            lines = [document.paragraphs.copy() for document in documents]
            work = lambda: [rewrite(query, text, words) for text in lines]  # noqa: E731 - as above
            self._change(work, documents)

    def close(self) -> None:
        """End the searching thread."""
        self._searcher.close()

    def _replace(self) -> None:
        current = self._tabs.current
        cursor = current.editor.textCursor()
        found = self._found.get(current)
        if found is None or found.number_of(cursor.selectionStart(), cursor.selectionEnd()) is None:
            self._step(+1)
            return
        query, words, lines = self._bar.query, self._bar.words.text(), current.paragraphs.copy()
        work = lambda: [rewrite_one(query, lines, words, cursor.selectionStart())]  # noqa: E731 - as above
        self._change(work, [current], then=partial(self._when_known, partial(self._step, +1)))

    def _change(
        self,
        work: Callable[[], object],
        documents: list[OpenDocument],
        then: Act | None = None,
    ) -> None:
        revisions = [document.editor.document().revision() for document in documents]
        self._searcher.ask(work, lambda result: self._on_rewritten(result, documents, revisions, then))

    def _on_rewritten(
        self,
        result: object,
        documents: list[OpenDocument],
        revisions: list[int],
        then: Act | None,
    ) -> None:
        if not isinstance(result, list):
            self._tell(result)
            return
        changed = count = 0
        for document, revision, rewriting in zip(documents, revisions, result, strict=True):
            if document in self._tabs.documents and document.editor.document().revision() == revision:
                _apply(document.editor, rewriting)
                changed += bool(rewriting.count)
                count += rewriting.count
        if then is None:
            self._afterwards = partial(self._tell_of_replaced, count, changed)
        self.search()
        if then is not None:
            then()

    def _tell_of_replaced(self, count: int, documents: int) -> None:
        if documents > 1:
            self._bar.say(tr("{count:,} replaced in {documents} documents", count=count, documents=documents))
        else:
            self._bar.say(tr("{count:,} replaced", count=count))

    def _step(self, direction: int) -> None:
        current = self._tabs.current
        cursor = current.editor.textCursor()
        found = self._found.get(current, Found())
        onwards = direction > 0
        number = found.after(cursor.selectionEnd()) if onwards else found.before(cursor.selectionStart())
        if number is None:  # go round, through the other documents if they count
            documents = [d for d in self._documents() if self._found.get(d)]
            if not documents:
                return
            if current in documents:
                current = documents[(documents.index(current) + direction) % len(documents)]
            else:
                current = documents[0]
            found = self._found[current]
            number = 0 if onwards else len(found) - 1
        self._select(current, found, number)

    def _select(self, document: OpenDocument, found: Found, number: int) -> None:
        if document is not self._tabs.current:
            self._tabs.show_document(document)
            self._bar.field.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = document.editor.textCursor()
        cursor.setPosition(found.starts[number])
        cursor.setPosition(found.ends[number], QTextCursor.MoveMode.KeepAnchor)
        document.editor.setTextCursor(cursor)
        self._tell_counts()

    def _when_known(self, act: Act) -> None:
        """Do `act` with what is found in the texts as they are now."""
        if not self._bar.isVisible() or self._settling.isActive():
            if not self._bar.field.text():
                return
            self._bar.show()
            self._settling.stop()
            self.search()
        if self._searcher.busy:
            self._afterwards = act
        else:
            act()

    def _on_found(self, result: object, documents: list[OpenDocument], revisions: list[int]) -> None:
        if not isinstance(result, list):
            self._forget()
            self._tell(result)
            return
        self._found = dict(zip(documents, result, strict=True))
        if any(d.editor.document().revision() != r for d, r in zip(documents, revisions, strict=True)):
            self._settling.start()  # somebody typed meanwhile
        self._repaint()
        self._tell_counts()
        if self._afterwards is not None:
            act, self._afterwards = self._afterwards, None
            act()

    def _tell(self, problem: object) -> None:
        if isinstance(problem, SearchError):
            self._bar.say(str(problem), problem.hint)
        else:
            self._bar.say(tr("The search failed."))

    def _tell_counts(self) -> None:
        current = self._tabs.current
        found = self._found.get(current, Found())
        cursor = current.editor.textCursor()
        number = found.number_of(cursor.selectionStart(), cursor.selectionEnd())
        total = sum(map(len, self._found.values()))
        if not total:
            self._bar.say(tr("Not found"))
        elif len(self._found) > 1:
            having = sum(1 for places in self._found.values() if places)
            self._bar.say(tr("{total:,} in {documents} documents", total=total, documents=having))
        elif number is not None:
            self._bar.say(tr("{number:,} of {total:,}", number=number + 1, total=total))
        else:
            self._bar.say(tr("{total:,} found", total=total))

    @Slot()
    def _on_query(self) -> None:
        """Go to the first place from the caret on, as the words are typed."""
        self._afterwards = self._show_first
        self.search()

    def _show_first(self) -> None:
        current = self._tabs.current
        found = self._found.get(current)
        if found:
            number = found.after(current.editor.textCursor().selectionStart())
            self._select(current, found, number or 0)

    @Slot(object)
    def _attach(self, document: OpenDocument) -> None:
        MatchMarks(document.editor, lambda: self._found.get(document))
        document.editor.document().contentsChange.connect(partial(self._on_edit, document))

    @Slot(object)
    def _detach(self, document: OpenDocument) -> None:
        self._found.pop(document, None)

    @Slot()
    def _on_current(self) -> None:
        if self._bar.isVisible() and not self._bar.everywhere.isChecked():
            self.search()

    def _on_edit(self, document: OpenDocument, place: int, removed: int, added: int) -> None:
        found = self._found.get(document)
        if found is not None:
            found.move(place, removed, added)
            self._settling.start()

    @Slot()
    def _on_closed(self) -> None:
        self._forget()
        self._tabs.current.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _forget(self) -> None:
        self._searcher.forget()
        self._settling.stop()
        self._afterwards = None
        self._found.clear()
        self._bar.say("")
        self._repaint()

    def _repaint(self) -> None:
        self._tabs.current.editor.viewport().update()

    def _documents(self) -> list[OpenDocument]:
        return list(self._tabs.documents) if self._bar.everywhere.isChecked() else [self._tabs.current]

    def _selected(self) -> str:
        selected = plain(self._tabs.current.editor.textCursor().selectedText())
        return "" if "\n" in selected else selected


def _apply(editor: Editor, rewriting: Rewriting) -> None:
    """Make the edits in one step of undo, from the end, so that those before stay where they are."""
    editor.withdraw()
    cursor = QTextCursor(editor.document())
    cursor.beginEditBlock()
    for edit in reversed(rewriting.edits):
        cursor.setPosition(edit.start)
        cursor.setPosition(edit.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.words)
    cursor.endEditBlock()
