"""The model's state before the caret, from as little reading as possible.

Only the last few thousand characters are read, from an anchor that is a function of the text alone and
stays where it is while a person types on. Snapshots are kept under a hash that grows with the text, so
finding one never compares texts. Tokens are read in a fixed grid of chunks from the anchor, then one by
one: int8 activations are scaled by the chunk they stand in, so any other cut would give another state.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from writer_app.engine.backend import Backend
from writer_app.engine.neural_cache import NOTHING_READ, NeuralCache, Outputs, kept_outputs
from writer_app.engine.partial_word import Vocabulary
from writer_app.model.state import LstmState
from writer_app.model.tokenizer import BEGIN, Tokenizer
from writer_app.text.boundaries import joins
from writer_app.text.normalise import for_model
from writer_app.text.scripts import is_full_width

T = TypeVar("T")

BLOCK = 1024  # characters between two anchors
LOOK_BACK = 1024  # characters read at least, where there are so many; docs/decisions says why
CHUNK = 8  # tokens read at once: as fast per token as any larger chunk
SNAPSHOTS = 1024  # states kept: 16 MB for a model of 2 × 1024 cells, and up to as much of outputs
DISTRIBUTIONS = 32  # kept after the last few words
READ_AHEAD = 512  # characters before the anchor moves on at which the next window is begun
LATEST = 4  # tokens that a snapshot names
LONGEST_HELD = 24  # characters of a word begun; of a longer one only the end is decoded again


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state after some text, and the probabilities (V,) of the token after it."""

    state: LstmState
    probabilities: NDArray[np.float32]
    tokens: tuple[int, ...]
    """The last few tokens of that text."""
    read: NeuralCache = NOTHING_READ
    """The states in that text, and what followed each."""


def window_start(before: str, look_back: int = LOOK_BACK) -> int:
    """Return where reading begins: at the first line, else the first word, after a multiple of `BLOCK`."""
    boundary = (len(before) - look_back) // BLOCK * BLOCK
    return _anchor(before, boundary) if boundary > 0 else 0


def next_window_start(before: str) -> int | None:
    """Return where reading will begin after a few more characters, None while that is far off."""
    boundary = (len(before) - LOOK_BACK + READ_AHEAD) // BLOCK * BLOCK
    start = _anchor(before, boundary) if boundary > 0 else 0
    return start if start != window_start(before) else None


def _anchor(before: str, boundary: int) -> int:
    stop = boundary + LOOK_BACK // 2
    for mark in ("\n", "。", " "):
        found = before.find(mark, boundary, stop)
        if found >= 0:
            return found + 1
    return boundary


def split_held(text: str) -> tuple[str, str]:
    """Split `text` before the word begun, whose tokens may still change; a space belongs to its word."""
    start = max(text.rfind(" "), text.rfind("\n") + 1, 0)
    tail = text[start:]
    if any(map(is_full_width, tail)):
        start = len(text)
        while start and joins(text[start - 1]):
            start -= 1
    start = max(start, len(text) - LONGEST_HELD)
    return text[:start], text[start:]


@dataclass(frozen=True, slots=True)
class _Read:
    """The state after a piece of text, and what the model put out on the way."""

    state: LstmState
    outputs: Outputs


class Context:
    """Snapshots of one model, the latest used last; `at` is a pure function of its argument."""

    def __init__(self, backend: Backend, tokenizer: Tokenizer, vocabulary: Vocabulary) -> None:
        self._backend = backend
        self._tokenizer = tokenizer
        self._vocabulary = vocabulary
        self._read: OrderedDict[int, _Read] = OrderedDict()
        self._latest: tuple[int, NeuralCache] = 0, NOTHING_READ  # of a word begun, each letter asks again
        self._probabilities: OrderedDict[int, NDArray[np.float32]] = OrderedDict()

    def at(self, before: str) -> tuple[Snapshot, str]:
        """Return the snapshot before the word that has begun at the end of `before`, and that word."""
        tokens, held = self._tokens(before[window_start(before) :])
        key, read = self._advance(tokens)
        state = read[-1].state
        probabilities = self._probabilities.get(key)
        if probabilities is None:
            probabilities = self._backend.probabilities(state.hidden[-1])[0]
            _keep(self._probabilities, key, probabilities, DISTRIBUTIONS)
        if self._latest[0] != key:
            self._latest = key, NeuralCache.of([piece.outputs for piece in read], tokens)
        return Snapshot(state, probabilities, tuple(tokens[-LATEST:]), self._latest[1]), held

    def after(self, text: str) -> LstmState:
        """Return the state after all of `text`, which begins where reading does."""
        return self._advance([BEGIN, *self._tokenizer.encode(text)])[1][-1].state

    def read_ahead(self, before: str) -> bool:
        """Read one chunk of the window that typing on will need; whether there was one to read."""
        start = next_window_start(before)
        if start is None:
            return False
        tokens, _ = self._tokens(before[start:])
        key, state = 0, LstmState.zero(self._backend.config)
        for piece in _pieces(tokens):
            key = hash((key, piece))
            known = self._read.get(key)
            if known is None:
                self._read_piece(key, piece, state)
                return True
            state = known.state
        return False

    def _tokens(self, window: str) -> tuple[list[int], str]:
        """Return the tokens of the part of `window` that is over, and the part that is not."""
        stable, held = split_held(for_model(window))
        tokens = [BEGIN, *self._tokenizer.encode(stable)]
        if not held and stable and is_full_width(stable[-1]):
            held = self._open_end(tokens, stable)
        return tokens, held

    def _open_end(self, tokens: list[int], text: str) -> str:
        """Take the last of `tokens` off, back to where a longer one may begin, and return their text.

        Where nothing parts words, the letters to come may make one token of the last few: the text before
        them was never cut in that way while the model learned.
        """
        begun = self._vocabulary.characters_begun(text, LONGEST_HELD)
        raw, end = b"", text[len(text) - begun :].encode("utf-8", "surrogatepass")
        while len(raw) < len(end) or (raw[:1] and raw[0] & 0xC0 == 0x80):
            raw = self._vocabulary.token_bytes[tokens.pop()] + raw
        return raw.decode("utf-8", "surrogatepass")

    def _advance(self, tokens: Sequence[int]) -> tuple[int, list[_Read]]:
        """Read `tokens`, and return the hash of them and what was read, piece by piece."""
        key, state, read = 0, LstmState.zero(self._backend.config), []
        for piece in _pieces(tokens):
            key = hash((key, piece))
            known = self._read.get(key)
            if known is None:
                known = self._read_piece(key, piece, state)
            else:
                self._read.move_to_end(key)
            state = known.state
            read.append(known)
        return key, read

    def _read_piece(self, key: int, piece: tuple[int, ...], state: LstmState) -> _Read:
        outputs, after = self._backend.read(np.array(piece, np.int64)[:, None], state)
        read = _Read(after, kept_outputs(outputs[:, 0]))
        _keep(self._read, key, read, SNAPSHOTS)
        return read


def _pieces(tokens: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Cut `tokens` into whole chunks, then single tokens."""
    whole = len(tokens) // CHUNK * CHUNK
    for start in range(0, whole, CHUNK):
        yield tuple(tokens[start : start + CHUNK])
    for token in tokens[whole:]:
        yield (token,)


def _keep(kept: OrderedDict[int, T], key: int, value: T, capacity: int) -> None:
    kept[key] = value
    if len(kept) > capacity:
        kept.popitem(last=False)
