"""How long the steps of a run took, without the time that the computer slept in the middle of one.

Some clocks go on while a laptop is closed, and all do while a process is stopped; the time left and the
limit of a run would take that for work.
"""

from collections import deque
from statistics import median

_LONG = 60.0  # seconds; no step takes as long where it is not kept from working
_TIMES = 20  # of the usual
_REMEMBERED = 50


class Laps:
    """Knows how long a step usually takes."""

    def __init__(self) -> None:
        self._usual: deque[float] = deque(maxlen=_REMEMBERED)

    def worked(self, seconds: float) -> float:
        """Return how much of a step of `seconds` was work: all, or as much as usual where it slept."""
        usual = median(self._usual) if self._usual else seconds
        if seconds > _LONG and seconds > _TIMES * usual:
            return usual
        self._usual.append(seconds)
        return seconds
