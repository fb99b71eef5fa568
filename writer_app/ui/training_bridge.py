"""The one door to a training run: its events as signals, on the UI thread."""

import threading

from PySide6.QtCore import QObject, Signal, Slot

from writer_app.training.events import Cancelled, Event, Failed, Finished
from writer_app.training.plan import FinetunePlan
from writer_app.training.process import TrainingProcess


class TrainingBridge(QObject):
    """Owns at most one run and the thread that listens to it."""

    heard = Signal(object)  # Event; the last of a run is Finished, Cancelled or Failed
    _received = Signal(object, object)  # the run and its event; emitted on the listening thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: TrainingProcess | None = None
        self._thread: threading.Thread | None = None
        self._received.connect(self._deliver)

    @property
    def running(self) -> bool:
        """Whether a run's last event is still to come."""
        return self._process is not None

    def start(self, plan: FinetunePlan) -> None:
        """Start a run; there must be none."""
        assert self._process is None  # noqa: S101 - two runs would want twice the memory
        self._process = process = TrainingProcess(plan)
        self._thread = threading.Thread(target=self._listen, args=(process,), name="training", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """End the run, whatever it is at; `Cancelled` is then heard, or `Finished` where it was quicker."""
        if self._process is not None:
            self._process.cancel()
            self._process.kill()

    def close(self) -> None:
        """End the run and wait for that; nothing is heard of it any more."""
        self.cancel()
        self._process = None
        if self._thread is not None:
            self._thread.join()

    def _listen(self, process: TrainingProcess) -> None:
        try:
            for event in process.events():
                self._received.emit(process, event)
        finally:
            process.kill()  # it has said its last, and taking torch down would last seconds
            process.close()

    @Slot(object, object)
    def _deliver(self, process: TrainingProcess, event: Event) -> None:
        if process is not self._process:
            return
        if isinstance(event, (Finished, Cancelled, Failed)):
            self._process = None
        self.heard.emit(event)
