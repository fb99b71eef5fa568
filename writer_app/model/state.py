"""The state of an LSTM as an immutable value, in NumPy."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from writer_app.model.config import ModelConfig

Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class LstmState:
    """Hidden and cell state of every layer, each (layers, B, H) in float32."""

    hidden: Floats
    cell: Floats

    @classmethod
    def zero(cls, config: ModelConfig, batch: int = 1) -> "LstmState":
        """Return the state before the first token."""
        shape = (config.layers, batch, config.hidden)
        return cls(np.zeros(shape, np.float32), np.zeros(shape, np.float32))

    def select(self, rows: list[int]) -> "LstmState":
        """Return the states of `rows` of the batch, in that order; a row may be taken twice."""
        return LstmState(self.hidden[:, rows], self.cell[:, rows])
