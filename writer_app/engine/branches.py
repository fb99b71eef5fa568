"""Continuations being tried out: reading them together, and how likely each ends as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from writer_app.engine.backend import Backend, Floats, Probabilities
from writer_app.engine.context import Snapshot
from writer_app.engine.memory import Memory
from writer_app.engine.neural_cache import NOTHING_READ, Query
from writer_app.engine.occurrences import Trail, longer, trail_of
from writer_app.engine.partial_word import Vocabulary
from writer_app.model.state import LstmState
from writer_app.text.scripts import is_full_width


@dataclass(frozen=True, slots=True)
class Branch:
    """A continuation that has been read."""

    probability: float  # of its tokens after the snapshot
    covered: float  # of these and all tokens that begin with the last of them
    rest: bytes  # typed letters that its tokens do not cover yet
    tail: bytes  # what they add to those letters
    state: LstmState
    following: Probabilities  # of each token (V,) after it
    trail: Trail  # its last tokens, and those before the snapshot


@dataclass(frozen=True, slots=True)
class Leaf:
    """A branch with one more token, still to be read."""

    probability: float
    covered: float
    rest: bytes
    tail: bytes
    token: int
    parent: Branch

    @classmethod
    def of(cls, branch: Branch, token: int, vocabulary: Vocabulary) -> "Leaf":
        """Return `branch` with `token` behind it."""
        raw = vocabulary.token_bytes[token]
        probability = covered = branch.probability * float(branch.following[token])
        if token in vocabulary.unparted:
            covering = branch.following[vocabulary.beginning_with(raw)]
            covered = branch.probability * float(covering.sum())
        if branch.rest:
            rest, tail = branch.rest[len(raw) :], raw[len(branch.rest) :]
        else:
            rest, tail = b"", branch.tail + raw
        return cls(probability, covered, rest, tail, token, branch)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A continuation that ends with a word, and the branch that spells it."""

    text: str
    probability: float
    branch: Branch


class Reader:
    """Reads what is tried out, and mixes what was written before into what may follow."""

    def __init__(self, backend: Backend, memory: Memory | None) -> None:
        self._backend = backend
        self._memory = memory
        self._read_before = NOTHING_READ

    def root(self, snapshot: Snapshot, held: str) -> Branch:
        """Return the branch of no tokens, before the letters `held`."""
        trail = trail_of(snapshot.tokens)
        self._read_before = snapshot.read
        (following,) = self._mixed(snapshot.probabilities[None], [trail], snapshot.state.hidden[-1])
        return Branch(1.0, 1.0, held.encode("utf-8", "surrogatepass"), b"", snapshot.state, following, trail)

    def read(self, leaves: Sequence[Leaf]) -> list[Branch]:
        """Read the tokens of all leaves at once."""
        state = LstmState(
            np.concatenate([leaf.parent.state.hidden for leaf in leaves], axis=1),
            np.concatenate([leaf.parent.state.cell for leaf in leaves], axis=1),
        )
        outputs, after = self._backend.read(np.array([[leaf.token for leaf in leaves]], np.int64), state)
        trails = [longer(leaf.parent.trail, leaf.token) for leaf in leaves]
        following = self._mixed(self._backend.probabilities(outputs[0]), trails, outputs[0])
        return [
            Branch(
                leaf.probability,
                leaf.covered,
                leaf.rest,
                leaf.tail,
                after.select([row]),
                following[row],
                trails[row],
            )
            for row, leaf in enumerate(leaves)
        ]

    def follow(self, root: Branch, tokens: Sequence[int], tail: bytes) -> Branch:
        """Return the branch of `tokens` after `root`, which add `tail` to what is typed, as if certain."""
        branch = root
        for token in tokens:
            (branch,) = self.read([Leaf(1.0, 1.0, b"", tail, token, branch)])
        return branch

    def _mixed(self, following: Probabilities, trails: Sequence[Trail], outputs: Floats) -> Probabilities:
        if self._memory is None:
            return following
        return self._memory.mixed(following, trails, Query(self._read_before, outputs))


def text_of(tail: bytes) -> str | None:
    """Return `tail` as text, None while its last character is incomplete."""
    try:
        return tail.decode()
    except UnicodeDecodeError:
        return None


def chance_of_end(vocabulary: Vocabulary, text: str, following: Probabilities) -> float:
    """Return how likely the word at the end of `text` is over, given what may follow."""
    return max(0.0, 1.0 - float(following[vocabulary.going_on(text)].sum()))


def mass_of(vocabulary: Vocabulary, text: str, branch: Branch) -> float:
    """Return how likely `text`, which `branch` spells, is to come and a word to end there.

    No mark separates Chinese words: whatever begins with a text agrees with it, however it is cut.
    """
    if is_full_width(text[-1]):
        return branch.covered
    return branch.probability * chance_of_end(vocabulary, text, branch.following)
