"""One document in its tab: the page that it is written on, its file, its draft and its counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import eq
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from writer_app.documents.document import Document
from writer_app.documents.history import History
from writer_app.documents.session import Place
from writer_app.i18n import on_language_change, tr
from writer_app.settings.store import SettingsStore
from writer_app.ui.autosaver import Autosaver
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.disk_thread import DiskThread, LooseJobs
from writer_app.ui.editor import Editor
from writer_app.ui.file_watch import FileWatch
from writer_app.ui.notices import Choice, Notice, Notices
from writer_app.ui.paragraphs import Paragraphs
from writer_app.ui.version_keeper import VersionKeeper
from writer_app.ui.word_count import WordCount


@dataclass(frozen=True, slots=True)
class Storage:
    """Where what is written is kept beside the documents themselves, and the threads that do it."""

    drafts: Path
    drafts_disk: DiskThread
    history: History
    reading: LooseJobs
    writing: LooseJobs


class OpenDocument(QWidget):
    """Everything that belongs to one document and ends with it; what concerns it is said above its page."""

    changed = Signal()  # its name, its format, or whether there are unsaved changes

    def __init__(self, bridge: EngineBridge, settings: SettingsStore, storage: Storage) -> None:
        super().__init__()
        self.document = Document()
        self.saving = False  # its file is being written
        self.opening: Place | None = None  # its file is being read, and this is where the person was in it
        self.editor = Editor(bridge, settings)
        self.notices = Notices()
        text = self.editor.document()
        self.paragraphs = Paragraphs(text)
        self.counts = WordCount(text, self.paragraphs)
        self.autosaver = Autosaver(
            text, self.paragraphs, lambda: self.document, storage.drafts, storage.drafts_disk
        )
        self.versions = VersionKeeper(text, self.paragraphs, storage.history, storage.writing)
        self.versions.subject = self.document.key
        self._not_saved: Notice | None = None
        self.watch = FileWatch(self, storage.reading)
        self.setFocusProxy(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.editor, 1)
        text.modificationChanged.connect(self.changed)
        self.changed.connect(self._name_page)
        self.destroyed.connect(on_language_change(self._name_page))
        self._name_page()
        self.autosaver.failed.connect(self._tell_of_failed_draft)

    @property
    def path(self) -> Path | None:
        """Where it is saved; None where it never was."""
        return self.document.path

    @property
    def name(self) -> str:
        """Its name for the tab, the title bar and questions."""
        path = self.path or self.document.suggested
        return path.name if path else tr("Untitled")

    @property
    def modified(self) -> bool:
        """Are there changes that are not saved?"""
        return self.editor.document().isModified()

    @Slot()
    def _name_page(self) -> None:
        """Tell screen readers what the page is, and everyone what happens to it while it is empty."""
        opening = tr("Opening “{name}”…", name=self.name)
        self.editor.setPlaceholderText(tr("Start writing…") if self.opening is None else opening)
        self.editor.setAccessibleName(self.name)

    @property
    def untouched(self) -> bool:
        """Is this an empty page on which nothing was ever written, so that another text may take it?"""
        text = self.editor.document()
        return self.path is None and text.isEmpty() and not text.isModified()

    def await_text(self, place: Place) -> None:
        """Show that a file is being read; until then nothing can be written here."""
        self.opening = place
        self.document = Document(Path(place.path))
        self.editor.setReadOnly(True)
        self.changed.emit()

    def show_text(self, document: Document, text: str) -> None:
        """Show another text, as just read from its file."""
        self.opening = None
        self.editor.setReadOnly(False)
        self.document = document
        self.editor.set_text(text)
        self._file_known()

    def replace_text(self, text: str) -> None:
        """Put another text in place of this one, as one step of undo; paragraphs alike stay as they are."""
        old, new = self.paragraphs.lines, text.split("\n")
        if old == new:
            return
        shorter = min(len(old), len(new)) - 1  # one paragraph at least is replaced by one at least
        start = _alike(old[:shorter], new[:shorter])
        end = _alike(old[:start:-1], new[:start:-1])
        document, cursor = self.editor.document(), self.editor.textCursor()
        last = document.findBlockByNumber(len(old) - end - 1)
        cursor.setPosition(document.findBlockByNumber(start).position())
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(new[start : len(new) - end]))
        self.editor.setTextCursor(cursor)
        self.editor.centerCursor()

    def take_file(self, document: Document, revision: int) -> None:
        """Know that the text as it was at `revision` stands in that file."""
        self.document = document
        if self.editor.document().revision() == revision:
            self.editor.document().setModified(False)
        else:
            self.mark_unsaved()
        self._file_known()

    def mark_unsaved(self) -> None:
        """Know that the text stands in no file, and that undoing leads to none that does."""
        text = self.editor.document()
        with QSignalBlocker(text):
            text.setModified(False)  # else Qt would hold on to the step of undo that was saved before
        text.setModified(True)

    def say_about_saving(self, text: str, *choices: Choice) -> None:
        """Say why it is not saved, until it is."""
        self._withdraw()
        self._not_saved = self.notices.add(text, *choices)

    def _withdraw(self) -> None:
        if self._not_saved is not None and self._not_saved in self.notices.shown():
            self.notices.remove(self._not_saved)
        self._not_saved = None

    def _file_known(self) -> None:
        self.versions.subject = self.path or self.document.key
        self._withdraw()
        self.watch.file_known()
        self.changed.emit()

    def finish(self, keep_draft: bool = False) -> None:
        """End what runs for it; with `keep_draft`, unsaved text is offered at the next start."""
        self.watch.stop()
        if keep_draft and self.modified:
            self.autosaver.write()
        self.autosaver.close(keep=keep_draft)

    @Slot(str)
    def _tell_of_failed_draft(self, reason: str) -> None:
        self.notices.add(tr("Unsaved text cannot be kept safe against a crash: {reason}.", reason=reason))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the paragraphs that two texts have alike from their beginnings on."""
    return sum(takewhile(bool, map(eq, one, other)))
