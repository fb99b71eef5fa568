"""Searches on a thread of its own; only the newest search is heard."""

import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal, Slot

from writer_app.engine.worker import Mailbox
from writer_app.errors import SearchError
from writer_app.log import log_error

_PATIENCE = 1.0  # seconds

Work = Callable[[], object]


class Searcher(QObject):
    """Runs what was asked last, and gives the answer to whoever asked."""

    _done = Signal(int, object)  # emitted on the searching thread

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._newest = 0
        self._heard: Callable[[object], None] | None = None
        self._mailbox: Mailbox[tuple[int, Work]] = Mailbox()
        self._ended = False
        self._done.connect(self._deliver)
        self._thread = threading.Thread(target=self._serve, name="search", daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Is an answer awaited?"""
        return self._heard is not None

    def ask(self, work: Work, heard: Callable[[object], None]) -> None:
        """Have `work` done, unless another call comes first; `heard` is given its result or SearchError."""
        self._newest += 1
        self._heard = heard
        self._mailbox.put((self._newest, work))

    def forget(self) -> None:
        """Hear no answer to what was asked."""
        self._newest += 1
        self._heard = None

    def close(self) -> None:
        """End the thread; a hard expression that it is still busy with dies with the program."""
        self.forget()
        self._ended = True
        self._mailbox.wake()
        self._thread.join(_PATIENCE)

    def _serve(self) -> None:
        while not self._ended:
            asked = self._mailbox.take()
            if asked is not None:
                self._run(*asked)

    def _run(self, number: int, work: Work) -> None:
        result: object
        try:
            result = work()
        except SearchError as error:
            result = error
        except Exception as error:  # noqa: BLE001 - the edge of the thread
            log_error(type(error), error.__traceback__)
            result = None
        with suppress(RuntimeError):  # the window is gone
            self._done.emit(number, result)

    @Slot(int, object)
    def _deliver(self, number: int, result: object) -> None:
        if number == self._newest and self._heard is not None:
            heard, self._heard = self._heard, None
            heard(result)
