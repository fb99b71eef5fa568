"""How much a model forgets of everything else while it learns from one person, and the bound on it.

The weights between those of the base and those that were tuned (Wortsman et al. 2022) keep most of what was
learned and forget far less; figures in docs/decisions/0045.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from writer_app.model.lstm import LstmModel
from writer_app.model.tokenizer import Tokenizer
from writer_app.paths import resources
from writer_app.training.evaluate import HeldOut, evaluate, hold_out

Weights = Mapping[str, NDArray[np.float32]]

MOST_FORGOTTEN = 0.02  # bits per character on texts of all kinds may grow by this share
_ENOUGH_WORDS = 20_000  # of the person, for as much to be forgotten
_GROWTH = 2.2  # what is forgotten grows with this power of the share of the tuned weights
_MARGIN = 0.97
_LEAST_SHARE = 0.05  # below this nothing is left of what was learned
_SMALLER = 0.75  # a share that is tried in place of a larger one
TYPICAL_SHARE = 0.75
"""About what the bound allows: training is judged by it, since it will rarely be all of the tuned weights."""


def texts_of_all_kinds(language: str, tokenizer: Tokenizer, folder: Path | None) -> HeldOut | None:
    """Return passages by many writers that no model was trained on; None for a language without them."""
    path = (folder or resources() / "general") / f"{language}.txt"
    if not path.is_file():
        return None
    return hold_out(path.read_text(encoding="utf-8").strip("\n").split("\n\n"), tokenizer)


def between(base: Weights, tuned: Weights, share: float) -> dict[str, NDArray[np.float32]]:
    """Return the weights at `share` of the way from `base` (0) to `tuned` (1)."""
    return {name: (1 - share) * weights + share * tuned[name] for name, weights in base.items()}


def most_forgotten(words: int, *, again: bool = False) -> float:
    """Return how much may be forgotten for so many words of the person.

    What is held out of little text is much like the rest of it, and says little of the person's next
    document, which may lose as much as texts of all kinds do. A model that is adapted `again` may have paid
    for more words than these.
    """
    return MOST_FORGOTTEN if again else MOST_FORGOTTEN * min(1.0, words / _ENOUGH_WORDS)


class Blend:
    """Finds the share of the tuned weights that serves the person best and forgets no more than it may."""

    def __init__(
        self,
        model: LstmModel,
        base: Weights,
        tuned: Weights,
        general: HeldOut | None,
        most_forgotten: float = MOST_FORGOTTEN,
    ) -> None:
        self._model = model  # to measure with; its weights are replaced
        self._base = base
        self._tuned = tuned
        self._general = general
        self._most_forgotten = most_forgotten
        self.weights: Weights = base
        self.share = 0.0
        self.general_before: float | None = None
        self.general_after: float | None = None

    def choose(self, choosing: HeldOut) -> None:
        """Choose `share` and `weights` by the text held back for that."""
        share = self._largest_allowed()
        best = self._bits(share, choosing)
        while share * _SMALLER >= _LEAST_SHARE:  # less than is allowed often fits the person better
            smaller = self._bits(share * _SMALLER, choosing)
            if smaller >= best:
                break
            share, best = share * _SMALLER, smaller
        if share < _LEAST_SHARE:
            share = 0.0
        self.share, self.weights = share, between(self._base, self._tuned, share)
        if self._general is not None:
            self.general_after = self._bits(share, self._general)

    def _largest_allowed(self) -> float:
        if self._general is None:
            return 1.0
        self.general_before = self._bits(0.0, self._general)
        share = 1.0
        while share >= _LEAST_SHARE:
            forgotten = self._bits(share, self._general) / self.general_before - 1
            if forgotten <= self._most_forgotten:
                return share
            share *= _MARGIN * (self._most_forgotten / forgotten) ** (1 / _GROWTH)
        return 0.0

    def _bits(self, share: float, held_out: HeldOut) -> float:
        self._model.load(between(self._base, self._tuned, share))
        return evaluate(self._model, held_out)
