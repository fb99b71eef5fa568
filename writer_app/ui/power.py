"""Whether the computer runs on its battery, and notice of the cable being pulled or put in."""

from collections.abc import Callable

import psutil
from PySide6.QtCore import QObject, QTimer, Signal, Slot

_LOOK_EVERY_MS = 5_000


def on_battery() -> bool:
    """Whether the battery is what the computer runs on; a computer that tells of none never does."""
    try:
        battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    except (OSError, psutil.Error):  # as in a container whose system has half of a battery
        return False
    return battery is not None and battery.power_plugged is False


class PowerWatch(QObject):
    """Looks from time to time, while somebody wants to know."""

    changed = Signal(bool)  # on battery

    def __init__(self, look: Callable[[], bool] = on_battery, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.on_battery = False
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and from time to time."""
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look now; `changed` says where it is not as before."""
        before, self.on_battery = self.on_battery, self._look()
        if self.on_battery != before:
            self.changed.emit(self.on_battery)
