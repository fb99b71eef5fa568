"""The one door to a training run: its events as signals, on the UI thread."""

import threading

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from writer_app.training.events import Cancelled, Event, Failed, Finished
from writer_app.training.plan import FinetunePlan
from writer_app.training.process import TrainingProcess

PATIENCE = 1.5  # seconds that a run has to end by itself; a step of a large model may take longer


class TrainingBridge(QObject):
    """Owns at most one run and the thread that listens to it."""

    heard = Signal(object)  # Event; the last of a run is Finished, Cancelled or Failed
    _received = Signal(object, object)  # the run and its event; emitted on the listening thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: TrainingProcess | None = None
        self._thread: threading.Thread | None = None
        self._impatience = QTimer(self, singleShot=True, interval=int(PATIENCE * 1000))
        self._impatience.timeout.connect(self._kill)
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
        """Ask the run to end; its last event comes after `PATIENCE` seconds at the latest."""
        if self._process is not None:
            self._process.cancel()
            self._impatience.start()

    def close(self) -> None:
        """End the run within two seconds and wait for that; nothing is heard of it any more."""
        process, self._process = self._process, None
        if process is not None:
            process.cancel()
        if self._thread is None:
            return
        self._thread.join(PATIENCE)
        if self._thread.is_alive() and process is not None:
            process.kill()
        self._thread.join()

    def _listen(self, process: TrainingProcess) -> None:
        try:
            for event in process.events():
                self._received.emit(process, event)
        finally:
            process.kill()  # it has said its last; taking torch down would take seconds
            process.close()

    @Slot()
    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    @Slot(object, object)
    def _deliver(self, process: TrainingProcess, event: Event) -> None:
        if process is not self._process:
            return
        if isinstance(event, (Finished, Cancelled, Failed)):
            self._process = None
            self._impatience.stop()
        self.heard.emit(event)
