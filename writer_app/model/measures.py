"""Measures of a language model and of what it saves a writer."""

import math
from collections.abc import Sequence

import numpy as np

_RESAMPLES = 2000


def bits_per_character(nats: float, characters: int) -> float:
    """Return bits per character, which compares models with different vocabularies."""
    return nats / (characters * math.log(2))


def perplexity(nats: float, units: int) -> float:
    """Return the perplexity per unit: per token, word or character, whichever was counted."""
    try:
        return math.exp(nats / units)
    except OverflowError:
        return math.inf


def keystroke_savings_rate(keystrokes: int, characters: int) -> float:
    """Return the share of keystrokes spared (Trnka and McCoy 2008); below 0 means suggestions cost some."""
    return 1 - keystrokes / characters


def paired_interval(
    before: Sequence[float], after: Sequence[float], *, share: float = 0.95, seed: int = 0
) -> tuple[float, float]:
    """Return between which bounds 1 - Σ after / Σ before lies, by bootstrap over the pairs (Efron 1979).

    `before` and `after` are the costs of the same passages under two models. A single passage says nothing of
    how much others differ, so the bounds are then as wide as they can be.
    """
    old, new = np.asarray(before, np.float64), np.asarray(after, np.float64)
    if len(old) < 2:
        return -math.inf, math.inf
    chosen = np.random.default_rng(seed).integers(len(old), size=(_RESAMPLES, len(old)))
    gains = 1 - new[chosen].sum(axis=1) / old[chosen].sum(axis=1)
    low, high = np.quantile(gains, [(1 - share) / 2, (1 + share) / 2])
    return float(low), float(high)
