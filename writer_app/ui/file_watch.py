"""Notices what others do to the file of an open document, and asks without haste what to do about it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot

from writer_app.documents.document import changed_on_disk, load, refreshed
from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.ui.notices import Notice

if TYPE_CHECKING:
    from writer_app.ui.open_document import OpenDocument

_SETTLE_MS = 200  # a program that replaces a file makes several changes in a row


class FileWatch(QObject):
    """Looks at the file whenever the system reports a change, and whenever it is told to."""

    def __init__(self, owner: "OpenDocument") -> None:
        super().__init__(owner)
        self._owner = owner
        self._notice: Notice | None = None
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._settling.start)

    @Slot()
    def look(self) -> None:
        """Ask what to do if someone else changed the file."""
        self._watch()
        owner = self._owner
        if owner.saving or not changed_on_disk(owner.document):
            return
        if owner.path and owner.path.exists():
            self._say(
                tr("“{name}” was changed by another program.", name=owner.name),
                (tr("Load it again"), self._reload),
                (tr("Keep my text"), self._keep_mine),
            )
        else:
            self._keep_mine()
            self._say(tr("The file “{name}” is gone; save to have it back.", name=owner.name))

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
        if self._owner.path is None:
            return
        try:
            document, text = load(self._owner.path)
        except DocumentError as error:
            self._say(f"{error} {error.hint}")
            return
        if self._owner.modified:
            self._owner.versions.keep()
        self._owner.replace_text(text)  # which Undo takes back
        self._owner.take_file(document, self._owner.editor.document().revision())

    def _keep_mine(self) -> None:
        self._owner.document = refreshed(self._owner.document)
        self._owner.editor.document().setModified(True)

    def _watch(self) -> None:
        # a file that was replaced is another file, which has to be watched anew
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        path = self._owner.path
        if path is not None and path.exists():
            self._watcher.addPath(str(path))

    def _withdraw(self) -> None:
        if self._notice is not None and self._notice in self._owner.notices.shown():
            self._owner.notices.remove(self._notice)
        self._notice = None
