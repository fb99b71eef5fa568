"""Keeps what is open for the next start, and opens it again."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QTimer, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow

from writer_app.documents.lock import FileLock
from writer_app.documents.session import Place, Session, read_session, write_session
from writer_app.i18n import tr
from writer_app.ui.disk_thread import DiskThread
from writer_app.ui.document_controller import DocumentController
from writer_app.ui.full_screen import is_folded
from writer_app.ui.notices import Notices
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.tabs import Tabs

_SETTLE_MS = 1000


class SessionKeeper(QObject):
    """Owns the session while the program runs; a second program beside it neither reads nor writes it."""

    def __init__(self, window: QMainWindow, tabs: Tabs, file: Path, disk: DiskThread) -> None:
        super().__init__(window)
        self._window = window
        self._tabs = tabs
        self._file = file
        self._disk = disk
        self._tops: dict[OpenDocument, int] = {}  # paragraphs to scroll to once the page is in sight
        self._lock = FileLock(file.with_suffix(".lock"))
        self._own = self._take_lock()
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self.keep)
        for signal in (tabs.opened, tabs.closed, tabs.current_changed):
            signal.connect(lambda _document: self._settling.start())
        tabs.opened.connect(lambda document: document.changed.connect(self._settling.start))
        tabs.current_changed.connect(self._scroll_later)

    def restore(
        self, documents: DocumentController, notices: Notices, docks: Mapping[str, Callable[[], object]]
    ) -> None:
        """Open what was open; say what is gone. `docks`: what shows the docks, by their names."""
        if not self._own:
            return
        session = read_session(self._file)
        for name in session.shown:
            docks.get(name, lambda: None)()  # now, since its place is known only to one that is there
        self._window.restoreState(_bytes(session.docks))
        for dock in self._window.findChildren(QDockWidget):
            dock.setVisible(dock.objectName() in session.shown)
        self._window.restoreGeometry(_bytes(session.geometry))
        front = None
        for number, place in enumerate(session.places):
            document = self._open(documents, notices, place)
            if document is not None and number == session.current:
                front = document
        if front is not None:
            self._tabs.show_document(front)
        self._scroll_later(self._tabs.current)

    def keep(self) -> None:
        """Have the session written as it is now."""
        if self._own:
            self._disk.submit(self, partial(write_session, self._file, self._session()), lambda _: None)

    def close(self) -> None:
        """Keep the session a last time and let another program have it."""
        self._settling.stop()
        self.keep()
        self._disk.submit(self, self._lock.release, lambda _: None)
        self._own = False

    def _take_lock(self) -> bool:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            return self._lock.take()
        except OSError:
            return False

    def _open(self, documents: DocumentController, notices: Notices, place: Place) -> OpenDocument | None:
        path = Path(place.path)
        problem = documents.try_open(path) if path.exists() else None
        if problem is not None:
            notices.add(f"{problem} {problem.hint}")
        elif not path.exists():
            notices.add(
                tr(
                    "“{name}” was open last time, but it is gone from {folder}.",
                    name=path.name,
                    folder=path.parent,
                )
            )
        document = documents.find(path)
        if document is not None:
            document.editor.set_caret(place.caret)
            self._tops[document] = place.top
        return document

    def _session(self) -> Session:
        documents = [document for document in self._tabs.documents if document.path]
        places = [
            Place(str(d.path.absolute()), d.editor.textCursor().position(), self._top(d))
            for d in documents
            if d.path
        ]
        current = documents.index(self._tabs.current) if self._tabs.current in documents else 0
        docks = self._window.findChildren(QDockWidget)
        shown = tuple(dock.objectName() for dock in docks if not dock.isHidden() or is_folded(dock))
        geometry, state = _text(self._window.saveGeometry()), _text(self._window.saveState())
        return Session(tuple(places), current, geometry, state, shown)

    def _top(self, document: OpenDocument) -> int:
        return self._tops.get(document, document.editor.first_in_sight())

    @Slot(object)
    def _scroll_later(self, document: OpenDocument) -> None:
        if document in self._tops:  # once it has been laid out for the size it has now
            QTimer.singleShot(0, document, partial(self._scroll, document))

    def _scroll(self, document: OpenDocument) -> None:
        document.editor.show_from(self._tops.pop(document, 0))


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode())
