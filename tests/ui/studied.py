"""A window whose text is looked at by a real model, while nothing is suggested."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.fakes import ScriptedQuestions, ScriptedSuggester
from writer_app.engine.study_model import StudyModel
from writer_app.model.pack import Pack
from writer_app.paths import Places, resources
from writer_app.settings.store import SettingsStore
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.main_window import MainWindow
from writer_app.ui.questions import Unsaved


@contextmanager
def studied_window(folder: Path, pack: Pack, settings: SettingsStore) -> Iterator[MainWindow]:
    """Open the window, and end it."""
    places = Places(*(folder / name for name in ("config", "data", "cache", "state")))
    questions = ScriptedQuestions()
    questions.unsaved = Unsaved.DISCARD
    bridge = EngineBridge(lambda: ScriptedSuggester(lambda _before: ()))
    window = MainWindow(bridge, settings, places, resources(), questions)
    window.insight.bridge._open_models = lambda: {"en": lambda: StudyModel(pack)}
    window.resize(1200, 800)
    window.show()
    bridge.start()
    yield window
    window.close()
    window.deleteLater()
    QApplication.processEvents()
