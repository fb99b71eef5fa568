"""Which words a model has learned: those of the held-out text that surprise it much less than before."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from writer_app.model.tokenizer import Tokenizer
from writer_app.text.scripts import is_han

MOST = 12
_FEWEST_TIMES = 2  # that a word stands in the text; what comes once may be chance
_LEAST_GAIN = 1.0  # nats for each time: nearly three times as likely as before
_WORD = re.compile(rb"[A-Za-z\xc3-\xcb][A-Za-z\xc3-\xcb\x80-\xbf]{2,}(?:'[a-z]+)?")  # UTF-8 of Latin letters


def learned_words(
    tokenizer: Tokenizer,
    documents: Sequence[Sequence[int]],
    before: Sequence[NDArray[np.float64]],
    after: Sequence[NDArray[np.float64]],
) -> list[str]:
    """Return words by what was gained on them in all, given what each token cost before and after."""
    gains: defaultdict[str, list[float]] = defaultdict(list)
    for tokens, old, new in zip(documents, before, after, strict=True):
        for word, first, last in _words(tokenizer, tokens):
            gains[word].append(float((old[first:last] - new[first:last]).sum()))
    found = [
        (sum(of_word), word)
        for word, of_word in gains.items()
        if len(of_word) >= _FEWEST_TIMES and sum(of_word) / len(of_word) >= _LEAST_GAIN
    ]
    words: dict[str, str] = {}  # "Harbour" and "harbour" are one word to a reader
    for _, word in sorted(found, reverse=True):
        words.setdefault(word.casefold(), word)
    return list(words.values())[:MOST]


def _words(tokenizer: Tokenizer, tokens: Sequence[int]) -> Iterator[tuple[str, int, int]]:
    """Yield each word, and the tokens from which to which it goes; a Chinese word is a token."""
    pieces = [tokenizer.token_bytes[token] for token in tokens]
    ends = np.cumsum([len(piece) for piece in pieces])
    for match in _WORD.finditer(b"".join(pieces).decode("utf-8", "replace").encode()):
        first, last = np.searchsorted(ends, [match.start(), match.end() - 1], side="right")
        yield match[0].decode(), int(first), int(last) + 1
    for place, piece in enumerate(pieces):
        word = piece.decode("utf-8", "ignore").strip()
        if len(word) > 1 and all(map(is_han, word)):
            yield word, place, place + 1
