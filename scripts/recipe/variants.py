"""Models tried beside the product's: another output matrix, layer norms, gated inputs, counted embeddings."""

import math
from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from writer_app.model.config import ModelConfig
from writer_app.model.lstm import LstmModel, TorchState
from writer_app.model.regularise import locked_dropout
from writer_app.training.corpus import Tokens

WINDOW = 4  # tokens on either side that count as seen together
SMOOTHING = 0.75  # exponent of a context's frequency (Levy, Goldberg and Dagan 2015)


class UntiedLstm(LstmModel):
    """Reads with one embedding and writes with another."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__(config)
        self.read_embedding = nn.Embedding(config.vocabulary, config.embedding)
        nn.init.normal_(self.read_embedding.weight, std=config.embedding**-0.5)

    def features(self, tokens: Tensor, state: TorchState, dropout: float = 0.0) -> tuple[Tensor, TorchState]:
        """Return what `LstmModel.features` does."""
        inputs = locked_dropout(self.read_embedding(tokens) * self.config.input_scale, dropout)
        outputs, state = self.lstm(inputs, state)
        return self.projection(locked_dropout(outputs, dropout)), state


class _LayerByLayer(LstmModel):
    """Layers that are computed one by one, so that something can stand between them."""

    def features(self, tokens: Tensor, state: TorchState, dropout: float = 0.0) -> tuple[Tensor, TorchState]:
        """Return what `LstmModel.features` does."""
        x = locked_dropout(self.embedding(tokens) * self.config.input_scale, dropout)
        after = []
        for layer in range(self.config.layers):
            x, last = self.run_layer(layer, x, (state[0][layer], state[1][layer]))
            after.append(last)
        hidden, cell = (torch.stack(part) for part in zip(*after, strict=True))
        return self.projection(locked_dropout(x, dropout)), (hidden, cell)

    def run_layer(self, layer: int, x: Tensor, state: TorchState) -> tuple[Tensor, TorchState]:
        """Return outputs (T, B, H) and the last state, each (B, H)."""
        raise NotImplementedError


class NormBetweenLstm(_LayerByLayer):
    """A layer norm over the output of each layer; the cell is torch's own."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__(config)
        self.norms = nn.ModuleList(nn.LayerNorm(config.hidden) for _ in range(config.layers))
        self.parts = nn.ModuleList(
            nn.LSTM(config.hidden if layer else config.embedding, config.hidden)
            for layer in range(config.layers)
        )
        for layer, part in enumerate(self.parts):
            for name, parameter in part.named_parameters():
                ours = self.lstm.get_parameter(name.replace("l0", f"l{layer}"))
                parameter.data.copy_(ours.data)
                parameter.requires_grad_(ours.requires_grad)
        del self.lstm

    def run_layer(self, layer: int, x: Tensor, state: TorchState) -> tuple[Tensor, TorchState]:
        """Return outputs and the last state."""
        outputs, (hidden, cell) = self.parts[layer](x, (state[0][None], state[1][None]))
        return self.norms[layer](outputs), (hidden[0], cell[0])


class NormInCellLstm(_LayerByLayer):
    """Layer norms inside the cell (Ba, Kiros and Hinton 2016), in torch operations, step by step."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__(config)
        layers, gates = range(config.layers), 4 * config.hidden
        self.input_norms = nn.ModuleList(nn.LayerNorm(gates, bias=False) for _ in layers)
        self.hidden_norms = nn.ModuleList(nn.LayerNorm(gates, bias=False) for _ in layers)
        self.cell_norms = nn.ModuleList(nn.LayerNorm(config.hidden) for _ in layers)

    def run_layer(self, layer: int, x: Tensor, state: TorchState) -> tuple[Tensor, TorchState]:
        """Return outputs and the last state."""
        read, recur, bias = (
            self.lstm.get_parameter(f"{name}_l{layer}") for name in ("weight_ih", "weight_hh", "bias_ih")
        )
        gates_of_inputs = self.input_norms[layer](nn.functional.linear(x, read)) + bias
        hidden, cell = state
        outputs = []
        for gates_of_input in gates_of_inputs:
            gates = gates_of_input + self.hidden_norms[layer](nn.functional.linear(hidden, recur))
            i, f, g, o = gates.chunk(4, dim=-1)
            cell = torch.sigmoid(f) * cell + torch.sigmoid(i) * torch.tanh(g)
            hidden = torch.sigmoid(o) * torch.tanh(self.cell_norms[layer](cell))
            outputs.append(hidden)
        return torch.stack(outputs), (hidden, cell)


class MogrifierLstm(_LayerByLayer):
    """Input and hidden state gate each other before each step (Melis, Kočiský and Blunsom 2020)."""

    ROUNDS = 4

    def __init__(self, config: ModelConfig) -> None:
        super().__init__(config)
        sizes = [config.hidden if layer else config.embedding for layer in range(config.layers)]
        self.of_inputs = nn.ModuleList(self._gates(config.hidden, size) for size in sizes)
        self.of_hidden = nn.ModuleList(self._gates(size, config.hidden) for size in sizes)

    def _gates(self, inputs: int, outputs: int) -> nn.ModuleList:
        gates = nn.ModuleList(nn.Linear(inputs, outputs) for _ in range(self.ROUNDS // 2))
        for gate in gates:
            nn.init.normal_(gate.weight, std=0.1 * inputs**-0.5)  # near 2 σ(0) = 1, which changes nothing
            nn.init.zeros_(gate.bias)
        return gates

    def run_layer(self, layer: int, x: Tensor, state: TorchState) -> tuple[Tensor, TorchState]:
        """Return outputs and the last state."""
        names = ("weight_ih", "weight_hh", "bias_ih")
        read, recur, bias = (self.lstm.get_parameter(f"{name}_l{layer}") for name in names)
        hidden, cell = state
        outputs = []
        for inputs in x:
            gated = inputs
            for of_input, of_hidden in zip(self.of_inputs[layer], self.of_hidden[layer], strict=True):
                gated = 2 * torch.sigmoid(of_input(hidden)) * gated
                hidden = 2 * torch.sigmoid(of_hidden(gated)) * hidden
            gates = nn.functional.linear(gated, read) + nn.functional.linear(hidden, recur) + bias
            i, f, g, o = gates.chunk(4, dim=-1)
            cell = torch.sigmoid(f) * cell + torch.sigmoid(i) * torch.tanh(g)
            hidden = torch.sigmoid(o) * torch.tanh(cell)
            outputs.append(hidden)
        return torch.stack(outputs), (hidden, cell)


def counted_embedding(tokens: Tokens, vocabulary: int, size: int) -> Tensor:
    """Return embeddings (V, E) of variance 1/E from what stands near what.

    They factor the positive pointwise mutual information of tokens within a window (Levy and Goldberg 2014).
    """
    information = torch.from_numpy(_information(_counts(tokens, vocabulary)))
    torch.manual_seed(0)
    left, singular, _ = torch.svd_lowrank(information, q=size, niter=3)
    vectors = left * singular.sqrt()
    return vectors * (math.sqrt(1 / size) / vectors.square().mean().sqrt())


def _counts(tokens: Tokens, vocabulary: int) -> NDArray[np.float32]:
    """Count how often two tokens stand together, the nearer the more."""
    ids = tokens.astype(np.int64)
    counts = np.zeros(vocabulary * vocabulary, np.float32)
    for distance, pairs in _pairs(ids, vocabulary):
        counts += np.bincount(pairs, minlength=len(counts)).astype(np.float32) / distance
    square = counts.reshape(vocabulary, vocabulary)
    return square + square.T


def _pairs(ids: NDArray[np.int64], vocabulary: int) -> Iterator[tuple[int, NDArray[np.int64]]]:
    for distance in range(1, WINDOW + 1):
        yield distance, ids[:-distance] * vocabulary + ids[distance:]


def _information(counts: NDArray[np.float32]) -> NDArray[np.float32]:
    words = counts.sum(axis=1)
    contexts = words**SMOOTHING
    expected = np.outer(words / words.sum(), contexts / contexts.sum()) * words.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.log(counts / expected)
    positive: NDArray[np.float32] = np.nan_to_num(np.maximum(information, 0), posinf=0).astype(np.float32)
    return positive
