"""Opening and saving the document in the window, and noticing what others do to its file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from writer_app.documents.autosave import Draft
from writer_app.documents.document import (
    Document,
    UnsupportedCharacterError,
    changed_on_disk,
    load,
    refreshed,
    save,
)
from writer_app.documents.recent import RecentDocuments
from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.text.encodings import UTF8
from writer_app.ui.editor import Editor
from writer_app.ui.notices import Notice, Notices
from writer_app.ui.questions import Questions, Unsaved
from writer_app.ui.surroundings import whole_text

_SETTLE_MS = 200  # a program that replaces a file makes several changes in a row


class DocumentController(QObject):
    """Knows which document the editor shows; every way to lose text leads through `may_close`."""

    document_changed = Signal()  # another document, or its name or format
    saved = Signal(str)  # its name

    def __init__(
        self,
        editor: Editor,
        notices: Notices,
        questions: Questions,
        recent: RecentDocuments,
    ) -> None:
        super().__init__(editor)
        self.document = Document()
        self._editor = editor
        self._notices = notices
        self._questions = questions
        self._recent = recent
        self._changed: Notice | None = None
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self.look_at_disk)
        self._watcher.fileChanged.connect(self._settling.start)

    @property
    def name(self) -> str:
        """The document's name for the title bar and for questions."""
        return self.document.path.name if self.document.path else tr("Untitled")

    @property
    def modified(self) -> bool:
        """Are there changes that are not saved?"""
        return self._editor.document().isModified()

    @Slot()
    def new(self) -> None:
        """Begin an empty document."""
        if self.may_close():
            self._show(Document(), "")

    @Slot()
    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        path = self._questions.path_to_open(self._folder())
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> bool:
        """Open `path` in place of the current document; False where that could not be done."""
        if not self.may_close():
            return False
        try:
            document, text = load(path)
        except DocumentError as error:
            self._questions.tell(error)
            return False
        self._show(document, text)
        self._recent.add(path)
        return True

    def begin(self, path: Path) -> bool:
        """Open `path`, or begin an empty document that saving will put there."""
        if path.exists() or not self.may_close():
            return self.open(path)
        self._show(Document(path), "")
        return True

    def restore(self, draft: Draft) -> bool:
        """Show the text that a crash left behind, as unsaved changes to its file."""
        if not self.may_close():
            return False
        self._show(refreshed(draft.document), draft.text)
        self._editor.document().setModified(True)
        return True

    @Slot()
    def save(self) -> bool:
        """Save; ask where if there is no path yet. False where it is still unsaved."""
        if self.document.path is None:
            return self.save_as()
        if changed_on_disk(self.document) and not self._questions.overwrite_newer(self.name):
            return False
        return self._write(self.document)

    @Slot()
    def save_as(self) -> bool:
        """Ask for a path and save there."""
        suggested = self.document.path or self._folder() / f"{tr('Untitled')}.txt"
        path = self._questions.path_to_save(suggested)
        return path is not None and self._write(replace(self.document, path=path))

    def may_close(self) -> bool:
        """Return whether nothing would be lost, or the person said that it may be."""
        if not self.modified:
            return True
        match self._questions.unsaved_changes(self.name):
            case Unsaved.SAVE:
                return self.save()
            case Unsaved.DISCARD:
                return True
            case Unsaved.CANCEL:
                return False

    @Slot()
    def look_at_disk(self) -> None:
        """Ask what to do, without haste, if someone else changed the file."""
        self._watch()
        if not changed_on_disk(self.document):
            return
        if self.document.path and self.document.path.exists():
            text = tr("“{name}” was changed by another program.", name=self.name)
            choices: tuple[tuple[str, Callable[[], None]], ...] = (
                (tr("Load it again"), self._reload),
                (tr("Keep my text"), self._keep_mine),
            )
        else:
            text = tr("The file “{name}” is gone; save to have it back.", name=self.name)
            choices = ()
            self._keep_mine()
        self._withdraw_notice()
        self._changed = self._notices.add(text, *choices)

    def _reload(self) -> None:
        if self.document.path is None:
            return
        try:
            self._show(*load(self.document.path))
        except DocumentError as error:
            self._questions.tell(error)

    def _keep_mine(self) -> None:
        self.document = refreshed(self.document)
        self._editor.document().setModified(True)

    def _show(self, document: Document, text: str) -> None:
        self._withdraw_notice()
        self.document = document
        self._editor.set_text(text)
        self._watch()
        self.document_changed.emit()

    def _write(self, document: Document) -> bool:
        try:
            try:
                self.document = save(document, whole_text(self._editor.document()))
            except UnsupportedCharacterError as problem:
                if not self._questions.save_as_utf8(problem):
                    return False
                return self._write(replace(document, encoding=UTF8, mark=b""))
        except DocumentError as error:
            self._questions.tell(error)
            return False
        self._withdraw_notice()
        self._editor.document().setModified(False)
        self._watch()
        if document.path is not None:
            self._recent.add(document.path)
        self.document_changed.emit()
        self.saved.emit(self.name)
        return True

    def _watch(self) -> None:
        # a file that was replaced is another file, which has to be watched anew
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        if self.document.path is not None and self.document.path.exists():
            self._watcher.addPath(str(self.document.path))

    def _withdraw_notice(self) -> None:
        if self._changed is not None and self._changed in self._notices.shown():
            self._notices.remove(self._changed)
        self._changed = None

    def _folder(self) -> Path:
        return self.document.path.parent if self.document.path else Path.home()
