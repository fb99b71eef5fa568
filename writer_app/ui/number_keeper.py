"""Has numbers about the writing kept while the person rests, on a thread: no key waits for the disk."""

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from writer_app.documents.kept_file import forget, keep
from writer_app.ui.disk_thread import DiskThread

_REST_MS = 3000  # without a change


class Numbers(Protocol):
    """What is kept in one file."""

    file: Path

    def content(self) -> object: ...

    def clear(self) -> None: ...


class NumberKeeper(QObject):
    """Keeps one file; the thread does what it was asked for in that order."""

    def __init__(self, numbers: Numbers, disk: DiskThread, parent: QObject) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self._disk = disk
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(self.write)

    def changed(self) -> None:
        """Write once the person rests."""
        self._resting.start()

    @Slot()
    def write(self) -> None:
        """Have the numbers written as they are now."""
        self._resting.stop()
        work = partial(keep, self._numbers.file, self._numbers.content())
        self._disk.submit(self, work, lambda _: None)

    def delete(self) -> None:
        """Forget the numbers, on the disk too."""
        self._resting.stop()
        self._numbers.clear()
        self._disk.submit(self, partial(forget, self._numbers.file), lambda _: None)

    def finish(self) -> None:
        """Write what is not written yet."""
        if self._resting.isActive():
            self.write()
