"""Does the model repeat its training texts word for word?

A span of a training document is given to the model after the text before it (Carlini et al. 2023).
Greedy decoding reproduces it exactly if and only if, reading the true text, the model's first choice is the
next token everywhere; so one reading tells, without decoding.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from writer_app.engine.backend import Backend
from writer_app.model.state import LstmState
from writer_app.model.tokenizer import BEGIN, Tokenizer

PROMPT = 64  # tokens before the span
SPAN = 50  # tokens to be repeated: some 35 words, longer than any stock phrase
SPANS = 500
_CHARACTERS_PER_TOKEN = 12  # more than any text has on average, so that a window holds prompt and span


@dataclass(frozen=True, slots=True)
class Repetition:
    """How many tokens of a span the model repeats before it goes on differently, and the text of them."""

    tokens: int
    text: str

    @property
    def verbatim(self) -> bool:
        """Whether it repeats the whole span."""
        return self.tokens == SPAN


def choose_documents(paths: Sequence[Path], count: int = SPANS) -> list[Path]:
    """Choose `count` documents by a hash of their names."""
    return sorted(paths, key=_rank)[:count]


def repetitions(backend: Backend, tokenizer: Tokenizer, documents: Iterable[str]) -> Iterator[Repetition]:
    """Yield how far the model repeats one span of each document; documents too short for one are left out."""
    for text in documents:
        tokens = tokenizer.encode(_window(text))[: PROMPT + SPAN]
        if len(tokens) == PROMPT + SPAN:
            repeated = _repeated(backend, tokens)
            yield Repetition(repeated, tokenizer.decode(tokens[PROMPT : PROMPT + repeated]))


def _rank(path: Path) -> bytes:
    return hashlib.sha256(f"{path.parent.name}/{path.name}".encode("utf-8", "surrogateescape")).digest()


def _window(text: str) -> str:
    """Return a part of `text` at a place that its hash decides, from the beginning of a word on."""
    length = (PROMPT + SPAN) * _CHARACTERS_PER_TOKEN
    places = max(len(text) - length, 0) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    place = int.from_bytes(digest[:8], "big") % places
    start = text.find(" ", place, place + length) if place else -1
    return text[(place if start < 0 else start) :][:length]


def _repeated(backend: Backend, tokens: Sequence[int]) -> int:
    read = np.array([BEGIN, *tokens[:-1]], np.int64)[:, None]
    outputs, _ = backend.read(read, LstmState.zero(backend.config))
    first_choices = backend.probabilities(outputs[PROMPT:, 0]).argmax(axis=1)
    differing = np.flatnonzero(first_choices != np.array(tokens[PROMPT:]))
    return int(differing[0]) if len(differing) else SPAN
