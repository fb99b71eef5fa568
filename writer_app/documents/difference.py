"""What changed between two texts: paragraph by paragraph, and word by word within those that changed.

Paragraphs that stand once in each text are its anchors (as in Cohen's patience diff); between two of them
there is little to compare, so even a long text is done in a moment.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto
from itertools import pairwise

_LONGEST = 4000  # words of a changed passage that are compared one by one
_WORD = re.compile(r"[^\W\u2e80-\u9fff\uac00-\ud7af]+|\s+|.", re.DOTALL)  # Chinese characters one by one
_ALIKE = 0.3  # of the words of two passages, without which one simply took the other's place
_CONFETTI = 2  # characters that two changes may share without being told apart


class Kind(Enum):
    """Whether a piece of text stands in both texts, or only in one."""

    SAME = auto()
    REMOVED = auto()
    ADDED = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, and in which of the two it stands."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A run of paragraphs that both texts have; `lines` are those of the old one from `first` on."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A passage that differs, as the pieces that lead through both texts."""

    pieces: tuple[Piece, ...]

    def words(self, kind: Kind) -> int:
        """Count the words that were added, or removed; a Chinese character is one."""
        return sum(
            any(character.isalnum() for character in word)
            for piece in self.pieces
            if piece.kind is kind
            for word in _WORD.findall(piece.text)
        )


def difference(old: str, new: str) -> Iterator[Unchanged | Changed]:
    """Yield the passages of two texts in order; what is between two of them may be interrupted."""
    a, b = old.split("\n"), new.split("\n")
    anchors = [(-1, -1), *_anchors(a, b), (len(a), len(b))]
    same: list[str] = []
    for (a0, b0), (a1, b1) in pairwise(anchors):
        for tag, i0, i1, j0, j1 in _opcodes(a[a0 + 1 : a1], b[b0 + 1 : b1]):
            gone, come = a[a0 + 1 + i0 : a0 + 1 + i1], b[b0 + 1 + j0 : b0 + 1 + j1]
            if tag == "equal":
                same += gone
                continue
            if same:
                yield Unchanged(tuple(same))
                same = []
            yield Changed(tuple(_pieces(gone, come)))
        if a1 < len(a):
            same.append(a[a1])
    if same:
        yield Unchanged(tuple(same))


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of paragraphs that stand once in each text, in an order that both texts have."""
    once_a, once_b = _once(a), _once(b)
    pairs = sorted((i, once_b[line]) for line, i in once_a.items() if line in once_b)
    # the longest increasing run of places in b, by patience sorting
    tops: list[int] = []
    piles: list[tuple[int, int, int]] = []  # place in a, place in b, number of the one before; one per pair
    last: list[int] = []
    for i, j in pairs:
        pile = bisect_left(tops, j)
        piles.append((i, j, last[pile - 1] if pile else -1))
        if pile == len(tops):
            tops.append(j)
            last.append(len(piles) - 1)
        else:
            tops[pile], last[pile] = j, len(piles) - 1
    run, number = [], last[-1] if last else -1
    while number >= 0:
        i, j, number = piles[number]
        run.append((i, j))
    return run[::-1]


def _once(lines: Sequence[str]) -> dict[str, int]:
    counts = Counter(lines)
    return {line: place for place, line in enumerate(lines) if counts[line] == 1}


def _opcodes(a: Sequence[str], b: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if not a and not b:
        return []
    if not set(a) & set(b):  # the usual case between anchors
        return [("replace", 0, len(a), 0, len(b))]
    return list(SequenceMatcher(None, a, b).get_opcodes())


def _pieces(gone: list[str], come: list[str]) -> list[Piece]:
    """Return the pieces of a passage, whose paragraphs each end with a line feed."""
    old, new = "".join(f"{line}\n" for line in gone), "".join(f"{line}\n" for line in come)
    words_a, words_b = _WORD.findall(old), _WORD.findall(new)
    if not old or not new or len(words_a) + len(words_b) > _LONGEST:
        return _joined([Piece(Kind.REMOVED, old), Piece(Kind.ADDED, new)])
    found = list[Piece]()
    opcodes = SequenceMatcher(None, words_a, words_b, autojunk=False).get_opcodes()
    if _shared_words(words_a, opcodes) < _ALIKE * max(len(words_a), len(words_b)) / 2:
        return _joined([Piece(Kind.REMOVED, old), Piece(Kind.ADDED, new)])
    for number, (tag, i0, i1, j0, j1) in enumerate(opcodes):
        before, after = "".join(words_a[i0:i1]), "".join(words_b[j0:j1])
        between_changes = 0 < number < len(opcodes) - 1
        if tag == "equal" and not (between_changes and len(before) <= _CONFETTI and "\n" not in before):
            found.append(Piece(Kind.SAME, before))
        else:
            found += [Piece(Kind.REMOVED, before), Piece(Kind.ADDED, after)]
    return _joined(found)


def _shared_words(words: list[str], opcodes: Sequence[tuple[str, int, int, int, int]]) -> int:
    return sum(
        not word.isspace() for tag, start, end, _, _ in opcodes if tag == "equal" for word in words[start:end]
    )


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Put neighbouring changes together: all that was removed, then all that was added."""
    result, changes = list[Piece](), {Kind.REMOVED: "", Kind.ADDED: ""}

    def finish() -> None:
        result.extend(Piece(kind, text) for kind, text in changes.items() if text)
        changes.update({Kind.REMOVED: "", Kind.ADDED: ""})

    for piece in pieces:
        if piece.kind is Kind.SAME:
            finish()
            result.append(piece)
        else:
            changes[piece.kind] += piece.text
    finish()
    return result
