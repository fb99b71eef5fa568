"""The LSTM straight from its equations, in NumPy; every faster form is held to it.

Hochreiter and Schmidhuber (1997), with the forget gate of Gers, Schmidhuber and Cummins (2000).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np

from writer_app.model.config import ModelConfig
from writer_app.model.state import Floats, LstmState


@dataclass(frozen=True, slots=True)
class LayerWeights:
    """One layer: input (4H, E), hidden (4H, H), bias (4H,); gates in the order i, f, g, o."""

    input: Floats
    hidden: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Gates:
    """What one step computed, each (B, H): the gates, the candidate, and the two states after it.

    Of several steps of one sequence, each is (T, H).
    """

    input_gate: Floats
    forget_gate: Floats
    candidate: Floats
    output_gate: Floats
    cell: Floats
    hidden: Floats


def sigmoid(x: Floats) -> Floats:
    """Return 1 / (1 + exp(-x)), without overflow for large |x|."""
    squashed: Floats = 0.5 * (1 + np.tanh(0.5 * x))
    return squashed


def lstm_cell(x: Floats, hidden: Floats, cell: Floats, weights: LayerWeights) -> Gates:
    """Advance one layer by one token.

    i, f, o = σ(W x + U h + b); c̃ = tanh(W x + U h + b); m = f ⊙ m + i ⊙ c̃; h = o ⊙ tanh(m).
    Shapes: x (B, E); hidden and cell (B, H).
    """
    return _gates(x @ weights.input.T + hidden @ weights.hidden.T + weights.bias, cell)  # (B, 4H)


def _gates(sums: Floats, cell: Floats) -> Gates:
    i, f, g, o = np.split(sums, 4, axis=-1)
    input_gate, forget_gate, output_gate = sigmoid(i), sigmoid(f), sigmoid(o)
    candidate = np.tanh(g)
    memory = forget_gate * cell + input_gate * candidate
    return Gates(input_gate, forget_gate, candidate, output_gate, memory, output_gate * np.tanh(memory))


class ReferenceModel:
    """The whole language model, one token at a time."""

    def __init__(self, config: ModelConfig, weights: Mapping[str, Floats]) -> None:
        self.config = config
        self._weights = weights
        self._layers = [
            LayerWeights(*(weights[f"lstm.{kind}_l{layer}"] for kind in ("weight_ih", "weight_hh", "bias")))
            for layer in range(config.layers)
        ]

    def step(self, tokens: Sequence[int], state: LstmState) -> tuple[list[Gates], LstmState]:
        """Read one token of each sequence of the batch; return the gates of every layer and the new state."""
        x = self._weights["embedding.weight"][list(tokens)] * self.config.input_scale  # (B, E)
        layers: list[Gates] = []
        for index, layer in enumerate(self._layers):
            gates = lstm_cell(x, state.hidden[index], state.cell[index], layer)
            layers.append(gates)
            x = gates.hidden
        hidden = np.stack([gates.hidden for gates in layers])
        return layers, LstmState(hidden, np.stack([gates.cell for gates in layers]))

    def read(self, tokens: Sequence[int], state: LstmState) -> list[Gates]:
        """Read the tokens of one sequence; return the gates (T, H) of every layer.

        Layer by layer, not token by token: the products with the inputs are then one, and the weights of a
        layer stay in the processor's cache. The numbers are those of `step`.
        """
        x = self._weights["embedding.weight"][list(tokens)] * self.config.input_scale  # (T, E)
        layers: list[Gates] = []
        for index, layer in enumerate(self._layers):
            hidden, cell = state.hidden[index, 0], state.cell[index, 0]
            steps: list[Gates] = []
            for sums in x @ layer.input.T + layer.bias:
                gates = _gates(sums + layer.hidden @ hidden, cell)
                steps.append(gates)
                hidden, cell = gates.hidden, gates.cell
            layers.append(_stacked(steps, self.config.hidden))
            x = layers[-1].hidden
        return layers

    def logits(self, outputs: Floats) -> Floats:
        """Return the scores (N, V) of the next token from hidden states of the last layer (N, H)."""
        features = outputs @ self._weights["projection.weight"].T + self._weights["projection.bias"]
        scores: Floats = features @ self._weights["embedding.weight"].T + self._weights["output.bias"]
        return scores


def _stacked(steps: Sequence[Gates], hidden: int) -> Gates:
    """Return the gates of single steps, each (H,), as those of a sequence, each (T, H)."""
    if not steps:
        return Gates(*(np.zeros((0, hidden), np.float32) for _ in fields(Gates)))
    return Gates(*(np.stack([getattr(step, field.name) for step in steps]) for field in fields(Gates)))


def log_softmax(logits: Floats) -> Floats:
    """Return log probabilities along the last axis, without overflow."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    scores: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return scores
