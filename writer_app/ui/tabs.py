"""The open documents, one tab each; the bar is there only while there are several."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from writer_app.i18n import on_language_change, tr
from writer_app.ui.editor import Editor
from writer_app.ui.icons import icon
from writer_app.ui.language import worded
from writer_app.ui.open_document import OpenDocument

_CLOSE_BUTTON, _CLOSE_ICON = QSize(20, 20), QSize(13, 13)


class Tabs(QWidget):
    """Holds the documents in the order of their tabs; never empty once the first was added."""

    opened = Signal(object)  # OpenDocument
    current_changed = Signal(object)  # OpenDocument
    closed = Signal(object)  # OpenDocument, which is deleted afterwards
    close_wanted = Signal(object)  # OpenDocument: a button or a middle click asks for it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents: list[OpenDocument] = []  # read it; `add` and `remove` change it
        self.bar = _Bar()
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        self.destroyed.connect(on_language_change(self._name_tabs))
        self.bar.tabMoved.connect(self._on_moved)
        self.bar.currentChanged.connect(self._on_current)
        self.bar.close_wanted.connect(lambda place: self.close_wanted.emit(self.documents[place]))

    @property
    def current(self) -> OpenDocument:
        """The document whose page is shown."""
        return self.documents[self.bar.currentIndex()]

    def on_page(self, act: Callable[[Editor], object]) -> None:
        """Do `act` to the page that is current by then: for actions of menus."""
        act(self.current.editor)

    def add(self, document: OpenDocument) -> None:
        """Show `document` in a tab behind the current one."""
        place = self.bar.currentIndex() + 1
        self.documents.insert(place, document)
        self._pages.addWidget(document)
        document.changed.connect(self._name_tabs)
        self.opened.emit(document)
        self.bar.insertTab(place, "")
        self.bar.add_close_button(place)
        self._name_tabs()
        self.bar.setCurrentIndex(place)

    def remove(self, document: OpenDocument) -> None:
        """Take the tab away, and with it all that belongs to the document."""
        place = self.documents.index(document)
        if document is self.current:  # the neighbour comes to the front before anything vanishes
            self.bar.setCurrentIndex(place + 1 if place + 1 < len(self.documents) else place - 1)
        self.documents.pop(place)
        self.bar.removeTab(place)
        self._pages.removeWidget(document)
        self._name_tabs()
        self.closed.emit(document)
        document.deleteLater()

    def show_document(self, document: OpenDocument) -> None:
        """Bring `document` to the front."""
        self.bar.setCurrentIndex(self.documents.index(document))

    def step(self, steps: int) -> None:
        """Go to another tab, going round at the ends."""
        self.bar.setCurrentIndex((self.bar.currentIndex() + steps) % len(self.documents))

    @Slot(int)
    def _on_current(self, place: int) -> None:
        if not 0 <= place < len(self.documents):
            return
        document = self.documents[place]
        if self._pages.currentWidget() is document:
            return
        leaving = self._pages.currentWidget()
        if isinstance(leaving, OpenDocument):
            leaving.editor.withdraw()
        self._pages.setCurrentWidget(document)
        document.setFocus(Qt.FocusReason.OtherFocusReason)
        self.current_changed.emit(document)

    @Slot(int, int)
    def _on_moved(self, start: int, end: int) -> None:
        self.documents.insert(end, self.documents.pop(start))

    @Slot()
    def _name_tabs(self) -> None:
        names = [document.name for document in self.documents]
        for place, document in enumerate(self.documents):
            name = document.name
            if document.path and names.count(name) > 1:  # the folder tells them apart
                name = f"{name} – {document.path.parent.name}"
            self.bar.setTabText(place, f"• {name}" if document.modified else name)
            self.bar.setTabToolTip(place, str(document.path or document.name))


class _Bar(QTabBar):
    """Quiet tabs that can be moved, and closed with their button or the middle button of the mouse."""

    close_wanted = Signal(int)  # the tab's place

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tabs")
        self.setMovable(True)
        self.setExpanding(False)
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys belong to the page
        self.setAutoHide(True)

    def add_close_button(self, place: int) -> None:
        """Give the tab a button of ours; the style's own is a loud red square."""
        button = QToolButton(self)
        button.setIcon(icon("x"))
        button.setIconSize(_CLOSE_ICON)
        button.setFixedSize(_CLOSE_BUTTON)
        worded(button, button.setToolTip, tr("Close"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabButton(place, QTabBar.ButtonPosition.RightSide, button)
        button.clicked.connect(lambda: self.close_wanted.emit(self.tabAt(button.geometry().center())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and place >= 0:
            self.close_wanted.emit(place)
            event.accept()
            return
        super().mouseReleaseEvent(event)
