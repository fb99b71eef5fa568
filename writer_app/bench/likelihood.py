"""How likely a model finds texts: bits per character and perplexity, through the graphs that suggest."""

import math
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import islice

import numpy as np

from writer_app.engine.backend import Backend, Tokens
from writer_app.engine.backends import open_backend
from writer_app.engine.onnx_backend import OnnxBackend
from writer_app.model.graphs import build_graphs
from writer_app.model.measures import bits_per_character, perplexity
from writer_app.model.pack import Pack
from writer_app.model.quantise import Precision
from writer_app.model.state import LstmState
from writer_app.model.tokenizer import BEGIN, END, Tokenizer

CHUNK = 32  # tokens read at once, as the engine reads; counted from the document's beginning
_SMALLEST = float(np.finfo(np.float32).tiny)  # where a float32 has rounded a probability to nothing


@dataclass(frozen=True, slots=True)
class Likelihood:
    """What one document, or several added up, cost a model that predicts each token from those before."""

    nats: float = 0.0
    tokens: int = 0
    characters: int = 0
    words: int = 0
    documents: int = 0

    def __add__(self, other: "Likelihood") -> "Likelihood":
        return Likelihood(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def bits_per_character(self) -> float:
        """Bits per character."""
        return bits_per_character(self.nats, self.characters)

    @property
    def perplexity_per_word(self) -> float:
        """Perplexity per word, words being what stands between spaces."""
        return perplexity(self.nats, self.words)

    @property
    def perplexity_per_character(self) -> float:
        """Perplexity per character, for scripts without spaces."""
        return perplexity(self.nats, self.characters)


def open_float_backend(pack: Pack) -> Backend:
    """Load the weights of `pack` as they are stored, without rounding them to integers."""
    return OnnxBackend(pack.config, build_graphs(pack.config, pack.weights(), Precision.FLOAT32), _threads())


def open_integer_backend(pack: Pack) -> Backend:
    """Load the graphs that the editor uses."""
    return open_backend(pack, threads=_threads())


def measure(
    backend: Backend, tokenizer: Tokenizer, documents: Iterable[str], limit: int | None = None, rows: int = 1
) -> Iterator[Likelihood]:
    """Yield the likelihood of each document, or of its first `limit` characters.

    `rows` documents are read side by side. That changes nothing in floats; integer graphs scale the
    activations of all rows together, so there it has to be 1 for the same figures as in the editor.
    """
    waiting = iter(documents)
    while texts := list(islice(waiting, rows)):
        kept = [text[:limit] for text in texts]
        # A document that was cut does not end there, so its end is not asked for.
        ends = [[END] if len(cut) == len(text) else [] for cut, text in zip(kept, texts, strict=True)]
        tokens = [
            np.array([BEGIN, *tokenizer.encode(cut), *end], np.int64)
            for cut, end in zip(kept, ends, strict=True)
        ]
        for text, read, nats in zip(kept, tokens, _nats(backend, tokens), strict=True):
            yield Likelihood(nats, len(read) - 1, len(text), len(text.split()), 1)


def _nats(backend: Backend, documents: Sequence[Tokens]) -> list[float]:
    """Return the cost of each document; the longest come first in the batch, so that the others can leave."""
    order = sorted(range(len(documents)), key=lambda index: -len(documents[index]))
    costs: list[list[float]] = [[] for _ in documents]
    state = LstmState.zero(backend.config, len(documents))
    for start in range(0, len(documents[order[0]]) - 1, CHUNK):
        active = [index for index in order if len(documents[index]) - 1 > start]
        state = state.select(list(range(len(active))))
        chunks = [documents[index][start : start + CHUNK + 1] for index in active]
        outputs, state = backend.read(_padded([chunk[:-1] for chunk in chunks]), state)
        for row, (index, chunk) in enumerate(zip(active, chunks, strict=True)):
            likely = backend.probabilities(outputs[: len(chunk) - 1, row])
            chosen = likely[np.arange(len(chunk) - 1), chunk[1:]].astype(np.float64)
            costs[index].append(-float(np.log(np.maximum(chosen, _SMALLEST)).sum()))
    return [math.fsum(cost) for cost in costs]


def _padded(rows: Sequence[Tokens]) -> Tokens:
    """Return `rows` as the columns of (T, B); what stands below a shorter one is read and never used."""
    columns = np.full((max(map(len, rows)), len(rows)), BEGIN, np.int64)
    for column, row in enumerate(rows):
        columns[: len(row), column] = row
    return columns


def _threads() -> int:
    return os.cpu_count() or 1
