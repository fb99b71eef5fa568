"""Which tokens agree with letters already typed, and which go on with a word.

The vocabulary's bytes in sorted order serve as the trie: tokens with the same beginning stand side by side.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from writer_app.model.tokenizer import Tokenizer
from writer_app.text.boundaries import joins
from writer_app.text.scripts import is_full_width

Indices = NDArray[np.int64]
NO_TOKENS: Indices = np.empty(0, np.int64)


class Vocabulary:
    """The tokens of a tokenizer by their bytes."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.token_bytes = tokenizer.token_bytes
        # A byte token that spells a piece is never used, and comes before it: the later one stays.
        self._tokens = {raw: token for token, raw in enumerate(self.token_bytes) if raw}
        self._sorted = sorted(self._tokens)
        self._order = np.array([self._tokens[raw] for raw in self._sorted], np.int64)
        self._longest = max(map(len, self._sorted))
        self.paragraph = self._those(lambda raw: raw != b"\n")
        """Tokens that go on with the paragraph."""
        self.closed = self._those(lambda raw: raw != b"\n" and not raw.startswith(b" "))
        """Of those, the ones without a space before them."""
        self.spaced = self._those(lambda raw: raw.startswith(b" "))
        """Tokens with a space before them."""
        self.inside = self._those(_goes_on_with_word)
        """Tokens that go on with a word written in letters."""

        self.unparted = frozenset(token for raw, token in self._tokens.items() if _ends_full_width(raw))
        """Tokens with which a Chinese word may end, and go on."""

    def agreeing(self, typed: bytes) -> tuple[Indices, Indices]:
        """Return the tokens that `typed` begins with, shorter than it, and those that begin with `typed`."""
        beginnings = (typed[:length] for length in range(1, min(len(typed), self._longest + 1)))
        shorter = [self._tokens[raw] for raw in beginnings if raw in self._tokens]
        return np.array(shorter, np.int64), self.beginning_with(typed)

    def beginning_with(self, raw: bytes) -> Indices:
        """Return the tokens that begin with `raw`."""
        first = bisect_left(self._sorted, raw)
        last = bisect_left(self._sorted, raw + b"\xff", first)  # no token holds this byte after text
        return self._order[first:last]

    def characters_begun(self, text: str, most: int) -> int:
        """Return how many characters at the end of `text`, at most `most`, might begin a longer token."""
        for length in range(min(most, len(text)), 0, -1):
            raw = text[-length:].encode("utf-8", "surrogatepass")
            place = bisect_right(self._sorted, raw)
            if place < len(self._sorted) and self._sorted[place].startswith(raw):
                return length
        return 0

    def going_on(self, text: str) -> Indices:
        """Return the tokens that go on with the word at the end of `text`; no Chinese word has any."""
        if is_full_width(text[-1]):
            return NO_TOKENS  # no mark separates Chinese words: each token is one
        return self.inside if joins(text[-1]) else self.closed

    def _those(self, chosen: Callable[[bytes], bool]) -> Indices:
        return np.array([token for raw, token in self._tokens.items() if chosen(raw)], np.int64)


def _goes_on_with_word(raw: bytes) -> bool:
    try:
        return joins(raw.decode()[0])
    except UnicodeDecodeError:
        return True  # part of a character, which may be a letter


def _ends_full_width(raw: bytes) -> bool:
    try:
        return is_full_width(raw.decode()[-1])
    except UnicodeDecodeError:
        return False
