"""The learning rate over a run: warm up, stay, decay (Hu et al. 2024, MiniCPM)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Schedule:
    """Rises over the first `warm_up` steps, stays, and falls linearly over the last `decay` of the run.

    A run that is stopped while the rate stays has its averaged weights; one resumed with more time
    simply stays longer.
    """

    peak: float
    warm_up: int = 200
    decay: float = 0.3
    floor: float = 0.02

    def rate(self, step: int, progress: float) -> float:
        """Return the learning rate of `step` (from 0), when `progress` (0 to 1) of the run is over."""
        rising = min(1.0, (step + 1) / self.warm_up)
        falling = min(1.0, (1 - progress) / self.decay) if self.decay else 1.0
        return self.peak * rising * (self.floor + (1 - self.floor) * max(0.0, falling))
