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
from writer_app.ui.full_screen import is_folded, show_or_fold
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.opening import Missing, Opening
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

    def restore(self, opening: Opening, docks: Mapping[str, Callable[[], object]]) -> None:
        """Open what was open, each as soon as it is read; say what is gone.

        `docks`: what shows the docks, by their names.
        """
        if not self._own:
            return
        session = read_session(self._file)
        for name in session.shown:
            docks.get(name, lambda: None)()  # now, since its place is known only to one that is there
        self._window.restoreGeometry(_bytes(session.geometry))  # first: docks have a share of its width
        self._window.restoreState(_bytes(session.docks))
        for dock in self._window.findChildren(QDockWidget):
            if dock.objectName() in session.shown:
                show_or_fold(dock, self._window)
            else:
                dock.hide()
        opening.opened.connect(self._scroll_later)
        opened = [self._open(opening, place) for place in session.places]
        if session.current < len(opened):
            self._tabs.show_document(opened[session.current])

    @property
    def own(self) -> bool:
        """Is this the program that the session belongs to, and the first one on this machine?"""
        return self._own

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

    def _open(self, opening: Opening, place: Place) -> OpenDocument:
        path = Path(place.path)
        gone = tr(
            "“{name}” was open last time, but it is gone from {folder}.", name=path.name, folder=path.parent
        )
        document = opening.open(place, Missing(words=gone))
        self._tops[document] = place.top
        return document

    def _session(self) -> Session:
        documents = [document for document in self._tabs.documents if document.path]
        places = [d.opening or self._place(d, d.path) for d in documents if d.path]
        current = documents.index(self._tabs.current) if self._tabs.current in documents else 0
        docks = self._window.findChildren(QDockWidget)
        shown = tuple(dock.objectName() for dock in docks if not dock.isHidden() or is_folded(dock))
        geometry, state = _text(self._window.saveGeometry()), _text(self._window.saveState())
        return Session(tuple(places), current, geometry, state, shown)

    def _place(self, document: OpenDocument, path: Path) -> Place:
        top = self._tops.get(document, document.editor.first_in_sight())
        return Place(str(path.absolute()), document.editor.textCursor().position(), top)

    @Slot(object)
    def _scroll_later(self, document: OpenDocument) -> None:
        if document in self._tops and document is self._tabs.current and not document.opening:
            # once it has been laid out for the size it has now
            QTimer.singleShot(0, document, partial(self._scroll, document))

    def _scroll(self, document: OpenDocument) -> None:
        document.editor.show_from(self._tops.pop(document, 0))


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode())
