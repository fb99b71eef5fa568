"""Measures of a language model and of what it saves a writer."""

import math


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
