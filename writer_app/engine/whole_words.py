"""Words spelt from several pieces, learned whole: a name that was used before is one thing to offer.

Piece by piece a long name is only as likely as the shares of all its pieces multiplied. So such words are
kept whole too. How likely one is then follows from the letters typed by Bayes' rule: how many of all words
are such a word again, against how likely those letters are to the model.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from writer_app.engine.partial_word import Vocabulary
from writer_app.text.boundaries import APOSTROPHES

PIECES, MOST_PIECES = 2, 12  # tokens of a word; one of fewer needs no help
LETTERS = 2  # typed at least: before, nothing tells one word from another
# The share of words that are one of those known, once these are many, and how many of them halve it: what
# made training texts likeliest. More such words come again (5 %, 2.5 %), but the model expects most of them.
OF_TEXT, TEXT_UNSEEN = 0.02, 30.0
OF_REMEMBERED, REMEMBERED_UNSEEN = 0.002, 100.0


@dataclass(frozen=True, slots=True)
class Spelt:
    """A word with the space before it, and its tokens."""

    text: str
    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A word that agrees with the letters typed: what is left of it, and how likely it was before them."""

    rest: str
    tokens: tuple[int, ...]
    prior: float


class Pieces:
    """Tells which tokens in a row spell a word."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._bytes = vocabulary.token_bytes
        self._inside, self._spaced = (np.zeros(len(self._bytes), np.bool_) for _ in range(2))
        self._inside[vocabulary.inside] = True
        self._spaced[vocabulary.spaced] = True

    def words(self, tokens: Sequence[int] | NDArray[np.integer]) -> Iterator[tuple[Spelt, int]]:
        """Yield the words in `tokens` that are spelt from several, and how often each is."""
        row = np.concatenate([np.asarray(tokens, np.uint16), np.zeros(MOST_PIECES + 1, np.uint16)])
        inside = sliding_window_view(self._inside[row], MOST_PIECES + 1)[:, 1:]
        begins = np.flatnonzero(self._spaced[row[: len(inside)]] & inside[:, : PIECES - 1].all(axis=1))
        if not len(begins):
            return
        rest = np.logical_and.accumulate(inside[begins], axis=1)
        spelt = sliding_window_view(row, MOST_PIECES + 1)[begins]
        spelt[:, 1:] *= rest
        for word, times in zip(*np.unique(spelt[~rest[:, -1]], axis=0, return_counts=True), strict=True):
            known = tuple(word[word > 0].tolist())
            if text := self._text(known):
                yield Spelt(text, known), int(times)

    def _text(self, tokens: tuple[int, ...]) -> str:
        """Return the text of `tokens`; nothing where that is no word of letters behind one space."""
        try:
            text = b"".join(self._bytes[token] for token in tokens).decode()
        except UnicodeDecodeError:
            return ""
        letters = text[1:]
        for mark in APOSTROPHES:
            letters = letters.replace(mark, "")
        return text if letters.isalpha() else ""


class WholeWords:
    """Words with how often they came, by their beginnings."""

    def __init__(self, share: float, unseen: float) -> None:
        self._share = share  # of all words that are one of these, once there are many
        self._unseen = unseen  # how many of them halve that share
        self._times: dict[str, int] = {}
        self._sorted: list[str] = []
        self._spelt: dict[str, Spelt] = {}
        self._total = 0

    def add(self, words: Iterable[tuple[Spelt, int]]) -> None:
        """Count more words."""
        new = []
        for word, times in words:
            if word.text not in self._spelt:  # of two spellings the first stays
                self._spelt[word.text] = word
                new.append(word.text)
            self._times[word.text] = self._times.get(word.text, 0) + times
            self._total += times
        if new:
            self._sorted += new
            self._sorted.sort()  # hardly longer than looking at each: all but the last are in order

    def beginning(self, letters: str) -> Iterator[Whole]:
        """Yield the words that go on after `letters`."""
        for place in range(bisect_left(self._sorted, letters), len(self._sorted)):
            text = self._sorted[place]
            if not text.startswith(letters):
                return
            word = self._spelt[text]
            prior = self._share * self._times[text] / (self._total + self._unseen)
            if len(text) > len(letters):
                yield Whole(text[len(letters) :], word.tokens, prior)


def agreeing(letters: str, *sources: WholeWords) -> list[Whole]:
    """Return the words of all sources that go on after `letters`, the likeliest first."""
    if not letters.startswith(" ") or len(letters) <= LETTERS:
        return []
    found: dict[str, Whole] = {}
    for source in sources:
        for whole in source.beginning(letters):
            other = found.get(whole.rest)
            prior = whole.prior + (other.prior if other else 0.0)
            found[whole.rest] = Whole(whole.rest, whole.tokens, prior)
    return sorted(found.values(), key=lambda whole: -whole.prior)
