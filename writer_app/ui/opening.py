"""Opening files: the tab is there at once, and its text comes when a thread has read it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from writer_app.documents.document import Document, MissingFileError
from writer_app.documents.history import Version
from writer_app.documents.reading import Reading, read
from writer_app.documents.recent import RecentDocuments
from writer_app.documents.session import Place
from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.log import log_error
from writer_app.ui.disk_thread import LooseJobs
from writer_app.ui.notices import Notices
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.tabs import Tabs


@dataclass(frozen=True, slots=True)
class Missing:
    """What to do where there is no such file: begin an empty document there, or say these words."""

    begin: bool = False
    words: str = ""


class Opening(QObject):
    """Opens files in tabs; what cannot be opened is said above the page, and its tab goes again."""

    opened = Signal(object)  # OpenDocument, with its text in it

    def __init__(
        self,
        tabs: Tabs,
        make: Callable[[], OpenDocument],
        reading: LooseJobs,
        recent: RecentDocuments,
        notices: Notices,
    ) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._make = make
        self._reading = reading
        self._recent = recent
        self._notices = notices
        self._read: dict[OpenDocument, Callable[[], None]] = {}  # what fills those that are not in front
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._fill_one)
        tabs.current_changed.connect(self._fill)

    def open(self, place: Place, missing: Missing = Missing()) -> OpenDocument:
        """Show a file in a tab, its own if it is open already, with the caret at `place`."""
        path = Path(place.path)
        already = self.find(path)
        document = already or self.free_tab()
        self._tabs.show_document(document)
        if already is None:
            document.await_text(place)
            then = partial(self._take, document, place, missing)
            self._reading.submit(document, partial(_read, path), then)
        return document

    def restore(self, key: str, caret: int) -> None:
        """Show again what was written in a document that never had a name, and was given up."""
        document = self.free_tab()
        versions = partial(document.versions.history.versions, key)

        def show(found: list[Version]) -> None:
            if not found or not document.untouched:
                return
            try:
                text = found[0].text()
            except DocumentError as error:
                self._notices.add(f"{error} {error.hint}")
                return
            document.show_text(Document(key=key), text)
            document.mark_unsaved()
            document.editor.set_caret(caret)

        self._reading.submit(document, versions, show)

    def find(self, path: Path) -> OpenDocument | None:
        """Return the tab in which the file is open under that name, or under the one that it led to."""
        sought = path.absolute()
        return next(
            (d for d in self._tabs.documents if d.path and sought in (d.path.absolute(), d.document.target)),
            None,
        )

    def free_tab(self) -> OpenDocument:
        """Return the current page if nothing was ever written on it, else a new one."""
        if not self._tabs.current.untouched:
            self._tabs.add(self._make())
        return self._tabs.current

    def _take(
        self, document: OpenDocument, place: Place, missing: Missing, outcome: Reading | DocumentError
    ) -> None:
        """Show what was read, the document in front at once, the others one by one between other events.

        Laying out a text takes a tenth of a second: forty of them at a start would hold up the window.
        """
        self._read[document] = partial(self._show, document, place, missing, outcome)
        if document is self._tabs.current:
            self._fill(document)
        else:
            self._idle.start()

    @Slot()
    def _fill_one(self) -> None:
        if self._read:
            self._fill(next(iter(self._read)))
        if not self._read:
            self._idle.stop()

    @Slot(object)
    def _fill(self, document: OpenDocument) -> None:
        fill = self._read.pop(document, None)
        if fill is not None and document in self._tabs.documents:
            fill()

    def _show(
        self,
        document: OpenDocument,
        place: Place,
        missing: Missing,
        outcome: Reading | DocumentError,
    ) -> None:
        if document.opening is not place:
            return  # another text is in the tab by now
        if isinstance(outcome, MissingFileError) and missing.begin:
            outcome = Reading(Document(Path(place.path)), "")
        if isinstance(outcome, DocumentError):
            self._give_up(document, place, missing, outcome)
            return
        found = outcome.document
        already = next((d for d in self._tabs.documents if _same(d.document, found)), None)
        if already is not None:  # by another name
            self._leave(document, already)
            return
        document.show_text(found, outcome.text)
        if outcome.remark:
            document.notices.add(outcome.remark)
        if found.suggested is not None:
            document.mark_unsaved()  # there is no file of it yet
        if place.caret:
            document.editor.set_caret(place.caret)
        if found.stamp is not None or found.suggested is not None:
            self._reading.submit(self, partial(self._recent.add, Path(place.path)), lambda _: None)
        self.opened.emit(document)

    def _give_up(
        self, document: OpenDocument, place: Place, missing: Missing, problem: DocumentError
    ) -> None:
        self._leave(document)
        if isinstance(problem, MissingFileError) and missing.words:
            self._notices.add(missing.words)
            return
        self._notices.add(f"{problem} {problem.hint}", (tr("Try again"), partial(self.open, place, missing)))

    def _leave(self, document: OpenDocument, instead: OpenDocument | None = None) -> None:
        """Take away a tab for which there is no text; an only one becomes an empty page."""
        if len(self._tabs.documents) == 1:
            document.show_text(Document(), "")
            return
        in_front = document is self._tabs.current
        document.finish()
        self._tabs.remove(document)
        if instead is not None and in_front:
            self._tabs.show_document(instead)


def _read(path: Path) -> Reading | DocumentError:
    try:
        return read(path)
    except DocumentError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the edge of the thread: else the tab would wait for ever
        log_error(type(error), error.__traceback__)
        return DocumentError(
            tr("“{name}” cannot be opened.", name=path.name),
            hint=tr("Save it in another format. What went wrong is in the log."),
        )


def _same(one: Document, other: Document) -> bool:
    return one.target is not None and one.target == other.target
