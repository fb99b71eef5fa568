"""Threads that read and write files, so that no key waits for a disk, and neither does the end."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")

PATIENCE = 1.5  # seconds that closing waits for a disk which does not answer


class Job(Generic[T]):
    """Work for the disk, whose outcome is heard once, on the UI thread, if its owner is still there."""

    def __init__(self, work: Callable[[], T], owner: QObject, then: Callable[[T], object]) -> None:
        self._work = work
        self._future: Future[T] = Future()
        self._owner = owner
        self._then: Callable[[T], object] | None = then

    def run(self) -> None:
        """Do the work, on the thread."""
        try:
            self._future.set_result(self._work())
        except BaseException as error:  # noqa: BLE001 - the edge of the thread: it is raised where it is heard
            self._future.set_exception(error)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is done, and heard; False where that takes too long."""
        if wait([self._future], seconds).not_done:
            return False
        self.hear()
        return True

    def hear(self) -> None:
        """Tell what came of it, unless that was told already."""
        then, self._then = self._then, None
        if then is not None and isValid(self._owner):
            then(self._future.result())


class Outcomes(QObject):
    """Brings what came of a job to the UI thread."""

    _done = Signal(object)  # emitted on a thread, heard on the UI thread

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._done.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def run(self, job: Job[Any]) -> None:
        job.run()
        with suppress(RuntimeError):  # the window is gone
            self._done.emit(job)

    @Slot(object)
    def _hear(self, job: Job[Any]) -> None:
        job.hear()


class JobQueue(Outcomes):
    """Has one job done after the other, in the order in which they were asked for."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(name, parent)
        self._jobs: SimpleQueue[Job[Any] | None] = SimpleQueue()

    def submit(self, owner: QObject, work: Callable[[], T], then: Callable[[T], object]) -> Job[T]:
        """Have `work` done, and `then` called with what it returns; errors that are expected are values."""
        job = Job(work, owner, then)
        self._jobs.put(job)
        return job

    def serve(self) -> None:
        """Do the jobs, on the thread, until there is to be an end."""
        while (job := self._jobs.get()) is not None:
            self.run(job)


class DiskThread(JobQueue):
    """Reads and writes; a disk that does not answer ends with the process."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(name, parent)
        self._thread = threading.Thread(target=self.serve, name=name, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Finish what was asked for, and end."""
        self._jobs.put(None)
        self._thread.join(PATIENCE)


class LooseJobs(Outcomes):
    """Does each job on a thread of its own, so that a drive that stalls holds up no other.

    A call that hangs in the system can be neither ended nor waited for: such a thread ends with the process.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(name, parent)
        self._threads: list[threading.Thread] = []

    def submit(self, owner: QObject, work: Callable[[], T], then: Callable[[T], object]) -> Job[T]:
        """Have `work` done, and `then` called with what it returns; errors that are expected are values."""
        job = Job(work, owner, then)
        thread = threading.Thread(target=self.run, args=(job,), name=self._name, daemon=True)
        self._threads = [*filter(threading.Thread.is_alive, self._threads), thread]
        thread.start()
        return job

    def finish(self) -> None:
        """Wait for what was asked for, while there is patience."""
        until = time.monotonic() + PATIENCE
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
