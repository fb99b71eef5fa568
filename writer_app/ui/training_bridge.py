"""The one door to a training run: its events as signals, on the UI thread."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from writer_app.i18n import tr
from writer_app.model import generations
from writer_app.training.events import Cancelled, Compared, Event, Failed, Finished
from writer_app.training.plan import FinetunePlan
from writer_app.training.process import TrainingProcess, Work
from writer_app.training.run_folder import RunFolder


class TrainingBridge(QObject):
    """Owns at most one run, the thread that listens to it, and what an ended run leaves on the disk."""

    heard = Signal(object)  # Event; the last of a run is Finished, Cancelled or Failed
    _received = Signal(object, object)  # the run and its event; emitted on the listening thread

    def __init__(self, graphs: Path, work: Work | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._graphs = graphs
        self._work = work
        self._plan: FinetunePlan | None = None
        self._gained = False
        self._process: TrainingProcess | None = None
        self._thread: threading.Thread | None = None
        self._received.connect(self._deliver)

    @property
    def running(self) -> bool:
        """Whether a run's last event is still to come."""
        return self._process is not None

    def start(self, plan: FinetunePlan) -> None:
        """Start a run, or go on with one; there must be none."""
        assert self._process is None  # noqa: S101 - two runs would want twice the memory
        self._plan, self._gained = plan, False
        try:
            plan.out.parent.mkdir(parents=True, exist_ok=True)
            generations.discard(plan.out, self._graphs)
            self._process = process = TrainingProcess(plan, self._work)
        except OSError as error:  # the folder may not be written, or the system has no room for a process
            self.heard.emit(_not_started(error))
            return
        self._thread = threading.Thread(target=self._listen, args=(process,), name="training", daemon=True)
        self._thread.start()

    def pause(self) -> None:
        """Let the run rest; `Paused` is heard when it does."""
        if self._process is not None:
            self._process.pause()

    def resume(self) -> None:
        """Let the run go on; `Resumed` is heard when it does."""
        if self._process is not None:
            self._process.resume()

    def cancel(self) -> None:
        """End the run, whatever it is at; `Cancelled` is then heard, or `Finished` where it was quicker."""
        if self._process is not None:
            self._process.cancel()
            self._process.kill()

    def close(self) -> None:
        """End the process and wait for that; the run may be gone on with later, and nothing more is heard."""
        unfinished = self._process is not None and not self._gained
        self.cancel()
        self._process = None
        if self._thread is not None:
            self._thread.join()
        if unfinished and self._plan is not None:
            generations.discard(self._plan.out, self._graphs)

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
        if isinstance(event, Compared):
            self._gained = event.kept
        if isinstance(event, (Finished, Cancelled, Failed)):
            self._process = None
        if isinstance(event, (Cancelled, Failed)) and self._plan is not None:
            generations.discard(self._plan.out, self._graphs)
        if isinstance(event, Cancelled) and self._plan is not None and self._plan.folder is not None:
            RunFolder(self._plan.folder).discard()
        self.heard.emit(event)


def _not_started(error: OSError) -> Failed:
    return Failed(
        tr("Learning could not begin: {reason}.", reason=error.strerror or type(error).__name__),
        tr("The old model is unchanged. See that the folder of the program’s data can be written."),
    )
