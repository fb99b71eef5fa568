"""Opening, saving and closing documents: every way to lose text leads through `may_close`."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from writer_app.documents.autosave import Draft
from writer_app.documents.history import Subject
from writer_app.documents.session import Place
from writer_app.ui.disk_thread import PATIENCE
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.opening import Missing, Opening
from writer_app.ui.questions import Questions, Unsaved
from writer_app.ui.saver import Saver
from writer_app.ui.tabs import Tabs

_REOPENED = 20  # closed documents that are remembered


class DocumentController(QObject):
    """Acts on the tabs of a window: new ones, those opened from files, the current one, all of them."""

    def __init__(
        self,
        tabs: Tabs,
        make: Callable[[], OpenDocument],
        opening: Opening,
        saver: Saver,
        questions: Questions,
    ) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._make = make
        self._opening = opening
        self._saver = saver
        self._questions = questions
        self._history: QDialog | None = None
        self._closed: list[tuple[Subject, int]] = []  # with the place of the caret, oldest first
        tabs.close_wanted.connect(self.close_document)
        self.new()

    @Slot()
    def new(self) -> None:
        """Begin an empty document."""
        self._tabs.add(self._make())

    @Slot()
    def ask_and_open(self) -> None:
        """Ask for files and open them."""
        self.open_all(self._questions.paths_to_open(self._folder()))

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open several files, each in its tab."""
        for path in paths:
            self.open(path)

    def open(self, path: Path) -> None:
        """Show `path` in a tab, its own if it is open already; what is in the way is said above the page."""
        self._opening.open(Place(str(path)))

    def begin(self, path: Path) -> None:
        """Open `path`, or begin an empty document that saving will put there."""
        self._opening.open(Place(str(path)), Missing(begin=True))

    def restore(self, draft: Draft) -> OpenDocument:
        """Show the text that a crash left behind, as unsaved changes to its file."""
        already = self._opening.find(draft.document.path) if draft.document.path else None
        if already is None or already.modified:
            already = self._opening.free_tab()
        self._tabs.show_document(already)
        already.show_text(draft.document, draft.text)
        already.mark_unsaved()
        already.watch.look()  # someone may have written the file since
        return already

    @Slot()
    def save(self) -> None:
        """Save the current document; ask where if it has no path yet."""
        self._saver.save(self._tabs.current)

    @Slot()
    def save_as(self) -> None:
        """Ask for a path and save the current document there."""
        self._saver.save_as(self._tabs.current)

    @Slot()
    def save_all(self) -> None:
        """Save every document that has unsaved changes."""
        for document in self._tabs.documents:
            if document.modified:
                self._saver.save(document)

    @Slot()
    def show_history(self) -> None:
        """Show the earlier versions of the current document."""
        from writer_app.ui.dialogs.history import HistoryDialog  # noqa: PLC0415 - seldom needed

        current = self._tabs.current
        self._history = HistoryDialog(current, current.versions.history, self._tabs.window())
        self._history.finished.connect(self._forget_history)
        self._history.show()

    @Slot()
    def _forget_history(self) -> None:
        self._history = None

    def finish(self) -> None:
        """End what runs for a dialog."""
        if self._history is not None:
            self._history.close()

    @Slot()
    def close_current(self) -> None:
        """Close the current document."""
        self.close_document(self._tabs.current)

    @Slot(object)
    def close_document(self, document: OpenDocument) -> bool:
        """Close one tab, unless the person would rather not; an empty page takes the last one's place."""
        if not self._may_close(document):
            return False
        if document.path is not None or document.modified:
            self._closed.append((document.versions.subject, document.editor.textCursor().position()))
            del self._closed[:-_REOPENED]
        if len(self._tabs.documents) == 1:
            self.new()
        document.finish()
        self._tabs.remove(document)
        return True

    @Slot()
    def reopen(self) -> None:
        """Open again what was closed last, with the caret where it was."""
        while self._closed:
            subject, caret = self._closed.pop()
            if isinstance(subject, str):
                self._opening.restore(subject, caret)
                return
            if self._opening.find(subject) is None:
                self._opening.open(Place(str(subject), caret))
                return

    def may_close(self) -> bool:
        """Return whether nothing would be lost, or the person said that it may be."""
        return all(self._may_close(document) for document in list(self._tabs.documents))

    @Slot()
    def look_at_disk(self) -> None:
        """Notice what others did to the files."""
        for document in self._tabs.documents:
            document.watch.look()

    def _may_close(self, document: OpenDocument) -> bool:
        self._saver.wait(document, PATIENCE)
        if not document.modified:
            return True
        self._tabs.show_document(document)
        match self._questions.unsaved_changes(document.name):
            case Unsaved.SAVE:
                return self._saver.save_now(document)
            case Unsaved.DISCARD:
                document.versions.keep()
                return True
            case Unsaved.CANCEL:
                return False

    def _folder(self) -> Path:
        path = self._tabs.current.path
        return path.parent if path else Path.home()
