"""How far a suggestion goes: on to the next word while that is likely enough.

A word too many costs more than one too few, which the next suggestion brings anyway.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from writer_app.engine.backend import Backend
from writer_app.engine.branches import Branch, Leaf, Phrase, chance_of_end, read_leaves, text_of
from writer_app.engine.partial_word import Vocabulary

ONWARD = 0.7  # how likely the next word must be, given those before it
TOKENS = 12  # read after the first word
SPACE = 0.5  # how likely a space must be behind the last word to be offered with it


def extend(
    backend: Backend, vocabulary: Vocabulary, words: Sequence[Phrase], onward: float = ONWARD
) -> list[Phrase]:
    """Return each word with the words that are likely to follow it."""
    growths = [_Growth(vocabulary, word, onward) for word in words]
    for _ in range(TOKENS):
        growing = [(growth, leaf) for growth in growths if (leaf := growth.likeliest())]
        if not growing:
            break
        branches = read_leaves(backend, [leaf for _, leaf in growing])
        for (growth, _), branch in zip(growing, branches, strict=True):
            growth.take(branch)
    return [growth.phrase for growth in growths]


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

    def __init__(self, vocabulary: Vocabulary, word: Phrase, onward: float) -> None:
        self.phrase = word
        self._vocabulary = vocabulary
        self._onward = onward
        self._branch = word.branch
        self._mass = word.branch.probability * self._chance_of_end(word.text, word.branch)

    def likeliest(self) -> Leaf | None:
        """Return the likeliest next token, None where it is not likely enough."""
        branch = self._branch
        following = branch.following[self._vocabulary.paragraph]
        if branch is self.phrase.branch:  # the word is over, so what would go on with it is out
            following = branch.following.copy()
            following[self._vocabulary.going_on(self.phrase.text)] = 0
            following = following[self._vocabulary.paragraph]
        index = int(np.argmax(following))
        probability = branch.probability * float(following[index])
        if probability < self._mass * self._onward:
            return None
        token = int(self._vocabulary.paragraph[index])
        tail = branch.tail + self._vocabulary.token_bytes[token]
        return Leaf(probability, b"", tail, token, branch)

    def take(self, branch: Branch) -> None:
        """Go on with `branch`; where a word ends there and is likely enough, the phrase does too."""
        self._branch = branch
        text = text_of(branch.tail)
        if not text:
            return
        mass = branch.probability * self._chance_of_end(text, branch)
        if mass >= self._mass * self._onward:
            chance = self.phrase.probability * mass / self._mass
            self.phrase, self._mass = Phrase(text, chance, branch), mass

    def _chance_of_end(self, text: str, branch: Branch) -> float:
        return chance_of_end(self._vocabulary, text, branch.following)
