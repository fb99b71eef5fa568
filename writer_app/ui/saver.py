"""Saving: a thread writes while the person goes on; what went wrong is said above the page."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from writer_app.documents.document import (
    ChangedOnDiskError,
    Document,
    ForeignKindError,
    UnsupportedCharacterError,
    changed_on_disk,
    save,
)
from writer_app.documents.history import History
from writer_app.documents.recent import RecentDocuments
from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.log import log_error
from writer_app.text.encodings import UTF8
from writer_app.text.markdown_marks import has_marks
from writer_app.ui.disk_thread import PATIENCE, Job, LooseJobs
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.paragraphs import joined
from writer_app.ui.questions import Questions
from writer_app.ui.version_keeper import keep_version, keep_what_is_there

_TELLING_LINES = 500  # the first ones tell whether a text is Markdown


class Saver(QObject):
    """Saves open documents, each by one job at a time, so that an older text never follows a newer one."""

    saved = Signal(object)  # OpenDocument

    def __init__(self, writing: LooseJobs, questions: Questions, recent: RecentDocuments) -> None:
        super().__init__()
        self._writing = writing
        self._questions = questions
        self._recent = recent
        self._jobs: dict[OpenDocument, tuple[Path, Job[Outcome]]] = {}
        self._known: set[Path] = set()  # files whose text before our first writing is in the history
        self._again: set[OpenDocument] = set()  # asked for once more while being saved

    def save(self, document: OpenDocument) -> None:
        """Save; ask where if there is no path yet."""
        if document.opening:
            return
        if document in self._jobs:
            self._again.add(document)
        elif document.path is None:
            self.save_as(document)
        else:
            self._write(document, document.document, _save_unless_changed)

    def save_as(self, document: OpenDocument) -> None:
        """Ask for a path and save there."""
        if document.opening:
            return
        self.wait(document, PATIENCE)
        folder = document.path.parent if document.path else Path.home()
        known = document.path or document.document.suggested
        path = self._questions.path_to_save(known or folder / _usual_name(document))
        if path is not None:
            self._write(document, replace(document.document, path=path), _save)

    def save_now(self, document: OpenDocument) -> bool:
        """Save and wait for it; False where there are still unsaved changes."""
        self.save(document)
        if not self.wait(document, PATIENCE):
            self._say_that_it_lasts(document)
        return not document.modified

    def wait(self, document: OpenDocument, seconds: float | None = None) -> bool:
        """Wait until what was asked for is done; False where a disk takes too long."""
        while document in self._jobs:
            if not self._jobs[document][1].wait(seconds):
                return False
        return True

    def _write(self, document: OpenDocument, target: Document, write: "Write") -> None:
        assert target.path is not None  # noqa: S101 - both callers see to it
        if document in self._jobs and self._jobs[document][0] == target.path:
            self._say_that_it_lasts(document)  # and may end after one begun now
            return
        document.saving = True
        revision, lines = document.editor.document().revision(), document.paragraphs.copy()
        history = document.versions.history
        first = target.path not in self._known
        self._known.add(target.path)
        work = partial(_attempt, write, target, lines, history, first)
        then = partial(self._hear, document, target, revision)
        self._jobs[document] = target.path, self._writing.submit(document, work, then)

    def _hear(self, document: OpenDocument, target: Document, revision: int, outcome: "Outcome") -> None:
        if self._jobs.get(document, (None,))[0] != target.path:
            return  # it stalled, and the text was saved elsewhere meanwhile
        del self._jobs[document]
        document.saving = False
        again = document in self._again
        self._again.discard(document)
        if isinstance(outcome, ChangedOnDiskError):
            if self._questions.overwrite_newer(document.name):
                self._known.discard(document.document.path or Path())  # what the other wrote is kept too
                self._write(document, document.document, _save)
            return
        if isinstance(outcome, DocumentError):
            self._explain(document, target, outcome)
            return
        document.take_file(outcome, revision)
        if outcome.path is not None:
            self._writing.submit(self, partial(self._recent.add, outcome.path), lambda _: None)
        self.saved.emit(document)
        if again:
            self.save(document)

    def _say_that_it_lasts(self, document: OpenDocument) -> None:
        words = tr("“{name}” is still being saved: its disk does not answer.", name=document.name)
        document.say_about_saving(words, (tr("Save as…"), partial(self.save_as, document)))

    def _explain(self, document: OpenDocument, target: Document, problem: DocumentError) -> None:
        choices = [(tr("Save as…"), partial(self.save_as, document))]
        if isinstance(problem, UnsupportedCharacterError):
            other = replace(target, encoding=UTF8, mark=b"")
            choices.insert(0, (tr("Save as UTF-8"), partial(self._write, document, other, _save)))
        elif not isinstance(problem, ForeignKindError):
            choices.insert(0, (tr("Try again"), partial(self._write, document, target, _save)))
        document.say_about_saving(f"{problem} {problem.hint}", *choices)


Outcome = Document | DocumentError


Write = Callable[[Document, list[str], History, bool], Outcome]


def _attempt(write: Write, target: Document, lines: list[str], history: History, first: bool) -> Outcome:
    try:
        return write(target, lines, history, first)
    except Exception as error:  # noqa: BLE001 - the edge of the thread: else it would be being saved for ever
        log_error(type(error), error.__traceback__)
        name = target.path.name if target.path else ""
        return DocumentError(
            tr("“{name}” was not saved.", name=name), hint=tr("Save it elsewhere. The log says more.")
        )


def _save_unless_changed(target: Document, lines: list[str], history: History, first: bool) -> Outcome:
    if changed_on_disk(target):
        return ChangedOnDiskError("", hint="")  # which is a question, not a message
    return _save(target, lines, history, first)


def _save(target: Document, lines: list[str], history: History, first: bool) -> Outcome:
    if first and target.path is not None:
        keep_what_is_there(history, target.path)
    try:
        saved = save(target, joined(lines))
    except DocumentError as error:
        return error
    if saved.path is not None:
        with suppress(OSError):
            history.name(saved.key, saved.path)
        keep_version(history, saved.path, lines)
    return saved


def _usual_name(document: OpenDocument) -> str:
    marked = has_marks(document.paragraphs.lines[:_TELLING_LINES])
    return f"{tr('Untitled')}{'.md' if marked else '.txt'}"
