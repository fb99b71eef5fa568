"""From a model's scores to probabilities that come true as often as they say."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic curve over the log-odds of a score (Platt 1999); the default changes nothing."""

    slope: float = 1.0
    intercept: float = 0.0

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> "Calibration":
        """Read the curve that a pack records; the default where it has none or no sane one."""
        recorded = facts.get("calibration")
        if not isinstance(recorded, Mapping):
            return cls()
        slope, intercept = recorded.get("slope"), recorded.get("intercept")
        if not isinstance(slope, (int, float)) or not isinstance(intercept, (int, float)):
            return cls()
        if not math.isfinite(slope + intercept) or slope <= 0:
            return cls()
        return cls(float(slope), float(intercept))

    def __call__(self, score: float) -> float:
        """Return the probability that belongs to `score`; a higher score never gets a lower one."""
        score = min(max(score, 1e-9), 1 - 1e-9)
        odds = self.slope * math.log(score / (1 - score)) + self.intercept
        return 1 / (1 + math.exp(-odds))
