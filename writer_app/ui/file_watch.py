"""Notices what others do to the file of an open document, and asks without haste what to do about it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from writer_app.documents.document import Document, Stamp, load, stamp_on_disk
from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.ui.disk_thread import LooseJobs
from writer_app.ui.notices import Notice

if TYPE_CHECKING:
    from writer_app.ui.open_document import OpenDocument

_SETTLE_MS = 200  # a program that replaces a file makes several changes in a row


class FileWatch(QObject):
    """Looks at the file whenever the system reports a change, and whenever it is told to."""

    looked = Signal()

    def __init__(self, owner: "OpenDocument", reading: LooseJobs) -> None:
        super().__init__(owner)
        self._owner = owner
        self._reading = reading
        self._looking = False
        self._notice: Notice | None = None
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._settling.start)

    @Slot()
    def look(self) -> None:
        """Have a thread look whether someone else changed the file; what it found is heard later."""
        known = self._owner.document
        if known.path is None or self._owner.opening or self._looking:
            return
        self._looking = True
        self._reading.submit(self, partial(stamp_on_disk, known), partial(self._hear, known))

    def _hear(self, known: Document, found: Stamp | None) -> None:
        self._looking = False
        owner = self._owner
        if owner.document is known and not owner.saving:
            if found != known.stamp:
                self._ask(found)
            elif found is not None:
                self._watch()
        self.looked.emit()

    def _ask(self, found: Stamp | None) -> None:
        owner = self._owner
        if found is None:
            self._keep_mine(found)
            self._say(tr("The file “{name}” is gone; save to have it back.", name=owner.name))
            return
        self._watch()
        self._say(
            tr("“{name}” was changed by another program.", name=owner.name),
            (tr("Load it again"), self._reload),
            (tr("Keep my text"), partial(self._keep_mine, found)),
        )

    def stop(self) -> None:
        """Look no more."""
        self._watcher.fileChanged.disconnect(self._settling.start)
        self._settling.stop()

    def file_known(self) -> None:
        """Take the file as just read or written here: what was said about it no longer matters."""
        self._withdraw()
        self._watch()

    def _say(self, text: str, *choices: tuple[str, Callable[[], None]]) -> None:
        self._withdraw()
        self._notice = self._owner.notices.add(text, *choices)

    def _reload(self) -> None:
        path, known = self._owner.path, self._owner.document
        if path is not None:
            self._reading.submit(self, partial(loaded, path), partial(self._show, known))

    def _show(self, known: Document, outcome: "tuple[Document, str] | DocumentError") -> None:
        owner = self._owner
        if isinstance(outcome, DocumentError):
            self._say(f"{outcome} {outcome.hint}")
        elif owner.document is known:
            if owner.modified:
                owner.versions.keep()
            owner.replace_text(outcome[1])  # which Undo takes back
            owner.take_file(outcome[0], owner.editor.document().revision())

    def _keep_mine(self, found: Stamp | None) -> None:
        """Take the file as it was found for known, so that saving will replace it without asking."""
        self._owner.document = replace(self._owner.document, stamp=found)
        self._owner.mark_unsaved()

    def _watch(self) -> None:
        # a file that was replaced is another file, which has to be watched anew
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        known = self._owner.document
        if known.path is not None and known.stamp is not None:
            self._watcher.addPath(str(known.path))

    def _withdraw(self) -> None:
        if self._notice is not None and self._notice in self._owner.notices.shown():
            self._owner.notices.remove(self._notice)
        self._notice = None


def loaded(path: Path) -> "tuple[Document, str] | DocumentError":
    """Load a file on a thread, where an error is a value."""
    try:
        return load(path)
    except DocumentError as error:
        return error
