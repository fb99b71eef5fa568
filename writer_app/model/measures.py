"""Measures of a language model and of what it saves a writer."""

import math
from collections.abc import Sequence
from statistics import NormalDist

import numpy as np

_FEWEST_PAIRS = 4


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
    before: Sequence[float], after: Sequence[float], *, share: float = 0.95
) -> tuple[float, float]:
    """Return between which bounds 1 - Σ after / Σ before lies with a probability of `share`.

    `before` and `after` are the costs of the same passages under two models: a ratio of sums, whose error is
    found from the pairs (Cochran 1977, 6.3), with Student's t. Fewer than four pairs say too little of how
    much others differ, so the bounds are then as wide as they can be.
    """
    old, new = np.asarray(before, np.float64), np.asarray(after, np.float64)
    if len(old) < _FEWEST_PAIRS:
        return -math.inf, math.inf
    ratio = new.sum() / old.sum()
    error = np.std(new - ratio * old, ddof=1) / (old.mean() * math.sqrt(len(old)))
    reach = _student((1 + share) / 2, len(old) - 1) * float(error)
    return float(1 - ratio) - reach, float(1 - ratio) + reach


def _student(probability: float, freedom: int) -> float:
    """Return a quantile of Student's t, from three degrees of freedom on to 1 % (Cornish and Fisher 1938)."""
    z = NormalDist().inv_cdf(probability)
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return math.fsum(term / freedom**power for power, term in enumerate(terms))
