"""A thread that lays out text and draws, which Qt allows only in threads of its own making."""

from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread

from writer_app.ui.disk_thread import PATIENCE, Job, Outcomes

T = TypeVar("T")


class DrawingThread(Outcomes):
    """Does one job after the other; each can be given up, so that the end need not be waited for long."""

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(name, parent)
        self._jobs: SimpleQueue[Job[Any] | None] = SimpleQueue()
        self._thread = _Serving(self._jobs, self.run, self)
        self._thread.start()

    def submit(self, owner: QObject, work: Callable[[], T], then: Callable[[T], object]) -> Job[T]:
        """Have `work` done, and `then` called with what it returns; errors that are expected are values."""
        job = Job(work, owner, then)
        self._jobs.put(job)
        return job

    def stop(self) -> None:
        """Finish what was asked for, and end."""
        self._jobs.put(None)
        self._thread.wait(round(PATIENCE * 1000))


class _Serving(QThread):
    def __init__(
        self, jobs: "SimpleQueue[Job[Any] | None]", do: Callable[[Job[Any]], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._queued = jobs
        self._do = do

    def run(self) -> None:
        while (job := self._queued.get()) is not None:
            self._do(job)
