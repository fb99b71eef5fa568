"""What helps with writing, put together for one window; each aid is a module of its own."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu

from writer_app.documents.writing_log import WritingLog
from writer_app.errors import SpellingError, WriterError
from writer_app.i18n import tr
from writer_app.paths import Places
from writer_app.settings.schema import (
    DIALECTS,
    FOCUS,
    FOCUSES,
    SMART_TYPING,
    SPELLING_DIALECT,
    SPELLING_ON,
    TYPEWRITER,
)
from writer_app.settings.store import SettingsStore
from writer_app.spelling.personal_words import PersonalWords
from writer_app.ui.actions import Actions
from writer_app.ui.disk_thread import DiskThread
from writer_app.ui.document_controller import DocumentController
from writer_app.ui.focus_veil import FocusVeil
from writer_app.ui.full_screen import FullScreen
from writer_app.ui.goal_display import GoalDisplay
from writer_app.ui.markdown_writing import MarkdownWriting
from writer_app.ui.mistake_search import MistakeSearch
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.read_aloud import ReadAloud
from writer_app.ui.smart_typing import SmartTyping
from writer_app.ui.spell_checker import SpellChecker
from writer_app.ui.spelling_marks import SpellingMarks
from writer_app.ui.tabs import Tabs
from writer_app.ui.typewriter import Typewriter
from writer_app.ui.writing_goals import WritingGoals


class WritingAids(QObject):
    """The aids of a window: what all its documents share, and what each one gets."""

    problem = Signal(str)  # in words for the person

    def __init__(self, settings: SettingsStore, places: Places, resources: Path, disk: DiskThread) -> None:
        super().__init__()
        self._settings = settings
        words = PersonalWords(places.data / "words.txt")
        self.spelling = SpellChecker(resources / "dictionaries", words, settings)
        self.spelling.failed.connect(self._tell)
        self.goals = WritingGoals(WritingLog(places.data / "writing.json"), settings, disk)

    def attach(self, document: OpenDocument) -> None:
        """Help with a document; what that takes ends with its page."""
        editor = document.editor
        MarkdownWriting(document)
        SpellingMarks(editor, self.spelling)
        FocusVeil(editor, self._settings)  # behind the marks, so that it dims them too
        Typewriter(editor, self._settings)
        SmartTyping(editor, self._settings)
        self.goals.follow(document)

    def fill_edit_menu(
        self, menu: QMenu, actions: Actions, tabs: Tabs, documents: DocumentController
    ) -> None:
        """Add the aids that work on the text."""
        search = MistakeSearch(tabs, self.spelling)
        menu.addSeparator()
        spelling = actions.menu(menu, tr("&Spelling"))
        actions.switch(spelling, "spelling.on", SPELLING_ON)
        actions.choice(actions.menu(spelling, tr("&English of")), SPELLING_DIALECT, DIALECTS)
        spelling.addSeparator()
        actions.add(spelling, "spelling.next", tr("&Next misspelt word"), search.find_next, "F7")
        actions.add(spelling, "spelling.words", tr("&My words…"), partial(self._open_words, documents))
        actions.switch(menu, "edit.smart_typing", SMART_TYPING)

    def fill_view_menu(
        self, menu: QMenu, actions: Actions, tabs: Tabs, full_screen: FullScreen, goals: GoalDisplay
    ) -> None:
        """Add the aids that change how the page is shown."""
        menu.addSeparator()
        actions.choice(actions.menu(menu, tr("F&ocus")), FOCUS, FOCUSES)
        actions.switch(menu, "view.typewriter", TYPEWRITER)
        actions.add(menu, "view.full_screen", tr("&Full screen"), full_screen.toggle, "F11")
        menu.addSeparator()
        ReadAloud(tabs, menu, actions).problem.connect(self.problem)
        actions.add(menu, "view.goals", tr("Writing &goals…"), goals.open)

    def _open_words(self, documents: DocumentController) -> None:
        try:
            documents.open(self.spelling.personal.make_file())
        except SpellingError as error:
            self._tell(error)

    @Slot(object)
    def on_saved(self, document: OpenDocument) -> None:
        """Look at the person's words again where it was they that were saved."""
        if document.path == self.spelling.personal.path:
            self.spelling.read_personal_words()

    def close(self) -> None:
        """End what runs on threads of its own, and keep what is not kept yet."""
        self.goals.finish()
        self.spelling.close()

    @Slot(WriterError)
    def _tell(self, error: WriterError) -> None:
        self.problem.emit(f"{error} {error.hint}")
