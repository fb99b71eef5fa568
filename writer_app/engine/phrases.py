"""How far a suggestion goes: from its first word on to the words that are likely to follow it.

The more ghost text saves as it stands, the more a wrong word at its end would waste; a word too few is
brought by the next suggestion at the cost of one key. So the next word has to be the likelier, the longer
the suggestion is: where it types n characters, 1 - 1/n is the point at which both are even.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from writer_app.engine.branches import Branch, Leaf, Phrase, Reader, chance_of_end, mass_of, text_of
from writer_app.engine.partial_word import Vocabulary
from writer_app.engine.protocol import Reach
from writer_app.text.scripts import is_full_width

LEAST, MOST = 0.1, 0.9  # bounds of how likely the next word must be, given those before it
TOKENS = 12  # read after the first word
SPACE = 0.5  # how likely a space must be behind the last word to be offered with it
WORDS = {Reach.WORD: 1, Reach.PHRASE: 3, Reach.SURE: TOKENS}

Chain = list[Phrase]
"""A word, the same with the next word, with the next two and so on."""
Least = Callable[[Phrase], float]
"""How likely the next word must be, given a phrase, to be added to it."""


def extend(
    reader: Reader, vocabulary: Vocabulary, words: Sequence[Phrase], reach: Reach, least: Least
) -> list[Chain]:
    """Return each word with all that it grows into."""
    growths = [_Growth(vocabulary, word, WORDS[reach], least) for word in words]
    for _ in range(TOKENS):
        growing = [(growth, leaf) for growth in growths if (leaf := growth.likeliest())]
        if not growing:
            break
        branches = reader.read([leaf for _, leaf in growing])
        for (growth, _), branch in zip(growing, branches, strict=True):
            growth.take(branch)
    return [growth.chain for growth in growths]


def least_chance(text: str) -> float:
    """Return how likely the next word must be to be added to the ghost text `text`."""
    typed = len(text) + (not is_full_width(text[-1]))  # with the space behind it
    return min(max(1 - 1 / typed, LEAST), MOST)


def with_space(vocabulary: Vocabulary, phrase: Phrase) -> Phrase:
    """Return `phrase` with the space behind it where one is likely to follow, else as it is."""
    following = phrase.branch.following
    end = chance_of_end(vocabulary, phrase.text, following)
    space = float(following[vocabulary.spaced].sum())
    if space < end * SPACE:
        return phrase
    return replace(phrase, text=f"{phrase.text} ", probability=phrase.probability * min(1.0, space / end))


class _Growth:
    """A phrase, and the branch that may become its next word."""

    def __init__(self, vocabulary: Vocabulary, word: Phrase, most: int, least: Least) -> None:
        self.chain = [word]
        self._most = most
        self._vocabulary = vocabulary
        self._least_chance = least
        self._begin(word)

    def likeliest(self) -> Leaf | None:
        """Return the likeliest next token, None where it is not likely enough or the phrase is full."""
        if len(self.chain) == self._most:
            return None
        branch = self._branch
        following = branch.following
        if branch is self.chain[-1].branch:  # its last word is over, so what would go on with it is out
            following = following.copy()
            following[self._vocabulary.going_on(self.chain[-1].text)] = 0
        following = following[self._vocabulary.paragraph]
        leaf = Leaf.of(branch, int(self._vocabulary.paragraph[np.argmax(following)]), self._vocabulary)
        return leaf if leaf.covered >= self._least else None

    def take(self, branch: Branch) -> None:
        """Go on with `branch`; where a word ends there and is likely enough, the phrase does too."""
        self._branch = branch
        text = text_of(branch.tail)
        if not text:
            return
        mass = mass_of(self._vocabulary, text, branch)
        if mass >= self._least:
            phrase = Phrase(text, self.chain[-1].probability * mass / self._mass, branch)
            self.chain.append(phrase)
            self._begin(phrase)

    def _begin(self, phrase: Phrase) -> None:
        self._branch = phrase.branch
        self._mass = mass_of(self._vocabulary, phrase.text, phrase.branch)
        self._least = self._mass * self._least_chance(phrase)
