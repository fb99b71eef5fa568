"""The window and a training run: it goes on behind the window, and ends with it."""

import multiprocessing
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.tiny import document, write_diary
from tests.ui.fakes import ScriptedQuestions, ScriptedSuggester, finishing
from writer_app.i18n import use_language
from writer_app.model.pack import Pack
from writer_app.paths import Places, resources
from writer_app.personal.store import MemoryStore
from writer_app.settings.schema import REMEMBER
from writer_app.settings.store import SettingsStore
from writer_app.training.events import Progress
from writer_app.training.plan import FinetunePlan
from writer_app.training.run_folder import RunFolder
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.dialogs.document_choice import DocumentChoice
from writer_app.ui.dialogs.finetune import FinetuneDialog
from writer_app.ui.main_window import MainWindow
from writer_app.ui.questions import Unsaved

RUN_MS = 240_000  # other work may have the processor


class Room:
    """A window, and how often its suggester was opened."""

    def __init__(self, places: Places) -> None:
        self.opened = 0
        self.places = places
        self.questions = ScriptedQuestions()
        self.bridge = EngineBridge(self._open)
        self.settings = SettingsStore(places.config / "settings.json")
        self.window = MainWindow(self.bridge, self.settings, places, resources(), self.questions)
        self.window.show()
        self.bridge.start()

    def _open(self) -> ScriptedSuggester:
        self.opened += 1
        return ScriptedSuggester(finishing("The ferry leaves"))

    @property
    def dialog(self) -> FinetuneDialog:
        (found,) = self.window.findChildren(FinetuneDialog)
        return found


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, tiny_pack: Pack, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    places = Places(*(tmp_path / name for name in ("config", "data", "cache", "state")))
    shutil.copytree(tiny_pack.folder, places.packs / "en")
    made = Room(places)
    yield made
    made.window.close()
    made.window.deleteLater()
    QApplication.processEvents()


def open_from_menu(room: Room) -> None:
    menus = [menu for menu in room.window.menuBar().findChildren(QMenu) if menu.title() == "&Suggestions"]
    (action,) = (action for menu in menus for action in menu.actions() if "Teach" in action.text())
    action.trigger()


def start_run(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    """Start a run and wait until it learns."""
    open_from_menu(room)
    dialog = room.dialog
    with qtbot.waitSignal(dialog.preparation.reader.found, timeout=RUN_MS):
        dialog.preparation.choice.add([write_diary(tmp_path / "diary")])
    with qtbot.waitSignal(
        dialog.run.bridge.heard, timeout=RUN_MS, check_params_cb=lambda event: isinstance(event, Progress)
    ):
        qtbot.mouseClick(dialog.buttons.start, Qt.MouseButton.LeftButton)


def test_the_menu_shows_the_dialog_and_shows_it_again(room: Room) -> None:
    open_from_menu(room)
    first = room.dialog
    assert first.isVisible()
    first.close()
    open_from_menu(room)
    assert room.dialog is first
    assert first.isVisible()


def preview(qtbot: QtBot, room: Room, *paths: Path) -> DocumentChoice:
    """Add documents, and return what is shown of them."""
    open_from_menu(room)
    preparation = room.dialog.preparation
    with qtbot.waitSignal(preparation.reader.found, timeout=RUN_MS):
        preparation.choice.add(paths)
    return preparation.choice


def test_what_is_too_little_for_a_run_goes_into_the_memory(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(document(1), encoding="utf-8")
    choice = preview(qtbot, room, letter)
    qtbot.mouseClick(choice.remember, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: choice.prospect.text().startswith("Remembered: "), timeout=5000)
    store = MemoryStore(room.places.memory)
    remembered = [text for _, text in store.sentences()]
    store.close()
    assert remembered
    assert all(sentence.strip() in document(1) for sentence in remembered)
    assert not choice.remember.isVisible()


def test_no_memory_is_offered_where_nothing_is_to_be_remembered(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    room.settings.set(REMEMBER, False)
    (tmp_path / "letter.txt").write_text(document(1), encoding="utf-8")
    assert not preview(qtbot, room, tmp_path / "letter.txt").remember.isVisible()


def test_all_open_documents_can_be_learned_from_as_they_stand(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    for folder, seed in (("this year", 1), ("last year", 2)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "diary.txt").write_text(document(seed), encoding="utf-8")
        room.window.documents.open(tmp_path / folder / "diary.txt")
    qtbot.waitUntil(lambda: not any(d.opening for d in room.window.tabs.documents), timeout=10_000)
    room.window.editor.insertPlainText("A line that nobody has saved. ")
    open_from_menu(room)
    choice = room.dialog.preparation.choice
    with qtbot.waitSignal(room.dialog.preparation.reader.found, timeout=RUN_MS):
        qtbot.mouseClick(choice.add_open, Qt.MouseButton.LeftButton)
    assert choice.amount.text().startswith("2 documents")
    copies = choice.paths
    assert [copy.name for copy in copies] == ["diary.txt", "diary.txt"]
    assert "nobody has saved" in copies[0].read_text(encoding="utf-8")
    room.questions.unsaved = Unsaved.DISCARD
    room.window.close()
    assert not any(copy.exists() for copy in copies)


def test_a_changed_model_suggests_without_a_restart(qtbot: QtBot, room: Room) -> None:
    open_from_menu(room)
    qtbot.waitUntil(lambda: room.opened == 1, timeout=5000)
    room.dialog.models_changed.emit()
    qtbot.waitUntil(lambda: room.opened == 2, timeout=5000)


def test_a_run_that_ends_behind_a_closed_dialog_is_told_of(qtbot: QtBot, room: Room) -> None:
    open_from_menu(room)
    room.dialog.close()
    room.dialog.ended.emit()
    (notice,) = room.window.notices.shown()
    assert notice.text == "Learning from your documents has ended."
    (button,) = (b for b in notice.findChildren(QPushButton) if b.text() == "See the result")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert room.dialog.isVisible()


@pytest.mark.slow
def test_closing_the_window_ends_the_run_within_two_seconds_and_the_next_one_goes_on_with_it(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    start_run(qtbot, room, tmp_path)
    room.dialog.close()
    assert room.dialog.run.bridge.running  # the dialog alone may be closed
    started = time.monotonic()
    assert room.window.close()
    assert time.monotonic() - started < 2
    assert not multiprocessing.active_children()
    assert [path.name for path in (tmp_path / "data" / "packs").iterdir()] == ["en"]
    shutil.rmtree(tmp_path / "diary")

    later = Room(room.places)
    try:
        later.window.teaching.offer_unfinished()
        (notice,) = later.window.notices.shown()
        assert notice.text.startswith("Learning from your documents was interrupted")
        (go_on,) = (b for b in notice.findChildren(QPushButton) if b.text() == "Go on")
        qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(
            later.dialog.run.bridge.heard,
            timeout=RUN_MS,
            check_params_cb=lambda event: isinstance(event, Progress),
        ):
            pass
    finally:
        later.window.close()
        later.window.deleteLater()


def test_an_unfinished_run_can_be_discarded(qtbot: QtBot, room: Room, tiny_pack: Pack) -> None:
    folder = RunFolder(room.places.finetuning)
    folder.begin(FinetunePlan((Path("letter.txt"),), tiny_pack, room.places.packs / ".en-personal-1"))
    room.window.teaching.offer_unfinished()
    (notice,) = room.window.notices.shown()
    (discard,) = (b for b in notice.findChildren(QPushButton) if b.text() == "Discard")
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert not room.places.finetuning.exists()


def test_nothing_is_offered_where_no_run_was_begun(room: Room) -> None:
    room.window.teaching.offer_unfinished()
    assert room.window.notices.shown() == []


def test_a_dialog_that_does_nothing_is_made_anew_in_another_language(room: Room) -> None:
    catalogues = resources() / "catalogues"
    room.window.teaching.show()
    room.dialog.close()
    try:
        use_language("zh", catalogues)
        room.window.teaching.show()
    finally:
        use_language("en", catalogues)
    (shown,) = [dialog for dialog in room.window.findChildren(FinetuneDialog) if dialog.isVisible()]
    assert shown.windowTitle() == "教它你的文风"
