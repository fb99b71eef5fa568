"""The least that a model has to beat: completing the word begun to the most frequent ones."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from itertools import islice

from writer_app.engine.protocol import Answer, Request, Suggester, Suggestion
from writer_app.model.tokenizer import Tokenizer
from writer_app.text.boundaries import APOSTROPHES, word_before

LARGEST_VOCABULARY = 50_000
_BEFORE_WORDS = ("", *" \n([\"'“‘—-")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def count_words(documents: Iterable[str]) -> Counter[str]:
    """Count the words of a language with spaces."""
    counts: Counter[str] = Counter()
    for text in documents:
        counts.update(_WORD.findall(text))
    return counts


def count_pieces(documents: Iterable[str], tokenizer: Tokenizer) -> Counter[str]:
    """Count the tokens of two characters and more, the nearest to words where no spaces part them."""
    tokens: Counter[int] = Counter()
    for text in documents:
        for paragraph in text.split("\n"):
            tokens.update(tokenizer.encode(paragraph))
    pieces = {tokenizer.decode([token]): number for token, number in tokens.items()}
    return Counter({piece: number for piece, number in pieces.items() if len(piece) > 1 and piece.isalpha()})


def space_share(documents: Iterable[str]) -> float:
    """Return the share of words with a space behind them."""
    spaces = words = 0
    for text in documents:
        for match in _WORD.finditer(text):
            words += 1
            spaces += text.startswith(" ", match.end())
    return spaces / words if words else 0.0


class Lexicon:
    """Words by falling frequency, found by how they begin."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        common = sorted(counts, key=lambda word: (-counts[word], word))[:LARGEST_VOCABULARY]
        self.counts = {word: counts[word] for word in common}
        self._alphabetical = sorted(common)
        self._starting: dict[str, list[str]] = {"": common}

    def starting(self, prefix: str) -> list[str]:
        """Return the words that begin with `prefix`, most frequent first."""
        if prefix not in self._starting:
            first = bisect_left(self._alphabetical, prefix)
            behind = bisect_left(self._alphabetical, prefix + "\U0010ffff")
            words = self._alphabetical[first:behind]
            self._starting[prefix] = sorted(words, key=lambda word: -self.counts[word])
        return self._starting[prefix]


class WordFrequencySuggester:
    """Completes the word begun to the most frequent ones, as a phone without a model would."""

    def __init__(self, lexicon: Lexicon, *, spaced: bool) -> None:
        self._lexicon = lexicon
        self._spaced = spaced

    def suggest(self, request: Request) -> Answer:
        """Answer one request."""
        # Without spaces to go by, the last character is taken to begin a word.
        begun = begun_word(request.before) if self._spaced else request.before[-1:].strip()
        if begun is None:
            return Answer(request.number)
        words = self._lexicon.starting(begun)
        mass = sum(self._lexicon.counts[word] for word in words)
        passed = {word if self._spaced else begun + word for word in request.rejected}
        chosen = first_words(words, request.count, passed | {begun})
        return Answer(
            request.number,
            tuple(Suggestion(word[len(begun) :], self._lexicon.counts[word] / mass) for word in chosen),
        )


class WithSpaces:
    """Adds the space behind a word where it is asked for, so that no method is spared keys another pays."""

    def __init__(self, suggester: Suggester, share: float) -> None:
        self._suggester = suggester
        self._share = share

    def suggest(self, request: Request) -> Answer:
        """Answer one request."""
        answer = self._suggester.suggest(request)
        if not request.spaced or self._share < 0.5:
            return answer
        spaced = tuple(Suggestion(s.text + " ", s.probability * self._share) for s in answer.suggestions)
        return replace(answer, suggestions=spaced)


def begun_word(before: str) -> str | None:
    """Return what of a word is typed, empty where one may begin, None where it may not."""
    begun = word_before(before).lstrip(APOSTROPHES)
    return begun if begun or before[-1:] in _BEFORE_WORDS else None


def first_words(words: Iterable[str], wanted: int, without: Set[str]) -> list[str]:
    """Return the first `wanted` of `words`, leaving some out."""
    return list(islice((word for word in words if word not in without), wanted))
