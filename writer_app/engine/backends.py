"""What a model must be able to do, and which implementation does it here."""

from enum import Enum
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from writer_app.model.config import ModelConfig
from writer_app.model.pack import Pack
from writer_app.model.quantise import cached_graphs, integer_precision
from writer_app.model.state import LstmState
from writer_app.paths import places

Tokens = NDArray[np.int64]
Floats = NDArray[np.floating[Any]]


class Device(Enum):
    """Where the model runs."""

    CPU = "cpu"
    CUDA = "cuda"


class Backend(Protocol):
    """A model that reads tokens and says what may come next; T tokens in each of B rows."""

    config: ModelConfig
    device: str

    def read(self, tokens: Tokens, state: LstmState) -> tuple[Floats, LstmState]:
        """Read tokens (T, B) after `state`: the outputs (T, B, H) at each, and the state after the last."""
        ...

    def probabilities(self, outputs: Floats) -> NDArray[np.float32]:
        """Return the probability (N, V) of each next token from outputs (N, H)."""
        ...


def open_backend(pack: Pack, device: Device = Device.CPU, threads: int = 1) -> Backend:
    """Load the model of `pack` on `device`; `EngineError` where that cannot be done."""
    if device is Device.CUDA:
        from writer_app.engine.torch_backend import TorchBackend  # loads torch, which takes seconds

        return TorchBackend.open(pack)
    from writer_app.engine.onnx_backend import OnnxBackend

    graphs = cached_graphs(pack, graph_folder(), integer_precision())
    return OnnxBackend(pack.config, graphs, threads)


def graph_folder() -> Path:
    """Return the folder that keeps graphs between two starts."""
    return places().cache / "graphs"
