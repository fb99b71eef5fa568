"""What whoever watches a run may ask of it; it is looked at between two steps."""

from collections.abc import Callable
from dataclasses import dataclass


def _never() -> bool:
    return False


def _at_once() -> None:
    return


@dataclass(frozen=True, slots=True)
class Control:
    """The wishes of the one who watches; by default there are none."""

    stopped: Callable[[], bool] = _never
    """Whether to end early, with the best so far."""
    paused: Callable[[], bool] = _never
    """Whether to rest."""
    wait: Callable[[], None] = _at_once
    """Returns when it is to go on."""


UNATTENDED = Control()
"""Nobody wishes for anything."""
