"""How long to wait before a suggestion is shown: as the person types, so that nothing flickers."""

import time
from collections import deque
from collections.abc import Callable
from statistics import median

KEYS = 15  # remembered; some three words
REST = 1.5  # seconds; a longer gap is a thought, not the pace of typing
SEEN = 0.25  # seconds that a suggestion has to stay to be read rather than to flicker
STOPPED = 1.5  # times the usual gap between two keys: by then the person has most likely stopped
MOST = 0.5  # seconds


class Rhythm:
    """The person's pace: the running median of the times between keys."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last: float | None = None
        self._gaps: deque[float] = deque(maxlen=KEYS)

    def key(self) -> None:
        """Take note of a key that typed something."""
        now = self._clock()
        if self._last is not None and now - self._last <= REST:
            self._gaps.append(now - self._last)
        self._last = now

    def pause_ms(self, least_ms: int) -> int:
        """Return how many milliseconds to wait after the last key.

        Who types slowly sees a suggestion between two keys, so it comes after the least pause. Who types
        fast would see it vanish at once, so it comes when typing has stopped.
        """
        least = least_ms / 1000
        gap = median(self._gaps) if self._gaps else REST
        if gap - least >= SEEN:
            return least_ms
        return round(1000 * max(least, min(STOPPED * gap, MOST)))
