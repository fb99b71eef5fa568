"""What followed where the model was in a similar state: a continuous cache (Grave, Joulin and Usunier 2017).

Its keys are the hidden states of the text just read, which the model has computed anyway. It knows what
exact matches cannot: that "the ship" and "the vessel" are followed by the same words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from writer_app.engine.backend import Floats, Probabilities

SHARPNESS = 16.0  # by how much a state counts for being more similar; fitted with the gate
MOST = 600  # states that are compared, the latest
_SMALLEST = 1e-9  # length of a state


Outputs = NDArray[np.float16]
"""Hidden states (T, H) of length 1, as they are kept."""


@dataclass(frozen=True, slots=True)
class NeuralCache:
    """The hidden states over one text, of length 1, and the token that followed each."""

    states: NDArray[np.float32]  # (N, H)
    followers: NDArray[np.int64]  # (N,)

    @classmethod
    def of(cls, outputs: Sequence[Outputs], tokens: Sequence[int]) -> "NeuralCache":
        """Take what the model put out over the `tokens` that it read."""
        states = np.concatenate(outputs)[-1 - MOST : -1].astype(np.float32)
        return cls(states, np.array(tokens[len(tokens) - len(states) :], np.int64))

    def __len__(self) -> int:
        return len(self.followers)

    def after(self, outputs: Floats, size: int) -> tuple[Probabilities, NDArray[np.float32]]:
        """Return the share (N, `size`) of each token that followed states like `outputs` (N, H).

        With it goes the cosine between each of the outputs and the state most like it.
        """
        alike = _of_length_1(outputs) @ self.states.T
        closest = alike.max(axis=1)
        weights = np.exp(SHARPNESS * (alike - closest[:, None]))
        weights /= weights.sum(axis=1, keepdims=True)
        followed = np.stack([np.bincount(self.followers, row, size) for row in weights])
        return followed.astype(np.float32), closest


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """Asks what followed states like `outputs` (N, H) in what was read."""

    read: NeuralCache
    outputs: Floats


def kept_outputs(outputs: Floats) -> Outputs:
    """Return outputs (T, H) of a model as they are kept."""
    return _of_length_1(outputs).astype(np.float16)


def _of_length_1(outputs: Floats) -> NDArray[np.float32]:
    lengths = np.sqrt(np.einsum("nh,nh->n", outputs, outputs))
    result: NDArray[np.float32] = outputs / np.maximum(lengths, _SMALLEST)[:, None]
    return result


NOTHING_READ = NeuralCache(np.empty((0, 1), np.float32), np.empty(0, np.int64))
