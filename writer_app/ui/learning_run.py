"""One fine-tuning run as the window sees it: it may wait for power, rest, and be gone on with later."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from writer_app.training.events import Assessed, Cancelled, Compared, Event, Failed, Finished
from writer_app.training.plan import FinetunePlan
from writer_app.training.process import Work
from writer_app.ui.power import PowerWatch, on_battery
from writer_app.ui.training_bridge import TrainingBridge


class LearningRun(QObject):
    """Owns the bridge to the training process and the watch on the power cable; at most one run at a time."""

    waiting = Signal()  # for the cable
    began = Signal()
    heard = Signal(object)  # Event; the last of a run is Finished, Cancelled or Failed
    power_changed = Signal(bool)  # on battery, while it learns

    def __init__(
        self,
        graphs: Path,
        work: Work | None = None,
        look: Callable[[], bool] = on_battery,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge = TrainingBridge(graphs, work, self)
        self.power = PowerWatch(look, self)
        self.plan: FinetunePlan | None = None
        self.compared: Compared | None = None
        self.assessed: Assessed | None = None
        self._waits = False
        self.bridge.heard.connect(self._hear)
        self.power.changed.connect(self._follow_power)

    @property
    def running(self) -> bool:
        """Whether there is a process that learns, or rests."""
        return self.bridge.running

    def start(self, plan: FinetunePlan) -> None:
        """Start a run; on battery it waits for the cable, or for `start_now`."""
        self.plan = plan
        self.power.start()
        self._waits = self.power.on_battery
        if self._waits:
            self.waiting.emit()
        else:
            self.start_now()

    @Slot()
    def start_now(self) -> None:
        """Start what waits for the cable, or go on with what was ended."""
        if self.plan is None or self.bridge.running:
            return
        self._waits = False
        self.compared = self.assessed = None
        self.power.start()
        self.began.emit()
        self.bridge.start(self.plan)

    @Slot()
    def pause(self) -> None:
        """Let it rest at the next step; `Paused` is then heard."""
        self.bridge.pause()

    @Slot()
    def resume(self) -> None:
        """Let it go on; `Resumed` is then heard."""
        self.bridge.resume()

    @Slot()
    def cancel(self) -> None:
        """End it and leave everything as it was; `Cancelled` is then heard."""
        if self.bridge.running:
            self.bridge.cancel()
        elif self._waits:
            self._hear(Cancelled())

    def close(self) -> None:
        """End what runs, within two seconds; it can be gone on with later."""
        self._waits = False
        self.power.stop()
        self.bridge.close()

    @Slot(object)
    def _hear(self, event: Event) -> None:
        match event:
            case Compared():
                self.compared = event
            case Assessed():
                self.assessed = event
            case Finished() | Cancelled() | Failed():
                self._waits = False
                self.power.stop()
        self.heard.emit(event)

    @Slot(bool)
    def _follow_power(self, on_battery: bool) -> None:
        if self._waits and not on_battery:
            self.start_now()
        elif self.bridge.running:
            self.power_changed.emit(on_battery)
