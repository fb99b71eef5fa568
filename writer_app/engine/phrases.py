"""How far a suggestion goes: on to the next word while that is likely enough.

The more a suggestion saves as it stands, the more a wrong word at its end would waste; a word too few is
brought by the next suggestion at the cost of one key. So the next word has to be the likelier, the longer
the suggestion is: where it types n characters, 1 - 1/n is the point at which both are even.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from writer_app.engine.branches import Branch, Leaf, Phrase, Reader, chance_of_end, text_of
from writer_app.engine.partial_word import Vocabulary
from writer_app.engine.protocol import Reach
from writer_app.text.scripts import is_full_width

LEAST, MOST = 0.1, 0.9  # bounds of how likely the next word must be, given those before it
TOKENS = 12  # read after the first word
SPACE = 0.5  # how likely a space must be behind the last word to be offered with it


WORDS = {Reach.WORD: 1, Reach.PHRASE: 3, Reach.SURE: TOKENS}


def extend(
    reader: Reader, vocabulary: Vocabulary, words: Sequence[Phrase], reach: Reach = Reach.SURE
) -> list[Phrase]:
    """Return each word with the words that are likely to follow it."""
    growths = [_Growth(vocabulary, word, WORDS[reach]) for word in words]
    for _ in range(TOKENS):
        growing = [(growth, leaf) for growth in growths if (leaf := growth.likeliest())]
        if not growing:
            break
        branches = reader.read([leaf for _, leaf in growing])
        for (growth, _), branch in zip(growing, branches, strict=True):
            growth.take(branch)
    return [growth.phrase for growth in growths]


def least_chance(text: str) -> float:
    """Return how likely the next word must be to be added to `text`, which a space follows unless Chinese."""
    typed = len(text) + (not is_full_width(text[-1]))
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

    def __init__(self, vocabulary: Vocabulary, word: Phrase, most: int) -> None:
        self.phrase = word
        self._left = most - 1  # words that may be added
        self._vocabulary = vocabulary
        self._branch = word.branch
        self._mass = word.branch.probability * self._chance_of_end(word.text, word.branch)

    def likeliest(self) -> Leaf | None:
        """Return the likeliest next token, None where it is not likely enough or the phrase is full."""
        if not self._left:
            return None
        branch = self._branch
        following = branch.following
        if branch is self.phrase.branch:  # its last word is over, so what would go on with it is out
            following = following.copy()
            following[self._vocabulary.going_on(self.phrase.text)] = 0
        following = following[self._vocabulary.paragraph]
        index = int(np.argmax(following))
        probability = branch.probability * float(following[index])
        if probability < self._mass * least_chance(self.phrase.text):
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
        if mass >= self._mass * least_chance(self.phrase.text):
            chance = self.phrase.probability * mass / self._mass
            self.phrase, self._mass = Phrase(text, chance, branch), mass
            self._left -= 1

    def _chance_of_end(self, text: str, branch: Branch) -> float:
        return chance_of_end(self._vocabulary, text, branch.following)
