"""From next-token probabilities to alternative words.

A best-first search: in every round the few likeliest unfinished branches read one token, together. The
probability of a branch bounds that of all that grows from it, so the search knows when it is done. Rounds
are counted rather than timed, which makes an answer the same on every machine.
"""

import heapq
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import count as counter

import numpy as np

from writer_app.engine.branches import Branch, Leaf, Phrase, Reader, mass_of, text_of
from writer_app.engine.partial_word import Indices, Vocabulary
from writer_app.engine.whole_words import Whole
from writer_app.text.boundaries import has_word, whole_word

ROUNDS = 10
WIDTH = 8  # branches read together: four cost hardly more than one, eight twice as much
NEVER = 1e-30  # in place of 0 for letters that the search found no way to spell
WORTH_READING = 0.05  # share of all that agrees with the letters typed; a whole word takes several rounds
LEAST = 1e-3  # of the likeliest; what is less likely is not worth a round
LEFT = 0.05  # share of all that agrees which the words not passed over keep at least


def likeliest_words(
    reader: Reader,
    vocabulary: Vocabulary,
    root: Branch,
    count: int,
    rejected: Collection[str] = (),
    whole: Sequence[Whole] = (),
) -> list[Phrase]:
    """Return the likeliest words that agree with the letters typed after `root`.

    Probabilities are conditional on those letters, and on none of the `rejected`: shares of the mass of all
    that agrees with them, words known as a `whole` included.
    """
    search = _Search(vocabulary, root, count, rejected)
    for _ in range(ROUNDS):
        leaves = search.next_leaves()
        if not leaves:
            break
        for branch in reader.read(leaves):
            search.grow(branch)
    search.take_whole(whole, reader, root)
    return search.words()


class _Search:
    """The words found so far, and the leaves that might lead to better ones."""

    def __init__(self, vocabulary: Vocabulary, root: Branch, count: int, rejected: Collection[str]) -> None:
        self._vocabulary = vocabulary
        self._held = root.rest.decode("utf-8", "surrogatepass")
        self._count = count
        self._rejected = rejected
        self._leaves: list[tuple[float, int, Leaf]] = []
        self._order = counter()  # breaks ties, so that leaves are never compared
        self._found: dict[str, Phrase] = {}
        self._agreeing = 0.0 if root.rest else 1.0  # mass of all that agrees with the typed letters
        self._refused = 0.0  # mass of the rejected words
        self._breadth = max(2 * WIDTH, 2 * count)
        self.grow(root)

    def grow(self, branch: Branch) -> None:
        """Note the word that `branch` may be, and the leaves that grow from it."""
        vocabulary = self._vocabulary
        if branch.rest:
            shorter, covering = vocabulary.agreeing(branch.rest)
            self._agreeing += branch.probability * float(branch.following[covering].sum())
            self._push(branch, shorter)
            self._push(branch, covering)
            return
        text = text_of(branch.tail)
        if text and has_word(text):
            self._note(text, branch)
            self._push(branch, vocabulary.going_on(text))
        else:
            self._push(branch, vocabulary.paragraph)

    def next_leaves(self) -> list[Leaf]:
        """Take the leaves to read next; none once they cannot lead to a better word."""
        bound = self._bound()
        leaves: list[Leaf] = []
        while self._leaves and len(leaves) < WIDTH and -self._leaves[0][0] > bound:
            leaves.append(heapq.heappop(self._leaves)[2])
        return leaves

    def take_whole(self, whole: Sequence[Whole], reader: Reader, root: Branch) -> None:
        """Add words that are known as a whole; those that are likely, and were not found, are read."""
        self._agreeing += sum(one.prior for one in whole)
        for one in whole[: self._count]:
            other = self._found.get(one.rest)
            if (
                one.prior < WORTH_READING * self._agreeing
                or whole_word(self._held, one.rest) in self._rejected
            ):
                continue
            branch = other.branch if other else reader.follow(root, one.tokens, one.rest.encode())
            known = other.probability if other else 0.0
            self._found[one.rest] = Phrase(one.rest, known + one.prior, branch)

    def words(self) -> list[Phrase]:
        """Return the words found, likeliest first."""
        agreeing = max(self._agreeing - self._refused, LEFT * self._agreeing, NEVER)
        return [
            replace(word, probability=min(1.0, word.probability / agreeing))
            for word in sorted(self._found.values(), key=lambda word: -word.probability)
        ]

    def _bound(self) -> float:
        """Return the probability that a word must exceed to be wanted."""
        if not self._found:
            return 0.0
        best = heapq.nlargest(self._count, (word.probability for word in self._found.values()))
        return best[-1] if len(best) == self._count else best[0] * LEAST

    def _note(self, text: str, branch: Branch) -> None:
        probability = mass_of(self._vocabulary, text, branch)
        if whole_word(self._held, text) in self._rejected:
            self._refused += probability
            return
        other = self._found.get(text)
        if other is None:
            self._found[text] = Phrase(text, probability, branch)
        else:  # spelt with other tokens: the same text, so the chances add up
            likelier = max(branch, other.branch, key=lambda b: b.probability)
            self._found[text] = Phrase(text, other.probability + probability, likelier)

    def _push(self, branch: Branch, tokens: Indices) -> None:
        chances = branch.following[tokens] * branch.probability
        kept = np.flatnonzero(chances > self._bound())
        if len(kept) > self._breadth:
            kept = kept[np.argpartition(-chances[kept], self._breadth)[: self._breadth]]
        for index in kept:
            leaf = Leaf.of(branch, int(tokens[index]), self._vocabulary)
            heapq.heappush(self._leaves, (-leaf.probability, next(self._order), leaf))
