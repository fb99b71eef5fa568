"""What looks at the text beside the suggestions: the dock inside the LSTM, and how surprising the text is."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QMenu

from writer_app.i18n import tr
from writer_app.paths import Places
from writer_app.settings.schema import REMEMBER, SURPRISE_BY, SURPRISE_ON, UNITS_OF_SURPRISE
from writer_app.settings.store import SettingsStore
from writer_app.ui.actions import Actions
from writer_app.ui.analysis_bridge import AnalysisBridge
from writer_app.ui.editor import Editor
from writer_app.ui.help import help_page
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.surroundings import text_around
from writer_app.ui.tabs import Tabs

if TYPE_CHECKING:
    from writer_app.engine.analyst import OpenModels
    from writer_app.engine.study_model import StudyModel
    from writer_app.ui.inside.dock import InsideDock
    from writer_app.ui.surprise.colouring import SurpriseColouring


class Insight(QObject):
    """Follows the current document for its window; loads what it needs when it is first wanted."""

    problem = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        tabs: Tabs,
        settings: SettingsStore,
        resources: Path,
        open_models: "OpenModels",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tabs = tabs
        self.bridge = AnalysisBridge(open_models, self)
        self.dock: InsideDock | None = None
        self._editor: Editor | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)  # one key moves the caret and changes the text
        self._soon.timeout.connect(self._look)
        self._settings = settings
        self._resources = resources
        self._colourings: dict[OpenDocument, SurpriseColouring] = {}
        tabs.current_changed.connect(self._follow)
        tabs.closed.connect(self._on_closed)
        settings.on_change(SURPRISE_ON, self._colour)
        settings.on_change(REMEMBER, self.models_changed)
        QTimer.singleShot(0, self._colour)  # once the window is there

    def fill_menu(self, menu: QMenu, actions: Actions) -> None:
        """Add what looks into the text and the model."""
        menu.addSeparator()
        title = tr("&Inside the LSTM")
        self._action = actions.add(menu, "view.inside", title, self.toggle_dock, "Ctrl+Shift+I")
        self._action.setCheckable(True)
        actions.switch(menu, "view.surprise", SURPRISE_ON, "Ctrl+Shift+U")
        actions.choice(actions.menu(menu, tr("Colour &what")), SURPRISE_BY, UNITS_OF_SURPRISE)

    def fill_help_menu(self, menu: QMenu, actions: Actions) -> None:
        """Add the page that explains what the dock shows."""
        actions.add(menu, "help.lstm", tr("How an &LSTM works"), self.explain)

    @Slot()
    def explain(self) -> None:
        """Show the page on the LSTM, with pictures of the sentence in the dock, if there is one."""
        pages = self._resources / "help"
        page = pages / f"lstm.{tr('en')}.md"  # the catalogue names its language's page
        pictures = self.dock.help_pictures() if self.dock is not None else {}
        found = page if page.is_file() else pages / "lstm.en.md"
        help_page(found, self._window, tr("How an LSTM works"), pictures).show()

    def toggle_dock(self) -> None:
        """Show the dock, or hide it."""
        if self.dock is not None and self.dock.isVisible():
            self.dock.hide()
        else:
            self.show_dock()

    def show_dock(self) -> None:
        """Show the dock."""
        if self.dock is None:
            self.dock = self._make_dock()
        self.dock.show()

    def _make_dock(self) -> "InsideDock":
        from writer_app.ui.inside.dock import InsideDock  # noqa: PLC0415 - loads NumPy

        dock = InsideDock(self._window)
        self.bridge.inspected.connect(dock.show_inspection)
        self.bridge.recalled.connect(dock.show_passages)
        self.bridge.failed.connect(dock.show_failure)
        dock.help_wanted.connect(self.explain)
        dock.export_failed.connect(self.problem)
        dock.visibilityChanged.connect(self._on_visibility)
        dock.visibilityChanged.connect(self._action.setChecked)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self._window.resizeDocks([dock], [dock.sizeHint().width()], Qt.Orientation.Horizontal)
        self._follow(self._tabs.current)
        return dock

    @Slot(object)
    def _follow(self, document: OpenDocument) -> None:
        if self._editor is not None:
            self._editor.cursorPositionChanged.disconnect(self._soon.start)
            self._editor.document().contentsChanged.disconnect(self._soon.start)
        self._editor = document.editor
        self._editor.cursorPositionChanged.connect(self._soon.start)
        self._editor.document().contentsChanged.connect(self._soon.start)
        self._soon.start()
        self._colour()

    @Slot()
    def _colour(self) -> None:
        """Colour the document in front, if that is wanted; those behind keep what they know."""
        if not self._settings.get(SURPRISE_ON):
            for colouring in self._colourings.values():
                colouring.close()
            self._colourings.clear()
            return
        from writer_app.ui.surprise.colouring import SurpriseColouring  # noqa: PLC0415 - loads NumPy

        for colouring in self._colourings.values():
            colouring.surprise.suspend()
        document = self._tabs.current
        if document not in self._colourings:
            self._colourings[document] = SurpriseColouring(document, self.bridge, self._settings)
        self._colourings[document].surprise.resume()

    @Slot(object)
    def _on_closed(self, document: OpenDocument) -> None:
        colouring = self._colourings.pop(document, None)
        if colouring is not None:
            colouring.close()

    @Slot()
    def _look(self) -> None:
        if self._is_shown():
            editor = self._tabs.current.editor
            self.bridge.look(*text_around(editor.document(), editor.textCursor().position()))

    @Slot()
    def _on_visibility(self) -> None:
        if self._is_shown():
            self._soon.start()
        else:
            self.bridge.look_away()

    def _is_shown(self) -> bool:
        return self.dock is not None and self.dock.isVisible()

    def models_changed(self) -> None:
        """Look with the packs that are in use now."""
        self.bridge.reopen()
        self._soon.start()
        for document in list(self._colourings):
            self._on_closed(document)  # what the models before it thought holds no more
        self._colour()

    def finish(self) -> None:
        """End the thread."""
        self.bridge.stop()


def open_models_of(places: Places, bundled: Path, settings: SettingsStore) -> "OpenModels":
    """Return what opens the packs in use, on the thread that calls it."""

    def open_models() -> "Mapping[str, Callable[[], StudyModel]]":
        from writer_app.engine.study_model import models_in_use  # noqa: PLC0415 - loads ONNX Runtime

        return models_in_use(places.packs, bundled, places.memory if settings.get(REMEMBER) else None)

    return open_models
