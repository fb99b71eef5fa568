"""What followed where the same tokens stood before, found by binary search.

Every place of a text is sorted by the tokens before it, the nearest first: the places that agree in one
token, two or more stand side by side, so a look-up costs the same in a page and in a million words.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

import numpy as np
from numpy.typing import NDArray

from writer_app.engine.partial_word import Indices
from writer_app.model.tokenizer import BEGIN

ORDER = 4  # tokens before a place that are compared at most
MOST_PLACES = 256  # looked at for one context; of more, as many evenly spread
KEPT = 4096  # contexts whose followers are kept at hand
_BITS = 16  # for one token in a sorting key: no vocabulary is larger
_SHIFTS = np.arange(ORDER - 1, -1, -1, dtype=np.uint64) * np.uint64(_BITS)
_SPANS = np.uint64(1) << _SHIFTS  # of keys that agree in one token, two and so on

Keys = NDArray[np.uint64]
Trail = tuple[int, ...]
"""The last `ORDER` tokens read, the latest first; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Followers:
    """The tokens that followed one context, with the share of places where each did."""

    tokens: Indices
    shares: NDArray[np.floating]
    likeliest: int
    features: tuple[float, float, float]
    """log(1 + places), log(1 + different tokens), share of the likeliest."""


class Occurrences:
    """The places of one text, or of several that `BEGIN` parts."""

    def __init__(self, keys: Keys, followers: NDArray[np.uint16]) -> None:
        self.keys = keys  # in rising order: the last tokens before each place
        self.followers = followers  # the token at each place
        self._kept: dict[tuple[int, int], Followers] = {}

    @classmethod
    def of(cls, tokens: Sequence[int] | NDArray[np.integer]) -> "Occurrences":
        """Sort the places of `tokens`; no text reaches across `BEGIN`."""
        padded = np.concatenate([np.zeros(ORDER, np.uint64), np.asarray(tokens, np.uint64)])
        keys = np.zeros(len(padded) - ORDER, np.uint64)
        same_text = np.ones(len(keys), np.bool_)
        for distance, shift in enumerate(_SHIFTS, start=1):
            earlier = padded[ORDER - distance : len(padded) - distance]
            keys |= np.where(same_text, earlier, 0) << shift
            same_text &= earlier != BEGIN
        followers = padded[ORDER:].astype(np.uint16)
        real = followers != BEGIN
        keys, followers = keys[real], followers[real]
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], followers[order])

    def __len__(self) -> int:
        return len(self.keys)

    def merged(self, later: "Occurrences") -> "Occurrences":
        """Return the places of both."""
        places = np.searchsorted(self.keys, later.keys, side="right")
        return Occurrences(
            np.insert(self.keys, places, later.keys),
            np.insert(self.followers, places, later.followers),
        )

    def after(self, trails: Sequence[Trail]) -> list[list[Followers | None]]:
        """Return, for each trail, what followed where its last token stood, its last two and so on."""
        if not len(self.keys):
            return [[None] * ORDER for _ in trails]
        parts = np.array(trails, np.uint64) << _SHIFTS
        first = np.bitwise_or.accumulate(parts, axis=1)
        starts = np.searchsorted(self.keys, first).tolist()
        ends = np.searchsorted(self.keys, first + _SPANS).tolist()
        return [
            [self._at(*bounds) for bounds in zip(*rows, strict=True)]
            for rows in zip(starts, ends, strict=True)
        ]

    def _at(self, start: int, end: int) -> Followers | None:
        if start == end:
            return None
        found = self._kept.get((start, end))
        if found is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            found = self._kept[start, end] = self._counted(start, end)
        return found

    def _counted(self, start: int, end: int) -> Followers:
        step = -(-(end - start) // MOST_PLACES)
        places = self.followers[start:end:step].tolist()
        counts = Counter(places)
        likeliest, times = max(counts.items(), key=lambda item: item[1])
        tokens = np.fromiter(counts.keys(), np.int64, len(counts))
        shares = np.fromiter(counts.values(), np.float32, len(counts)) / np.float32(len(places))
        features = (log1p(end - start), log1p(len(counts)), times / len(places))
        return Followers(tokens, shares, likeliest, features)


def trail_of(tokens: Sequence[int]) -> Trail:
    """Return the trail that ends with `tokens`."""
    latest = tokens[: -ORDER - 1 : -1]
    return (*latest, *(0,) * (ORDER - len(latest)))


def longer(trail: Trail, token: int) -> Trail:
    """Return the trail after one more token."""
    return (token, *trail[: ORDER - 1])
