"""Bits per character on held-out text, in torch, as training goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
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
    """Documents that are never trained on, as tokens after `BEGIN`, and the characters in them."""

    documents: tuple[tuple[int, ...], ...]
    characters: int


def read_held_out(paths: Sequence[Path], tokenizer: Tokenizer, limit: int = DOCUMENT_CHARACTERS) -> HeldOut:
    """Read the first `limit` characters of each document."""
    return hold_out([read_document(path)[:limit] for path in paths], tokenizer)


def hold_out(texts: Sequence[str], tokenizer: Tokenizer) -> HeldOut:
    """Make held-out documents of texts."""
    documents = sorted((tuple(tokenizer.encode(text)) for text in texts), key=len)
    return HeldOut(tuple(documents), sum(map(len, texts)))


@torch.no_grad()
def evaluate(model: LstmModel, held_out: HeldOut) -> float:
    """Return bits per character; the state begins anew with each document."""
    model.eval()
    documents = held_out.documents
    batches = [documents[i : i + _BATCH] for i in range(0, len(documents), _BATCH)]
    nats = sum(_batch_nats(model, batch) for batch in batches)
    model.train()
    return bits_per_character(nats, held_out.characters)


def _batch_nats(model: LstmModel, documents: Sequence[Sequence[int]]) -> float:
    device = model.output_bias.device
    rows = np.full((max(map(len, documents)) + 1, len(documents)), _PADDING, np.int64)
    rows[0] = BEGIN
    for column, document in enumerate(documents):
        rows[1 : len(document) + 1, column] = document
    tokens = torch.from_numpy(rows).to(device)
    state = model.zero_state(len(documents))
    nats = 0.0
    for start in range(0, len(rows) - 1, _LENGTH):
        inputs, targets = tokens[start : start + _LENGTH], tokens[start + 1 : start + _LENGTH + 1]
        with torch.autocast(device.type, dtype=torch.bfloat16):
            features, (hidden, cell) = model.features(inputs[: len(targets)].clamp(min=0), state)
        state = hidden.float(), cell.float()
        nats += _nats(model, features, targets)
    return nats


def _nats(model: LstmModel, features: Tensor, targets: Tensor) -> float:
    total = 0.0
    weight = model.embedding.weight.to(features.dtype)
    for x, y in zip(
        torch.split(features.flatten(0, 1), _CHUNK), torch.split(targets.flatten(), _CHUNK), strict=True
    ):
        logits = (x @ weight.T).float() + model.output_bias
        total += torch.nn.functional.cross_entropy(logits, y, ignore_index=_PADDING, reduction="sum").item()
    return total
