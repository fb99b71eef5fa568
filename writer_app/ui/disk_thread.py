"""A thread that reads and writes files, so that no key waits for a disk."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


class Job(Generic[T]):
    """Work for the disk, whose outcome is heard once, on the UI thread, if its owner is still there."""

    def __init__(self, future: Future[T], owner: QObject, then: Callable[[T], object]) -> None:
        self._future = future
        self._owner = owner
        self._then: Callable[[T], object] | None = then

    def wait(self) -> None:
        """Wait until it is done, and heard."""
        wait([self._future])
        self.hear()

    def hear(self) -> None:
        """Tell what came of it, unless that was told already."""
        then, self._then = self._then, None
        if then is not None and isValid(self._owner):
            then(self._future.result())


class DiskThread(QObject):
    """Does one job after the other, in the order in which they were asked for."""

    _done = Signal(object)  # emitted on the thread, heard on the UI thread

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._done.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def submit(self, owner: QObject, work: Callable[[], T], then: Callable[[T], object]) -> Job[T]:
        """Have `work` done, and `then` called with what it returns; errors that are expected are values."""
        future = self._executor.submit(work)
        job = Job(future, owner, then)
        future.add_done_callback(lambda _: self._done.emit(job))
        return job

    def stop(self) -> None:
        """Finish what was asked for, and end."""
        self._executor.shutdown(wait=True)

    @Slot(object)
    def _hear(self, job: Job[Any]) -> None:
        job.hear()
