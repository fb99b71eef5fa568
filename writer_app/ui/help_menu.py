"""The help menu, and the welcome at the first start."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from writer_app.documents.document import Document
from writer_app.i18n import tr
from writer_app.settings.store import SettingsStore
from writer_app.ui.actions import Actions
from writer_app.ui.document_controller import DocumentController
from writer_app.ui.help import about_box, help_page, keys_page
from writer_app.ui.lesson import Lesson
from writer_app.ui.tabs import Tabs


class HelpMenu(QObject):
    """Shows pages in the person's language."""

    def __init__(
        self,
        resources: Path,
        settings: SettingsStore,
        tabs: Tabs,
        documents: DocumentController,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._resources = resources
        self._settings = settings
        self._tabs = tabs
        self._documents = documents
        self._window = window

    def fill(self, menu: QMenu, actions: Actions) -> None:
        """Fill the menu."""
        self._actions = actions
        actions.add(menu, "help.help", tr("&Writing with suggestions"), self._show_help, "F1")
        actions.add(menu, "help.keys", tr("All &keys"), self._show_keys)
        actions.add(menu, "help.welcome", tr("&Try the keys"), self.welcome)
        menu.addSeparator()
        actions.add(menu, "help.about", tr("&About Writer"), self._show_about)

    def welcome(self) -> None:
        """Open a page that teaches the keys by having the person use them."""
        if not self._tabs.current.untouched:
            self._documents.new()
        document = self._tabs.current
        document.show_text(Document(), self._page("welcome").read_text(encoding="utf-8"))
        document.editor.set_caret(document.editor.document().characterCount())
        layout = document.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(0, Lesson(document.editor, self._settings, document))

    def _page(self, folder: str) -> Path:
        translated = self._resources / folder / f"{tr('en')}.md"  # the catalogue names its language's page
        return translated if translated.is_file() else self._resources / folder / "en.md"

    def _show_help(self) -> None:
        help_page(self._page("help"), self._window).show()

    def _show_keys(self) -> None:
        keys_page(self._actions, self._window).show()

    def _show_about(self) -> None:
        about_box(self._window.windowIcon(), self._window).show()


def welcome_once(menu: HelpMenu, state: Path) -> None:
    """Welcome the person at the first start."""
    mark = state / "welcomed"
    if mark.exists():
        return
    menu.welcome()
    state.mkdir(parents=True, exist_ok=True)
    mark.touch()
