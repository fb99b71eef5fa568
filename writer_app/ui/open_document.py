"""One document in its tab: the page that it is written on, its file, its draft and its counts."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from writer_app.documents.document import Document
from writer_app.i18n import tr
from writer_app.settings.store import SettingsStore
from writer_app.ui.autosaver import Autosaver
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.disk_thread import DiskThread
from writer_app.ui.editor import Editor
from writer_app.ui.file_watch import FileWatch
from writer_app.ui.notices import Choice, Notice, Notices
from writer_app.ui.paragraphs import Paragraphs
from writer_app.ui.word_count import WordCount


class OpenDocument(QWidget):
    """Everything that belongs to one document and ends with it; what concerns it is said above its page."""

    changed = Signal()  # its name, its format, or whether there are unsaved changes

    def __init__(self, bridge: EngineBridge, settings: SettingsStore, drafts: Path, disk: DiskThread) -> None:
        super().__init__()
        self.document = Document()
        self.saving = False  # its file is being written
        self.editor = Editor(bridge, settings)
        self.notices = Notices()
        self.counts = WordCount(self.editor.document())
        self.paragraphs = Paragraphs(self.editor.document())
        self.autosaver = Autosaver(
            self.editor.document(), self.paragraphs, lambda: self.document, drafts, disk
        )
        self._not_saved: Notice | None = None
        self.watch = FileWatch(self)
        self.setFocusProxy(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.editor, 1)
        self.editor.document().modificationChanged.connect(self.changed)
        self.autosaver.failed.connect(self._tell_of_failed_draft)

    @property
    def path(self) -> Path | None:
        """Where it is saved; None where it never was."""
        return self.document.path

    @property
    def name(self) -> str:
        """Its name for the tab, the title bar and questions."""
        return self.path.name if self.path else tr("Untitled")

    @property
    def modified(self) -> bool:
        """Are there changes that are not saved?"""
        return self.editor.document().isModified()

    @property
    def untouched(self) -> bool:
        """Is this an empty page on which nothing was ever written, so that another text may take it?"""
        text = self.editor.document()
        return self.path is None and text.isEmpty() and not text.isModified()

    def show_text(self, document: Document, text: str) -> None:
        """Show another text, as just read from its file."""
        self.document = document
        self.editor.set_text(text)
        self._file_known()

    def take_file(self, document: Document, revision: int) -> None:
        """Know that the text as it was at `revision` stands in that file."""
        self.document = document
        if self.editor.document().revision() == revision:
            self.editor.document().setModified(False)
        self._file_known()

    def say_about_saving(self, text: str, *choices: Choice) -> None:
        """Say why it is not saved, until it is."""
        self._withdraw()
        self._not_saved = self.notices.add(text, *choices)

    def _withdraw(self) -> None:
        if self._not_saved is not None and self._not_saved in self.notices.shown():
            self.notices.remove(self._not_saved)
        self._not_saved = None

    def _file_known(self) -> None:
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
