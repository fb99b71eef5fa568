"""The LSTM language model in torch, for training and for the GPU."""

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from writer_app.model.config import ModelConfig
from writer_app.model.regularise import locked_dropout

TorchState = tuple[Tensor, Tensor]
"""Hidden and cell state, each (layers, B, H)."""

FORGET_GATE_BIAS = 1.0  # Jozefowicz, Zaremba and Sutskever (2015): remember, until told otherwise


class LstmModel(nn.Module):
    """Embedding, LSTM layers, projection; the output layer shares the embedding (Press and Wolf 2017).

    The projection stands outside `nn.LSTM`, whose `proj_size` is not on oneDNN's fast path.
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        self.embedding = nn.Embedding(config.vocabulary, config.embedding)
        self.lstm = nn.LSTM(config.embedding, config.hidden, config.layers)
        self.projection = nn.Linear(config.hidden, config.embedding)
        self.output_bias = nn.Parameter(torch.zeros(config.vocabulary))
        self._initialise()

    def features(self, tokens: Tensor, state: TorchState, dropout: float = 0.0) -> tuple[Tensor, TorchState]:
        """Return the projected hidden states (T, B, E) over `tokens` (T, B), and the state after them."""
        inputs = locked_dropout(self.embedding(tokens) * self.config.input_scale, dropout)
        outputs, state = self.lstm(inputs, state)
        return self.projection(locked_dropout(outputs, dropout)), state

    def logits(self, features: Tensor) -> Tensor:
        """Return scores (..., V) from projected hidden states (..., E)."""
        return nn.functional.linear(features, self.embedding.weight, self.output_bias)

    def zero_state(self, batch: int) -> TorchState:
        """Return the state before the first token."""
        shape = (self.config.layers, batch, self.config.hidden)
        device = self.output_bias.device
        return torch.zeros(shape, device=device), torch.zeros(shape, device=device)

    def _initialise(self) -> None:
        config = self.config
        nn.init.normal_(self.embedding.weight, std=config.embedding**-0.5)
        nn.init.zeros_(self.projection.bias)
        for layer in range(config.layers):
            nn.init.xavier_uniform_(self.lstm.get_parameter(f"weight_ih_l{layer}"))
            recurrent = self.lstm.get_parameter(f"weight_hh_l{layer}")
            for gate in recurrent.data.chunk(4):
                nn.init.orthogonal_(gate)
            bias = self.lstm.get_parameter(f"bias_ih_l{layer}")
            nn.init.zeros_(bias)
            bias.data[config.hidden : 2 * config.hidden] = FORGET_GATE_BIAS
            # nn.LSTM adds two biases; one is enough
            nn.init.zeros_(self.lstm.get_parameter(f"bias_hh_l{layer}"))
            self.lstm.get_parameter(f"bias_hh_l{layer}").requires_grad_(False)

    def export(self) -> dict[str, NDArray[np.float32]]:
        """Return the weights under the names of a pack."""
        weights = {name: _array(self.get_parameter(ours)) for name, ours in self._names().items()}
        for layer in range(self.config.layers):
            weights[f"lstm.bias_l{layer}"] += _array(self.lstm.get_parameter(f"bias_hh_l{layer}"))
        return weights

    def load(self, weights: Mapping[str, NDArray[np.float32]]) -> None:
        """Take over the weights of a pack."""
        with torch.no_grad():
            for name, ours in self._names().items():
                self.get_parameter(ours).copy_(torch.from_numpy(np.ascontiguousarray(weights[name])))
            for layer in range(self.config.layers):
                self.lstm.get_parameter(f"bias_hh_l{layer}").zero_()

    def _names(self) -> dict[str, str]:
        return {
            name: name.replace("output.bias", "output_bias").replace("lstm.bias_", "lstm.bias_ih_")
            for name in self.config.shapes()
        }


def _array(tensor: Tensor) -> NDArray[np.float32]:
    array: NDArray[np.float32] = tensor.detach().float().cpu().numpy().copy()
    return array
