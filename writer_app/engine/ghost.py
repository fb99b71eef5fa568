"""Pure rules of ghost text: when it is shown, typing along, and accepting a word at a time."""

import math

from writer_app.engine.protocol import Suggestion
from writer_app.text.boundaries import first_word_end

PATIENCE = 2
"""Letters typed along with ghost text after which it counts as passed over."""
USUAL_KEYS = 4
"""Keystrokes that a usual word saves: of such a word a confidence floor means what it says."""
_FEWEST_KEYS = 0.3  # what a single letter counts as


def is_worth_showing(suggestion: Suggestion, floor: float) -> bool:
    """Whether `suggestion` is likely enough; one that saves more keystrokes may be less likely.

    Its first word decides, since that can be taken alone. The odds asked for fall with the square root of the
    keystrokes it saves (docs/decisions/0080).
    """
    word = first_word(suggestion.text)
    keys = len(word) + suggestion.text.startswith(" ", len(word)) - 1
    likely = suggestion.chance_of_first_word
    value = likely * (1 - floor) * math.sqrt(max(keys, _FEWEST_KEYS))
    return value >= floor * (1 - likely) * math.sqrt(USUAL_KEYS)


def typed_through(ghost: str, typed: str) -> str | None:
    """Return what is left of the ghost text after `typed`, None where the two part ways."""
    return ghost[len(typed) :] if ghost.startswith(typed) else None


def first_word(ghost: str) -> str:
    """Return what accepting one word takes: the spaces before it, the word, and punctuation up to a space."""
    return ghost[: first_word_end(ghost)]
