"""Continuations being tried out: reading them together, and how likely each ends as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from writer_app.engine.backend import Backend
from writer_app.engine.partial_word import Vocabulary
from writer_app.model.state import LstmState

Probabilities = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Branch:
    """A continuation that has been read."""

    probability: float  # of its tokens after the snapshot
    rest: bytes  # typed letters that its tokens do not cover yet
    tail: bytes  # what they add to those letters
    state: LstmState
    following: Probabilities  # of each token (V,) after it


@dataclass(frozen=True, slots=True)
class Leaf:
    """A branch with one more token, still to be read."""

    probability: float
    rest: bytes
    tail: bytes
    token: int
    parent: Branch


@dataclass(frozen=True, slots=True)
class Phrase:
    """A continuation that ends with a word, and the branch that spells it."""

    text: str
    probability: float
    branch: Branch


def read_leaves(backend: Backend, leaves: Sequence[Leaf]) -> list[Branch]:
    """Read the tokens of all leaves at once."""
    state = LstmState(
        np.concatenate([leaf.parent.state.hidden for leaf in leaves], axis=1),
        np.concatenate([leaf.parent.state.cell for leaf in leaves], axis=1),
    )
    outputs, after = backend.read(np.array([[leaf.token for leaf in leaves]], np.int64), state)
    following = backend.probabilities(outputs[0])
    return [
        Branch(leaf.probability, leaf.rest, leaf.tail, after.select([row]), following[row])
        for row, leaf in enumerate(leaves)
    ]


def read_spellings(backend: Backend, root: Branch, spellings: Sequence[Sequence[int]]) -> list[Branch]:
    """Read each sequence of tokens after `root`, all of them side by side."""
    branches = [root] * len(spellings)
    for depth in range(max(map(len, spellings), default=0)):
        rows = [row for row, tokens in enumerate(spellings) if depth < len(tokens)]
        leaves = [_leaf(branches[row], spellings[row][depth]) for row in rows]
        for row, branch in zip(rows, read_leaves(backend, leaves), strict=True):
            branches[row] = branch
    return branches


def _leaf(branch: Branch, token: int) -> Leaf:
    return Leaf(branch.probability * float(branch.following[token]), b"", b"", token, branch)


def text_of(tail: bytes) -> str | None:
    """Return `tail` as text, None while its last character is incomplete."""
    try:
        return tail.decode()
    except UnicodeDecodeError:
        return None


def chance_of_end(vocabulary: Vocabulary, text: str, following: Probabilities) -> float:
    """Return how likely the word at the end of `text` is over, given what may follow."""
    return max(0.0, 1.0 - float(following[vocabulary.going_on(text)].sum()))
