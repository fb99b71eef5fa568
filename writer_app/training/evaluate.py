"""Bits per character on held-out text, in torch, as training goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from writer_app.model.lstm import LstmModel
from writer_app.model.measures import bits_per_character
from writer_app.model.tokenizer import BEGIN, Tokenizer
from writer_app.training.corpus import read_document

DOCUMENT_CHARACTERS = 3000  # enough of each; long documents would drown the short ones
_BATCH = 64
_LENGTH = 128
_CHUNK = 512
_PADDING = -1


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Documents that are never trained on, as tokens after `BEGIN`, and the characters in each."""

    documents: tuple[tuple[int, ...], ...]
    lengths: tuple[int, ...]

    @property
    def characters(self) -> int:
        """Characters in all of them."""
        return sum(self.lengths)


def read_held_out(paths: Sequence[Path], tokenizer: Tokenizer, limit: int = DOCUMENT_CHARACTERS) -> HeldOut:
    """Read the first `limit` characters of each document."""
    return hold_out([read_document(path)[:limit] for path in paths], tokenizer)


def hold_out(texts: Sequence[str], tokenizer: Tokenizer) -> HeldOut:
    """Make held-out documents of texts."""
    return HeldOut(tuple(tuple(tokenizer.encode(text)) for text in texts), tuple(map(len, texts)))


def evaluate(model: LstmModel, held_out: HeldOut) -> float:
    """Return bits per character; the state begins anew with each document."""
    nats = sum(float(costs.sum()) for costs in token_nats(model, held_out))
    return bits_per_character(nats, held_out.characters)


@torch.no_grad()
def token_nats(model: LstmModel, held_out: HeldOut) -> list[NDArray[np.float64]]:
    """Return what each token of each document costs, in nats."""
    model.eval()
    costs: list[NDArray[np.float64]] = [np.empty(0)] * len(held_out.documents)
    order = sorted(range(len(costs)), key=lambda index: len(held_out.documents[index]))  # alike side by side
    for start in range(0, len(order), _BATCH):
        chosen = order[start : start + _BATCH]
        documents = [held_out.documents[index] for index in chosen]
        rows = _batch_nats(model, documents)
        for column, index in enumerate(chosen):
            costs[index] = rows[: len(held_out.documents[index]), column].astype(np.float64)
    model.train()
    return costs


def _batch_nats(model: LstmModel, documents: Sequence[Sequence[int]]) -> NDArray[np.float32]:
    """Return the costs (T, B) of documents side by side; padding costs nothing."""
    device = model.output_bias.device
    rows = np.full((max(map(len, documents)) + 1, len(documents)), _PADDING, np.int64)
    rows[0] = BEGIN
    for column, document in enumerate(documents):
        rows[1 : len(document) + 1, column] = document
    tokens = torch.from_numpy(rows).to(device)
    state = model.zero_state(len(documents))
    costs = [np.empty((0, len(documents)), np.float32)]
    for start in range(0, len(rows) - 1, _LENGTH):
        inputs, targets = tokens[start : start + _LENGTH], tokens[start + 1 : start + _LENGTH + 1]
        with torch.autocast(device.type, dtype=torch.bfloat16):
            features, (hidden, cell) = model.features(inputs[: len(targets)].clamp(min=0), state)
        state = hidden.float(), cell.float()
        costs.append(_nats(model, features, targets).cpu().numpy())
    return np.concatenate(costs)


def _nats(model: LstmModel, features: Tensor, targets: Tensor) -> Tensor:
    """Return the cost of each of `targets` (T, B), in chunks: all scores at once would take much memory."""
    costs: list[Tensor] = []
    weight = model.embedding.weight.to(features.dtype)
    for x, y in zip(
        torch.split(features.flatten(0, 1), _CHUNK), torch.split(targets.flatten(), _CHUNK), strict=True
    ):
        logits = (x @ weight.T).float() + model.output_bias
        costs.append(torch.nn.functional.cross_entropy(logits, y, ignore_index=_PADDING, reduction="none"))
    return torch.cat(costs).view_as(targets)
