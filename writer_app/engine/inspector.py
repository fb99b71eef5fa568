"""What the LSTM computes over the sentence at the caret: gates, states, surprise, and what it expects."""

import math
from collections.abc import Callable
from dataclasses import dataclass, fields
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from writer_app.engine.next_words import EXPECTED, Expected, NextWords
from writer_app.engine.recall import Find, Passage, recall
from writer_app.engine.sentence import Sentence, sentence_at
from writer_app.engine.study_model import StudyModel
from writer_app.engine.token_words import words_of
from writer_app.model.reference import Gates, log_softmax
from writer_app.model.state import Floats, LstmState

_WORTH_TELLING = 0.01  # of a word's probability, due to the memory
_RECALLED = 4  # words that are told about


@dataclass(frozen=True, slots=True, eq=False)
class Inspection:
    """One sentence of T tokens, as the model went through it; arrays are never written to again."""

    tokens: tuple[str, ...]
    caret: int
    """How many of the tokens stand before the caret."""
    begins: str
    """The text before the sentence; where it is the same, the sentence is the same one, further on."""
    start: LstmState
    """The state before the sentence, (layers, 1, H)."""
    layers: tuple[Gates, ...]
    """Of each layer, (T, H)."""
    bits: Floats
    """How surprising each token was, (T,)."""
    ranks: NDArray[np.int64]
    """How many tokens were thought at least as likely, the token itself among them, (T,)."""
    expected: tuple[tuple[Expected, ...], ...]
    """What the model thought likeliest before each token and after the last, T + 1."""
    next_words: tuple[Expected, ...]
    """The likeliest words at the caret, with the memory's part."""

    def __len__(self) -> int:
        return len(self.tokens)

    def words(self) -> list[range]:
        """Return the tokens of each word; a mark is a word of its own."""
        return words_of(self.tokens)

    def cell_before(self, layer: int, token: int) -> Floats:
        """Return the memory cells (H,) of `layer` before `token`."""
        cells: Floats = self.layers[layer].cell[token - 1] if token else self.start.cell[layer, 0]
        return cells


@dataclass(slots=True, eq=False)
class _Kept:
    """The sentence looked at last; where it only grew, only what is new is computed."""

    sentence: Sentence
    tokens: list[int]
    start: LstmState
    layers: list[Gates]
    scores: list[Floats]  # log probabilities (V,) before each token and after the last
    expected: list[tuple[Expected, ...]]


class Inspector:
    """Looks at one sentence after another with one model."""

    def __init__(self, model: StudyModel) -> None:
        self._model = model
        self._next_words = NextWords(model)
        self._kept: _Kept | None = None

    def inspect(self, before: str, after: str) -> Inspection:
        """Return what the model computes over the sentence at the caret."""
        if self._model.remembered is not None:
            self._model.remembered.refresh()
        sentence = sentence_at(before, after)
        tokens = self._model.tokenizer.encode(sentence.head + sentence.tail)
        kept = self._kept
        if kept is None or kept.sentence.context != sentence.context:
            kept = self._begin(sentence)
        self._kept = kept = self._read_on(kept, sentence, tokens)
        token_bytes = self._model.tokenizer.token_bytes
        ends = np.cumsum([len(token_bytes[token]) for token in tokens])
        caret = int(np.searchsorted(ends, len(sentence.head.encode()), side="right"))
        bits = [-float(kept.scores[i][token]) / math.log(2) for i, token in enumerate(tokens)]
        ranks = [int((kept.scores[i] >= kept.scores[i][token]).sum()) for i, token in enumerate(tokens)]
        return Inspection(
            tokens=tuple(self._model.tokenizer.decode([token]) for token in tokens),
            caret=caret,
            begins=sentence.context,
            start=kept.start,
            layers=tuple(kept.layers),
            bits=np.array(bits, np.float32),
            ranks=np.array(ranks, np.int64),
            expected=tuple(kept.expected),
            next_words=self._next_words.at(before, after),
        )

    def recall(
        self, inspection: Inspection, before: str, after: str, stopped: Callable[[], bool] = lambda: False
    ) -> dict[str, tuple[Passage, ...]]:
        """Return the passages behind the words that the memory has a part in, until `stopped()`."""
        remembered = self._model.remembered
        find: Find = remembered.sentences_with if remembered else lambda _words: []
        words = (row.text for row in inspection.next_words if row.memory >= _WORTH_TELLING)
        found = ((word, recall(word, before, after, find)) for word in words if not stopped())
        return dict(islice((known for known in found if known[1]), _RECALLED))

    def _begin(self, sentence: Sentence) -> _Kept:
        start = self._model.context.after(sentence.context)
        scores, expected = self._expect(start.hidden[-1])
        return _Kept(sentence, [], start, self._model.reference.read([], start), scores, expected)

    def _read_on(self, kept: _Kept, sentence: Sentence, tokens: list[int]) -> _Kept:
        """Go on from the tokens that `kept` has in common with `tokens`."""
        same = _common(kept.tokens, tokens)
        fresh = self._model.reference.read(tokens[same:], _state_after(kept, same))
        scores, expected = self._expect(fresh[-1].hidden)
        return _Kept(
            sentence,
            tokens,
            kept.start,
            [_joined(old, same, new) for old, new in zip(kept.layers, fresh, strict=True)],
            kept.scores[: same + 1] + scores,
            kept.expected[: same + 1] + expected,
        )

    def _expect(self, outputs: Floats) -> tuple[list[Floats], list[tuple[Expected, ...]]]:
        """Return the log probabilities after each of the outputs (N, H), and the likeliest tokens."""
        if not len(outputs):
            return [], []
        scores = list(log_softmax(self._model.reference.logits(outputs)))
        return scores, [self._likeliest(row) for row in scores]

    def _likeliest(self, scores: Floats) -> tuple[Expected, ...]:
        decode = self._model.tokenizer.decode
        return tuple(Expected(decode([token]), math.exp(scores[token])) for token in _largest(scores))


def _largest(scores: Floats) -> list[int]:
    """Return the tokens with the largest scores (V,), best first."""
    count = min(EXPECTED, len(scores))
    best = np.argpartition(-scores, count - 1)[:count]
    tokens: list[int] = best[np.argsort(-scores[best])].tolist()
    return tokens


def _common(one: list[int], other: list[int]) -> int:
    return next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _state_after(kept: _Kept, count: int) -> LstmState:
    """Return the state after the first `count` tokens of the sentence."""
    if not count:
        return kept.start
    rows = slice(count - 1, count)
    hidden = np.stack([layer.hidden[rows] for layer in kept.layers])
    return LstmState(hidden, np.stack([layer.cell[rows] for layer in kept.layers]))


def _joined(old: Gates, count: int, new: Gates) -> Gates:
    """Return the first `count` tokens of `old`, then those of `new`."""
    return Gates(
        *(
            np.concatenate([getattr(old, field.name)[:count], getattr(new, field.name)])
            for field in fields(Gates)
        )
    )
