"""Reads a person's documents on a thread of its own, for the preview before a run."""

import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from writer_app.log import log_error
from writer_app.training.selection import Reading, read

_PATIENCE = 0.5  # seconds; a large document cannot be left halfway


class SelectionReader(QObject):
    """Tells what the newest list of documents holds; older lists are given up."""

    found = Signal(object)  # Reading, or None where reading failed
    _read = Signal(int, object)  # emitted on the reading thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._thread: threading.Thread | None = None
        self._read.connect(self._deliver)

    def read(self, paths: Sequence[Path], language: str, with_secrets: bool = False) -> None:
        """Read `paths`; `found` comes once, unless another call comes first."""
        self._newest += 1
        arguments = (self._newest, tuple(paths), language, with_secrets)
        self._thread = threading.Thread(target=self._run, args=arguments, name="documents", daemon=True)
        self._thread.start()

    def forget(self) -> None:
        """Give up what is being read."""
        self._newest += 1

    def close(self) -> None:
        """Give up and wait a little; a large document still being read dies with the program."""
        self.forget()
        if self._thread is not None:
            self._thread.join(_PATIENCE)

    def _run(self, number: int, paths: tuple[Path, ...], language: str, with_secrets: bool) -> None:
        result: Reading | None = None
        try:
            result = read(paths, language, lambda: number != self._newest, with_secrets=with_secrets)
        except Exception as error:  # noqa: BLE001 - the edge of the thread: else it would read for ever
            log_error(type(error), error.__traceback__)
        if number == self._newest:
            with suppress(RuntimeError):  # the window is gone
                self._read.emit(number, result)

    @Slot(int, object)
    def _deliver(self, number: int, result: Reading | None) -> None:
        if number == self._newest:
            self.found.emit(result)
