"""The window: puts documents, menus, notices and status line together."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from writer_app.documents.history import History
from writer_app.documents.recent import RecentDocuments
from writer_app.errors import SettingsError
from writer_app.i18n import on_language_change, tr
from writer_app.paths import Places, bundled_packs
from writer_app.settings.schema import (
    FONT_SIZE,
    RESTORE_SESSION,
    SUGGESTIONS_ON,
    Setting,
)
from writer_app.settings.store import SettingsStore
from writer_app.ui import menus
from writer_app.ui.actions import Actions
from writer_app.ui.appearance import Appearance
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.disk_thread import DiskThread, LooseJobs
from writer_app.ui.document_controller import DocumentController
from writer_app.ui.editor import Editor
from writer_app.ui.exporting import Exporting
from writer_app.ui.find_bar import FindBar
from writer_app.ui.finding import Finding
from writer_app.ui.fitting import resize_within_screen
from writer_app.ui.formatting import format_menu
from writer_app.ui.full_screen import FullScreen
from writer_app.ui.goal_display import GoalDisplay
from writer_app.ui.help_menu import HelpMenu
from writer_app.ui.insight import Insight, open_models_of
from writer_app.ui.kept_dialog import KeptDialog
from writer_app.ui.notices import Notices
from writer_app.ui.open_document import OpenDocument, Storage
from writer_app.ui.opening import Opening
from writer_app.ui.outline import Outline
from writer_app.ui.page import dropped_files
from writer_app.ui.questions import Questions
from writer_app.ui.recent_menu import RecentMenu
from writer_app.ui.recovery import offer_drafts
from writer_app.ui.remembering import Remembering
from writer_app.ui.saver import Saver
from writer_app.ui.session_keeper import SessionKeeper
from writer_app.ui.status_line import StatusLine
from writer_app.ui.suggesting import Suggesting
from writer_app.ui.surroundings import whole_text
from writer_app.ui.tabs import Tabs
from writer_app.ui.teaching import Teaching
from writer_app.ui.writing_aids import WritingAids

if TYPE_CHECKING:
    from writer_app.training.process import Work
    from writer_app.ui.dialogs.settings import SettingsDialog


@dataclass(frozen=True, slots=True)
class ForgetWish:
    """To have all that was learned of the person deleted."""

    documents_too: bool
    """Drafts and versions of documents as well."""


class MainWindow(QMainWindow):
    """The documents, the line that says how things stand, and nothing else in the way."""

    closed = Signal()

    def __init__(
        self,
        bridge: EngineBridge,
        settings: SettingsStore,
        places: Places,
        resources: Path,
        questions: Questions | None = None,
        find_work: "Callable[[], Work] | None" = None,
    ) -> None:
        super().__init__()
        self.bridge = bridge
        self._settings = settings
        self._places = places
        self._resources = resources
        self._finished = False
        self.forget: ForgetWish | None = None
        """What is to be forgotten of the person once the window is closed."""
        self._settings_dialog = KeptDialog(self._make_settings, self)
        self._questions = questions or Questions(self)
        recent = RecentDocuments(places.state / "recent.json")
        self._make_documents(recent)
        self._make_companions(find_work)
        self._lay_out()
        self._connect()
        self._fill_menus(recent)
        Appearance(self.tabs, settings, self)  # last: a page given to another widget loses its font
        self._show_document()
        self._show_engine()
        resize_within_screen(self, 1000, 760)
        self.setAcceptDrops(True)
        self.editor.setFocus()

    def _make_documents(self, recent: RecentDocuments) -> None:
        """Make what opens, shows, saves and keeps documents."""
        places = self._places
        self._disk = DiskThread("own files", self)
        self._reading, self._writing = LooseJobs("reading", self), LooseJobs("writing", self)
        self.aids = WritingAids(self._settings, places, self._resources, self._disk)
        self.notices = Notices()
        self.aids.problem.connect(self.notices.add)
        self.tabs = Tabs()
        self.tabs.opened.connect(self._follow)
        self.session = SessionKeeper(self, self.tabs, places.state / "session.json", self._disk)
        history = History(places.data / "history")
        drafts = places.state / "drafts"
        self._storage = Storage(drafts, self._disk, history, self._reading, self._writing)
        self.saver = Saver(self._writing, self._questions, recent)
        self._opening = Opening(self.tabs, self._make_document, self._reading, recent, self.notices)
        self.documents = DocumentController(
            self.tabs, self._make_document, self._opening, self.saver, self._questions
        )

    def _make_companions(self, find_work: "Callable[[], Work] | None") -> None:
        """Make what follows the documents."""
        settings, places, resources = self._settings, self._places, self._resources
        self.outline = Outline(self.tabs, self)
        self.exporting = Exporting(self.tabs, self._questions, settings, self)
        self.find_bar = FindBar()
        self.finding = Finding(self.tabs, self.find_bar, self)
        self.status = StatusLine()
        self.remembering = Remembering(
            self.tabs, settings, places.memory, places.state / "not-remembered.json"
        )
        self.suggesting = Suggesting(self.tabs, settings, places.state, self._disk, self.status, self)
        self.help = HelpMenu(resources, settings, self.tabs, self.documents, self)
        self.actions_by_name = Actions(settings, self.choose, self)
        open_models = open_models_of(places, bundled_packs(), settings)
        self.insight = Insight(self, self.tabs, settings, resources, open_models)
        self.teaching = Teaching(
            self, self.notices, self._questions, places, self._open_texts, self.remembering, find_work
        )

    def _lay_out(self) -> None:
        self.setWindowIcon(QIcon(str(self._resources / "icons" / "writer.svg")))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.find_bar)
        column.addWidget(self.status)
        self.setCentralWidget(page)

    def _connect(self) -> None:
        self.bridge.state_changed.connect(self._show_engine)
        self.teaching.models_changed.connect(self.bridge.reopen)
        self.teaching.forget_wanted.connect(self._close_and_forget)
        self.teaching.models_changed.connect(self.insight.models_changed)
        self.tabs.current_changed.connect(self._show_document)
        self.saver.saved.connect(self.aids.on_saved)
        self.saver.saved.connect(lambda _document: self.status.say(tr("Saved")))
        self.exporting.told.connect(self.status.say)
        self.exporting.ended.connect(self.notices.add)
        self.insight.problem.connect(self.notices.add)
        self.remembering.failed.connect(self.notices.add)
        self.destroyed.connect(on_language_change(self._speak))
        self._settings.on_change(SUGGESTIONS_ON, self._show_engine)

    def _fill_menus(self, recent: RecentDocuments) -> None:
        bar, actions = self.menuBar(), self.actions_by_name
        recent_menu = partial(RecentMenu, recent=recent, reading=self._reading, open_path=self.documents.open)
        file = actions.menu(bar, tr("&File"))
        menus.file_menu(file, actions, self.documents, recent_menu, self.exporting, self.close)
        edit = actions.menu(bar, tr("&Edit"))
        menus.edit_menu(edit, actions, self.tabs, self.finding, self.show_settings)
        self.aids.fill_edit_menu(edit, actions, self.tabs, self.documents)
        format_menu(actions.menu(bar, tr("F&ormat")), actions, self.tabs)
        view = actions.menu(bar, tr("&View"))
        menus.view_menu(view, actions, self.tabs, self.zoom)
        self.outline.fill_menu(view, actions)
        full_screen = FullScreen(self, bar, self.tabs.bar, self.status)
        goals = GoalDisplay(self.aids.goals, self.tabs, self.status.goal, self.choose, self)
        self.aids.fill_view_menu(view, actions, self.tabs, full_screen, goals)
        self.insight.fill_menu(view, actions)
        suggestions = actions.menu(bar, tr("&Suggestions"))
        self.suggesting.fill_menu(suggestions, actions, self.teaching.show)
        actions.add(suggestions, "suggestions.models", tr("&Models…"), self.teaching.show_models)
        self.remembering.fill_menu(suggestions, actions)
        help_menu = actions.menu(bar, tr("&Help"))
        self.help.fill(help_menu, actions)
        self.insight.fill_help_menu(help_menu, actions)

    def choose(self, setting: Setting[Any], value: Any) -> None:
        """Change a setting from a menu."""
        try:
            self._settings.set(setting, value)
        except SettingsError as error:
            self.notices.add(f"{error} {error.hint}")

    def zoom(self, steps: int) -> None:
        """Make the text larger or smaller by `steps` points; 0 sets the usual size."""
        size = self._settings.get(FONT_SIZE) + steps if steps else FONT_SIZE.default
        if FONT_SIZE.accepts(size):
            self.choose(FONT_SIZE, size)

    def restore_session(self) -> None:
        """Open what was open when the program ended."""
        if self._settings.get(RESTORE_SESSION):
            docks = {"outline": self.outline.show, "inside": self.insight.show_dock}
            self.session.restore(self._opening, docks)

    def offer_drafts(self) -> None:
        """Offer what a crash left behind."""
        offer_drafts(self._places.state / "drafts", self.notices, self.documents)

    @property
    def editor(self) -> Editor:
        """The page of the current document."""
        return self.tabs.current.editor

    def _make_document(self) -> OpenDocument:
        return OpenDocument(self.bridge, self._settings, self._storage)

    @Slot(object)
    def _follow(self, document: OpenDocument) -> None:
        document.editor.zoom_wanted.connect(self.zoom)
        self.aids.attach(document)
        document.changed.connect(self._show_document)
        document.counts.changed.connect(self._show_counts)
        document.editor.selectionChanged.connect(self._show_counts)

    @Slot()
    def _show_document(self) -> None:
        current = self.tabs.current
        self.setWindowTitle(f"{current.name}[*] – Writer")
        self.setWindowModified(current.modified)
        self.status.file_format.setText(current.document.format_name)
        self._show_counts()

    @Slot()
    def _show_counts(self) -> None:
        counts, caret = self.tabs.current.counts, self.editor.textCursor()
        if caret.hasSelection():
            self.status.show_selection(counts.selected(caret), counts.total)
        else:
            self.status.show_counts(counts.total, counts.complete)

    @Slot()
    def _show_engine(self) -> None:
        self.status.show_engine(self.bridge.state, self._settings.get(SUGGESTIONS_ON))

    def _speak(self) -> None:
        """Say in another language what is composed here, and have drawn anew what draws its words itself."""
        self._show_document()
        self._show_engine()
        for widget in self.findChildren(QWidget):
            widget.update()

    def show_settings(self) -> None:
        """Show the settings; what is changed there holds at once."""
        self._settings_dialog.show()

    def _make_settings(self, before: "SettingsDialog | None") -> "SettingsDialog":
        from writer_app.ui.dialogs.settings import SettingsDialog  # noqa: PLC0415 - rarely needed

        made = SettingsDialog(self._settings, self.actions_by_name, self.choose, self)
        if before is not None:
            made.go_on_from(before)
        return made

    @Slot(bool)
    def _close_and_forget(self, documents_too: bool) -> None:
        """Close, so that nothing which is open writes again what is then deleted."""
        if self.close():
            self.forget = ForgetWish(documents_too)

    def _open_texts(self) -> list[tuple[str, str]]:
        """Return the names and texts of the documents that are not empty, the current one first."""
        documents = sorted(self.tabs.documents, key=lambda document: document is not self.tabs.current)
        texts = [(document.name, whole_text(document.editor.document())) for document in documents]
        return [(name, text) for name, text in texts if text.strip()]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.documents.open_all(dropped_files(event.mimeData()))
        event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.documents.look_at_disk()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._finished:
            event.accept()
            return
        if not self.documents.may_close():
            event.ignore()
            return
        event.accept()
        self.finish()

    def finish(self, keep_draft: bool = False) -> None:
        """End the threads; with `keep_draft`, unsaved text is offered at the next start."""
        if self._finished:
            return
        self._finished = True
        self.teaching.finish()
        self.suggesting.finish()
        self.remembering.finish()
        self.insight.finish()
        self.exporting.close()
        self.finding.close()
        self.bridge.stop()
        self.aids.close()
        self.documents.finish()
        self.session.close()
        for document in self.tabs.documents:
            document.finish(keep_draft)
        self._writing.finish()
        self._disk.stop()
        self.closed.emit()
