"""What a model must be able to do for the engine, wherever it runs."""

from enum import Enum
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from writer_app.model.config import ModelConfig
from writer_app.model.state import LstmState

Tokens = NDArray[np.int64]
Floats = NDArray[np.floating[Any]]
Probabilities = NDArray[np.float32]


class Device(Enum):
    """Where a model runs."""

    CPU = "cpu"
    CUDA = "cuda"


class Backend(Protocol):
    """A model that reads tokens and says what may come next; T tokens in each of B rows."""

    config: ModelConfig
    device: str
    """Its name for the person: "CPU" or "GPU"."""

    def read(self, tokens: Tokens, state: LstmState) -> tuple[Floats, LstmState]:
        """Read tokens (T, B) after `state`: the outputs (T, B, H) at each, and the state after the last."""
        ...

    def probabilities(self, outputs: Floats) -> Probabilities:
        """Return the probability (N, V) of each next token from outputs (N, H)."""
        ...
