"""Puts the parts together: places, log, settings, language, engine, window."""

import logging
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from writer_app.engine.protocol import Suggester
from writer_app.errors import PackError
from writer_app.i18n import tr, use_language
from writer_app.log import log_uncaught_errors, start_log
from writer_app.paths import Places, bundled_packs, display_name, places, resources
from writer_app.settings.schema import LANGUAGE, REMEMBER, TAKE_HINTS, WORD_FILTER
from writer_app.settings.store import SettingsStore
from writer_app.ui import theme
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.handed_over import HandedOver
from writer_app.ui.help_menu import welcome_once
from writer_app.ui.language import QtWords
from writer_app.ui.main_window import ForgetWish, MainWindow
from writer_app.ui.style import WriterStyle

if TYPE_CHECKING:
    from writer_app.training.process import Work

_SIGNAL_CHECK_MS = 200
_SWITCH_INTERVAL = 0.001  # seconds until the engine's thread lets the UI thread go on, where it runs Python


def main(files: list[Path]) -> int:
    """Open the window on `files` and return the exit status when it is closed."""
    application = make_application(sys.argv[:1])
    window = make_window(places())
    window.restore_session()
    window.show()
    open_files(window, files)
    if not files:
        welcome_once(window.help, places().state)
    window.offer_drafts()
    window.teaching.offer_unfinished()
    tell_of_damaged_packs(window)
    end_on_signals(window)
    if window.session.own:
        HandedOver(window, window.documents, places().wishes, display_name())
    status = application.exec()
    if window.forget is not None:
        forget(window.forget)
    return leave(window, status)


def leave(window: MainWindow, status: int) -> int:
    """Return `status`; end the process here where a model still computes, or loads.

    Python would end that thread when it next takes the lock, inside a library's code that cannot bear it.
    """
    if not (window.bridge.stop(timeout=0) and window.insight.bridge.stop(timeout=0)):
        logging.shutdown()
        os._exit(status)
    return status


def make_application(arguments: list[str]) -> QApplication:
    """Make what every window needs, once per process."""
    start_log(places().state / "log")
    log_uncaught_errors()
    sys.setswitchinterval(_SWITCH_INTERVAL)
    application = QApplication(arguments)
    application.setApplicationName("Writer")
    application.setDesktopFileName("writer-app")
    QtWords(application)
    theme.load_fonts(resources() / "fonts")
    application.setStyle(WriterStyle())
    return application


def make_window(where: Places) -> MainWindow:
    """Make the window; its engine is opened once the window is on the screen."""
    settings = SettingsStore(where.config / "settings.json")

    def speak() -> None:
        use_language(settings.get(LANGUAGE), resources() / "catalogues")

    speak()
    settings.on_change(LANGUAGE, speak)
    manners = (WORD_FILTER, REMEMBER, TAKE_HINTS)
    bridge = EngineBridge(lambda: open_suggester(where, *map(settings.get, manners)))
    for setting in manners:
        settings.on_change(setting, bridge.reopen)
    window = MainWindow(bridge, settings, where, resources(), find_work=find_work)
    bridge.setParent(window)
    for problem in settings.problems:
        window.notices.add(problem)
    QTimer.singleShot(0, bridge.start)
    return window


def open_suggester(
    where: Places, filter_words: bool = True, remember: bool = True, take_hints: bool = True
) -> Suggester:
    """Open what suggests; called on the engine thread, so that the window never waits for it."""
    from writer_app.engine import backends  # noqa: PLC0415 - loads ONNX Runtime
    from writer_app.engine.lstm_suggester import Manner  # noqa: PLC0415 - loads NumPy
    from writer_app.engine.word_filter import (  # noqa: PLC0415 - not before the window
        UnwantedWords,
        read_unwanted_words,
    )
    from writer_app.model.generations import bases, packs_in_use  # noqa: PLC0415 - loads NumPy

    packs = packs_in_use(where.packs, bundled_packs())
    if not packs:
        raise PackError(
            tr("no language pack is installed."), hint=tr("Install one: writer-app packs install FOLDER")
        )
    sound = [pack.folder for pack in bases(where.packs, bundled_packs()).values()]
    unwanted = read_unwanted_words(resources() / "words") if filter_words else UnwantedWords()
    manner = Manner(unwanted=unwanted, takes_hints=take_hints)
    personal = where.memory if remember else None
    # without a sound pack, this says what is wrong
    return backends.open_suggester(*(sound or packs), manner=manner, personal=personal)


def forget(wish: ForgetWish) -> None:
    """Delete what was learned of the person, now that nothing is open any more."""
    from writer_app.model.ownership import forget_person  # noqa: PLC0415 - loads NumPy

    try:
        forget_person(places(), documents_too=wish.documents_too)
    except PackError as error:
        QMessageBox.warning(None, tr("Not everything was forgotten"), f"{error} {error.hint}")


def find_work() -> "Work":
    """Return what a training process is started for."""
    from writer_app.bench.gain import teach  # noqa: PLC0415 - loads NumPy

    return teach


def tell_of_damaged_packs(window: MainWindow) -> None:
    """Say which model was chosen and cannot be used, so that another one suggests."""
    if not any(places().packs.glob("*.json")):
        return
    from writer_app.model.generations import problems  # noqa: PLC0415 - loads NumPy

    for problem in problems(places().packs, bundled_packs()):
        window.notices.add(tr("Your own model is not in use: {problem}", problem=f"{problem} {problem.hint}"))


def open_files(window: MainWindow, files: list[Path]) -> None:
    """Open each of `files` in a tab."""
    for path in files:
        window.documents.begin(path)


def end_on_signals(window: MainWindow) -> None:
    """Let Ctrl-C and the end of the session close the program without a question; drafts are kept."""
    received: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _frame: received.append(number))

    def end() -> None:
        if received:
            logging.getLogger(__name__).info("ended by signal %d", received[0])
            window.finish(keep_draft=True)
            QApplication.exit(0)  # quit() would ask about unsaved changes

    # Python runs a handler between any two of its instructions, even while a lock is held that ending needs,
    # so the handler only takes note; and it runs none while Qt's loop is idle, so this looks now and then.
    timer = QTimer(window, interval=_SIGNAL_CHECK_MS)
    timer.timeout.connect(end)
    timer.start()
