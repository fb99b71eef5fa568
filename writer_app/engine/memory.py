"""What was written before: in the text around the caret, and in all that is remembered.

Where the last tokens stood before, whatever followed them there gets a share of the probability, and so do
the words used lately (a cache, Kuhn and De Mori 1990) and what followed similar states of the model
(`neural_cache`), after the model has been scaled by usage (`usage`). The mixture is one of tokens, so names
spelt from several pieces and Chinese need nothing of their own. How large the shares are is the gate's to
say.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from writer_app.engine.backend import Probabilities
from writer_app.engine.context import window_start
from writer_app.engine.gate import Gate, Judge, share
from writer_app.engine.hints import Leanings
from writer_app.engine.neural_cache import Query
from writer_app.engine.occurrences import ORDER, Followers, Occurrences, Trail
from writer_app.engine.partial_word import Vocabulary
from writer_app.engine.usage import Counts, Usage, scaled
from writer_app.engine.whole_words import (
    OF_TEXT,
    TEXT_UNSEEN,
    Pieces,
    Whole,
    WholeWords,
    agreeing,
)
from writer_app.engine.word_filter import UnwantedWords
from writer_app.model.tokenizer import BEGIN, Tokenizer
from writer_app.text.normalise import for_model

PAGES_BEFORE, PAGE_AFTER = 8000, 2000  # characters around the caret that count as the text
LATELY = 500.0  # tokens after which the use of a word counts 1/e as much
RARE = 0.3  # how much more a rare word counts than a frequent one, which the model expects anyway
LINES = 512  # whose tokens are kept
_LEAST = 1e-4  # a smaller share changes nothing that is shown


class Remembered(Protocol):
    """All that is remembered, beyond the text around the caret."""

    occurrences: Occurrences
    """The places of all of it."""
    never: UnwantedWords
    """Words that the person never wants suggested."""
    leanings: Leanings
    """What was taken and passed over."""
    counts: Counts
    """How often each token (V,) stands in it."""
    words: WholeWords
    """The words of it that are spelt from several pieces."""

    def refresh(self) -> bool:
        """Take in what was learned or forgotten since; whether there was anything."""
        ...


class Memory:
    """Mixes what was written before into what the model expects."""

    def __init__(
        self, tokenizer: Tokenizer, vocabulary: Vocabulary, gate: Gate, remembered: Remembered | None = None
    ) -> None:
        self._gate = gate
        self._judge = Judge(tokenizer, vocabulary)
        self._weights = np.exp(RARE * 10 * np.array(self._judge.rarities))
        self._remembered = remembered
        self._encode_line = lru_cache(LINES)(lambda line: tuple(tokenizer.encode(for_model(line))))
        pieces = Pieces(vocabulary)
        self._words_of_line = lru_cache(LINES)(lambda line: tuple(pieces.words(self._encode_line(line))))
        self._words = WholeWords(OF_TEXT, TEXT_UNSEEN)
        self._text: tuple[str, str] = ("", "")
        self._occurrences = Occurrences.of(())
        self._usage = Usage(tokenizer, gate.general, gate.usage)
        self._factors: Probabilities = np.ones(tokenizer.size, np.float32)
        self._recent: Probabilities = np.zeros(tokenizer.size, np.float32)
        self._share_of_recent = 0.0

    def look_around(self, before: str, after: str, held: str) -> None:
        """Take in the text around the caret but `held`, the word begun; while that grows nothing is to do."""
        start = window_start(before, PAGES_BEFORE)
        end = len(before) - len(held) if before.endswith(held) else before.rfind(" ", start)
        text = before[start : max(start, end)], after[:PAGE_AFTER]
        if text == self._text:
            return
        self._text = text
        earlier, later = map(self._encode, text)
        self._occurrences = Occurrences.of([*earlier, BEGIN, *later])
        self._recent = self._used_lately(earlier, later)
        if self._remembered:
            self._usage.learn(self._remembered.counts)
        self._factors = self._usage.factors([*earlier, *later])
        self._words = WholeWords(OF_TEXT, TEXT_UNSEEN)
        for line in "".join(text).splitlines(keepends=True):
            self._words.add(self._words_of_line(line))
        self._share_of_recent = self._gate.share_of_recent(len(earlier) + len(later))

    def whole_words(self, held: str) -> list[Whole]:
        """Return the words of several pieces that go on after `held`, the likeliest first."""
        sources = (self._words, self._remembered.words) if self._remembered else (self._words,)
        return agreeing(held, *sources)

    def mixed(
        self, following: Probabilities, trails: Sequence[Trail], query: Query | None = None
    ) -> Probabilities:
        """Give what was written before its share of the probabilities (N, V) after each of the trails.

        With a `query`, so does what followed where the model was in a similar state.
        """
        texts = self._occurrences.after(trails)
        nothing: list[list[Followers | None]] = [[None] * ORDER] * len(trails)
        remembered = self._remembered.occurrences.after(trails) if self._remembered else nothing
        rows = zip(scaled(following, self._factors), trails, remembered, texts, strict=True)
        mixture = np.stack([self._mix(*row) for row in rows])
        return self._with_alike(mixture, query) if query is not None and len(query.read) else mixture

    def _with_alike(self, mixture: Probabilities, query: Query) -> Probabilities:
        followed, closest = query.read.after(query.outputs, mixture.shape[1])
        shares = self._gate.shares_of_alike(closest)[:, None]
        return mixture * (1 - shares) + followed * shares

    def _mix(
        self,
        following: Probabilities,
        trail: Trail,
        remembered: Sequence[Followers | None],
        text: Sequence[Followers | None],
    ) -> Probabilities:
        """Mix one row; the more tokens agree, the more what is known from fewer gives way."""
        left, parts = 1.0, []
        sources = (
            (text, self._judge.features(text, trail), self._gate.text),
            (remembered, self._judge.features(remembered, trail), self._gate.remembered),
        )
        for order in reversed(range(ORDER)):
            for found, features, gate in sources:
                followers, values = found[order], features[order]
                if followers is not None and values is not None:
                    part = share(gate[order], values)
                    parts.append((followers, part * left))
                    left *= 1 - part
        recent = left * self._share_of_recent
        mixture: Probabilities = following * np.float32(left - recent)
        if recent > _LEAST:
            mixture += self._recent * np.float32(recent)
        for followers, part in parts:
            if part > _LEAST:
                mixture[followers.tokens] += followers.shares * np.float32(part)
        return mixture

    def _encode(self, text: str) -> list[int]:
        """Return the tokens of whole lines, most of which are known from the last request."""
        return [token for line in text.splitlines(keepends=True) for token in self._encode_line(line)]

    def _used_lately(self, earlier: Sequence[int], later: Sequence[int]) -> NDArray[np.float32]:
        """Return the share (V,) of each token of the text, less the farther from the caret it stands."""
        distances = np.concatenate([np.arange(len(earlier), 0, -1), np.arange(1, len(later) + 1)])
        weights = np.exp(-distances / LATELY)
        tokens = np.array([*earlier, *later], np.int64)
        used = np.bincount(tokens, weights, minlength=len(self._weights)) * self._weights
        return (used / max(float(used.sum()), 1e-9)).astype(np.float32)
