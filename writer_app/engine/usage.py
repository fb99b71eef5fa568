"""Words that one uses more than others do are likelier wherever the model thinks them possible.

Fast marginal adaptation (Kneser, Peters and Klakow 1997): the model's distribution is scaled, token by token,
by a power of how much oftener the token is used here than in general, and in this text than here. It moves
what agrees with the letters typed where nothing has been seen before in the same context.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from writer_app.engine.backend import Probabilities
from writer_app.model.tokenizer import Tokenizer

GENERAL = 10_000.0  # tokens that general use counts for beside the person's
PERSONAL = 1_000.0  # tokens that the person's use counts for beside the text's
_GUESSED = 20_000.0  # tokens that the tokenizer's own probabilities count for beside a general text

Counts = NDArray[np.int64]


class Usage:
    """How often each token is used in general, and what follows from how often it was used here."""

    def __init__(self, tokenizer: Tokenizer, general: str, exponents: tuple[float, float]) -> None:
        """`general` is a text of all kinds; without one nothing can be told.

        The exponents are for the person against others, and for the text against the person.
        """
        self._of_person, self._of_text = exponents
        scores = np.array(tokenizer.scores)  # natural logarithms; 0 for what is no piece: bytes and marks
        guessed = np.where(scores < 0, np.exp(scores), 0.0)
        seen = np.bincount(np.array(tokenizer.encode(general), np.int64), minlength=tokenizer.size)
        usual = np.where(scores < 0, seen + _GUESSED * guessed / guessed.sum(), 0.0)
        self._general = usual / usual.sum() if general else np.zeros(tokenizer.size)
        self._real = self._general > 0
        self._counts: Counts | None = None
        self.learn(np.zeros(tokenizer.size, np.int64))

    def learn(self, remembered: Counts) -> None:
        """Take in how often each token (V,) stands in all that is remembered."""
        if remembered is self._counts:
            return
        self._counts = remembered
        counts, general = remembered[self._real], self._general[self._real]
        self._person = np.ones(len(remembered))
        self._person[self._real] = (counts + GENERAL * general) / (counts.sum() + GENERAL)
        self._factors = np.ones(len(remembered), np.float32)
        self._factors[self._real] = (self._person[self._real] / general) ** self._of_person

    def factors(self, text: Sequence[int]) -> Probabilities:
        """Return by what to scale the probability of each token (V,), beside a text of these tokens."""
        tokens, times = np.unique(np.array(text, np.int64), return_counts=True)
        real = self._real[tokens]
        tokens, times = tokens[real], times[real]
        unused = (PERSONAL / (PERSONAL + times.sum())) ** self._of_text
        factors = np.where(self._real, self._factors * np.float32(unused), np.float32(1))
        factors[tokens] *= (1 + times / (PERSONAL * self._person[tokens])) ** self._of_text
        return factors


def scaled(probabilities: Probabilities, factors: Probabilities) -> Probabilities:
    """Return probabilities (N, V) times `factors` (V,), each row with a sum of one."""
    result: Probabilities = probabilities * (factors / (probabilities @ factors)[:, None])
    return result
