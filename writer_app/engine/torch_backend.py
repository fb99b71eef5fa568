"""The model on a graphics card; the only module of the engine that loads torch."""

import numpy as np
import torch
from numpy.typing import NDArray

from writer_app.engine.backend import Floats, Tokens
from writer_app.errors import EngineError
from writer_app.model.lstm import LstmModel
from writer_app.model.pack import Pack
from writer_app.model.state import LstmState


class TorchBackend:
    """A model in float32 on a torch device."""

    def __init__(self, model: LstmModel, device: torch.device) -> None:
        self.config = model.config
        self.device = "GPU" if device.type == "cuda" else "CPU"
        self._device = device
        self._model = model.to(device).eval()

    @classmethod
    def open(cls, pack: Pack) -> "TorchBackend":
        """Load `pack` onto the graphics card; `EngineError` where there is none."""
        if not torch.cuda.is_available():
            raise EngineError(
                "No graphics card that torch can use was found.",
                hint="Use the processor (--engine cpu), or install torch for your graphics card.",
            )
        model = LstmModel(pack.config)
        model.load(pack.weights())
        return cls(model, torch.device("cuda"))

    @torch.inference_mode()
    def read(self, tokens: Tokens, state: LstmState) -> tuple[Floats, LstmState]:
        """Read tokens (T, B) after `state`: the outputs (T, B, H) at each, and the state after the last."""
        inputs = self._model.embedding(self._tensor(tokens)) * self.config.input_scale
        before = self._tensor(state.hidden), self._tensor(state.cell)
        outputs, (hidden, cell) = self._model.lstm(inputs, before)
        return _array(outputs), LstmState(_array(hidden), _array(cell))

    @torch.inference_mode()
    def probabilities(self, outputs: Floats) -> NDArray[np.float32]:
        """Return the probability (N, V) of each next token from outputs (N, H)."""
        logits = self._model.logits(self._model.projection(self._tensor(outputs)))
        return _array(logits.softmax(dim=-1))

    def _tensor(self, array: NDArray[np.generic]) -> torch.Tensor:
        return torch.from_numpy(np.ascontiguousarray(array)).to(self._device)


def _array(tensor: torch.Tensor) -> NDArray[np.float32]:
    array: NDArray[np.float32] = tensor.cpu().numpy()
    return array
