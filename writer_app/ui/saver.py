"""Saving: the disk's thread writes while the person goes on; what went wrong is said above the page."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from writer_app.documents.document import Document, UnsupportedCharacterError, changed_on_disk, save
from writer_app.documents.history import History
from writer_app.documents.recent import RecentDocuments
from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.text.encodings import UTF8
from writer_app.text.markdown_marks import has_marks
from writer_app.ui.disk_thread import DiskThread, Job
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.paragraphs import joined
from writer_app.ui.questions import Questions
from writer_app.ui.version_keeper import keep_version, keep_what_is_there

_TELLING_LINES = 500  # the first ones tell whether a text is Markdown


class Saver(QObject):
    """Saves open documents, each by one job at a time, so that an older text never follows a newer one."""

    saved = Signal(object)  # OpenDocument

    def __init__(self, disk: DiskThread, questions: Questions, recent: RecentDocuments) -> None:
        super().__init__()
        self._disk = disk
        self._questions = questions
        self._recent = recent
        self._jobs: dict[OpenDocument, Job[Document | DocumentError]] = {}
        self._known: set[Path] = set()  # files whose text before our first writing is in the history
        self._again: set[OpenDocument] = set()  # asked for once more while being saved

    def save(self, document: OpenDocument) -> None:
        """Save; ask where if there is no path yet."""
        if document in self._jobs:
            self._again.add(document)
        elif document.path is None:
            self.save_as(document)
        elif not changed_on_disk(document.document):
            self._write(document, document.document)
        elif self._questions.overwrite_newer(document.name):
            self._known.discard(document.path)  # what the other program wrote is kept as a version too
            self._write(document, document.document)

    def save_as(self, document: OpenDocument) -> None:
        """Ask for a path and save there."""
        self.wait(document)
        folder = document.path.parent if document.path else Path.home()
        path = self._questions.path_to_save(document.path or folder / _usual_name(document))
        if path is not None:
            self._write(document, replace(document.document, path=path))

    def save_now(self, document: OpenDocument) -> bool:
        """Save and wait for it; False where there are still unsaved changes."""
        self.save(document)
        self.wait(document)
        return not document.modified

    def wait(self, document: OpenDocument) -> None:
        """Wait until what was asked for is done."""
        while document in self._jobs:
            self._jobs[document].wait()

    def _write(self, document: OpenDocument, target: Document) -> None:
        document.saving = True
        revision, lines = document.editor.document().revision(), document.paragraphs.copy()
        history = document.versions.history
        if target.path is not None and target.path not in self._known:
            self._known.add(target.path)
            self._disk.submit(document, partial(keep_what_is_there, history, target.path), lambda _: None)
        then = partial(self._hear, document, target, revision)
        self._jobs[document] = self._disk.submit(document, partial(_save, target, lines, history), then)

    def _hear(
        self, document: OpenDocument, target: Document, revision: int, outcome: Document | DocumentError
    ) -> None:
        del self._jobs[document]
        document.saving = False
        again = document in self._again
        self._again.discard(document)
        if isinstance(outcome, DocumentError):
            self._explain(document, target, outcome)
            return
        document.take_file(outcome, revision)
        if outcome.path is not None:
            self._recent.add(outcome.path)
        self.saved.emit(document)
        if again:
            self.save(document)

    def _explain(self, document: OpenDocument, target: Document, problem: DocumentError) -> None:
        if isinstance(problem, UnsupportedCharacterError):
            other = replace(target, encoding=UTF8, mark=b"")
            choice = tr("Save as UTF-8"), partial(self._write, document, other)
        else:
            choice = tr("Try again"), partial(self._write, document, target)
        elsewhere = tr("Save as…"), partial(self.save_as, document)
        document.say_about_saving(f"{problem} {problem.hint}", choice, elsewhere)


def _save(target: Document, lines: list[str], history: History) -> Document | DocumentError:
    try:
        saved = save(target, joined(lines))
    except DocumentError as error:
        return error
    if saved.path is not None:
        keep_version(history, saved.path, lines)
    return saved


def _usual_name(document: OpenDocument) -> str:
    marked = has_marks(document.paragraphs.lines[:_TELLING_LINES])
    return f"{tr('Untitled')}{'.md' if marked else '.txt'}"
