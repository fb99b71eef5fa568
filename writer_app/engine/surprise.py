"""How surprising a text is to the model: bits of each word and sentence, paragraph by paragraph.

A paragraph is read in passages of a few sentences, each after a little of the text before it. So what a
passage costs depends on it and those few words alone: a change is local, and passages are read side by side.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from writer_app.engine.backend import Backend, Floats
from writer_app.engine.study_model import StudyModel
from writer_app.engine.token_words import words_of
from writer_app.model.state import LstmState
from writer_app.model.tokenizer import BEGIN, Tokenizer
from writer_app.text.boundaries import has_word, sentences
from writer_app.text.normalise import aligned_for_model, for_model

CONTEXT = 240  # characters read before a passage
PASSAGE = 320  # characters from which a passage ends with its sentence
LONGEST = 640  # characters of a passage without an end of a sentence
ROWS = 8  # passages read side by side
KEPT = 4096  # passages whose surprise is remembered

_OUTPUTS = 128  # tokens whose probabilities are computed at once: 5 MB
_SMALLEST = float(np.finfo(np.float32).tiny)
_PIECE = re.compile(rf".{{1,{LONGEST}}}(?:\s|\Z)|.{{1,{LONGEST}}}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters from `start` to `end`, how many bits they cost, and how many such a length usually does."""

    start: int
    end: int
    bits: float
    usual: float

    def moved(self, by: int) -> "Span":
        """Return the span of the same characters, `by` further on."""
        return Span(self.start + by, self.end + by, self.bits, self.usual)


@dataclass(frozen=True, slots=True)
class Surprise:
    """The words and the sentences of a text."""

    words: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text to be read, and the end of what stands before it."""

    text: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A few sentences, and what is read before them."""

    text: str
    context: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A passage as the model reads it: `tokens` from `first` on are its own."""

    passage: Passage
    tokens: list[int]
    first: int
    positions: list[int]


_Need = tuple[StudyModel, Passage]


class SurpriseReader:
    """Reads paragraphs; what it has read before costs nothing."""

    def __init__(self, choose: Callable[[str], StudyModel]) -> None:
        """Take the model for a text from `choose`."""
        self._choose = choose
        self._known: OrderedDict[_Need, Surprise] = OrderedDict()

    def read(self, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Surprise]]:
        """Yield the index of each paragraph and its surprise, the moment that it is known."""
        waiting = {index: self._needs(paragraph) for index, paragraph in enumerate(paragraphs)}
        needs = dict.fromkeys(need for needs in waiting.values() for need in needs)
        found = {need: self._known[need] for need in needs if need in self._known}
        for batch in _batches([need for need in needs if need not in found]):
            yield from _complete(waiting, found)
            read = read_passages(batch[0][0], [passage for _, passage in batch])
            for need, surprise in zip(batch, read, strict=True):
                found[need] = self._known[need] = surprise
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        yield from _complete(waiting, found)

    def _needs(self, paragraph: Paragraph) -> list[_Need]:
        model = self._choose(paragraph.text)
        return [(model, passage) for passage in passages(paragraph)]


def passages(paragraph: Paragraph) -> list[Passage]:
    """Cut a paragraph into passages; joined they are its text."""
    made: list[Passage] = []
    text = ""
    before = paragraph.before
    for part in [piece for sentence in sentences(paragraph.text) for piece in _PIECE.findall(sentence)]:
        text += part
        if len(text) >= PASSAGE:
            made.append(Passage(text, _context(before)))
            before, text = (before + text)[-2 * CONTEXT :], ""
    return [*made, Passage(text, _context(before))] if text else made


def read_passages(model: StudyModel, texts: Sequence[Passage]) -> list[Surprise]:
    """Return the surprise of each of a few passages, read side by side."""
    rows = [_row(model.tokenizer, passage) for passage in texts]
    tokens = np.full((max(len(row.tokens) for row in rows), len(rows)), BEGIN, np.int64)
    for column, row in enumerate(rows):
        tokens[: len(row.tokens), column] = row.tokens
    outputs, _ = model.backend.read(tokens, LstmState.zero(model.backend.config, len(rows)))
    needed = np.concatenate([outputs[row.first - 1 : len(row.tokens) - 1, i] for i, row in enumerate(rows)])
    following = np.concatenate([np.array(row.tokens[row.first :], np.int64) for row in rows])
    bits = _bits(model.backend, needed, following)
    ends = np.cumsum([len(row.tokens) - row.first for row in rows])
    parts = np.split(bits, ends[:-1])
    return [_surprise(model, row, part) for row, part in zip(rows, parts, strict=True)]


def _bits(backend: Backend, outputs: Floats, tokens: NDArray[np.int64]) -> Floats:
    """Return what each of `tokens` costs after each of `outputs`."""
    likely = [
        backend.probabilities(outputs[start : start + _OUTPUTS])[
            np.arange(len(tokens[start : start + _OUTPUTS])), tokens[start : start + _OUTPUTS]
        ]
        for start in range(0, len(tokens), _OUTPUTS)
    ]
    bits: Floats = -np.log2(np.maximum(np.concatenate([np.zeros(0, np.float32), *likely]), _SMALLEST))
    return bits


def _row(tokenizer: Tokenizer, passage: Passage) -> _Row:
    text, positions = aligned_for_model(passage.text)
    before = [BEGIN, *tokenizer.encode(for_model(passage.context))]
    return _Row(passage, [*before, *tokenizer.encode(text)], len(before), positions)


def _surprise(model: StudyModel, row: _Row, bits: Floats) -> Surprise:
    """Add up the bits of words and sentences."""
    pieces = [model.tokenizer.token_bytes[token] for token in row.tokens[row.first :]]
    text = b"".join(pieces).decode("utf-8", "surrogatepass")
    starts = _character_starts(text, pieces)
    words = [
        (starts[word.start], starts[word.stop], bits[word.start : word.stop])
        for word in words_of([piece.decode("utf-8", "replace") for piece in pieces])
    ]
    edges = [0, *accumulate(map(len, sentences(text)))]
    tokens = np.searchsorted(np.array(starts[:-1], np.int64), np.array(edges, np.int64))
    parts = [(edges[i], edges[i + 1], bits[a:b]) for i, (a, b) in enumerate(pairwise(tokens.tolist()))]
    usual = model.usual_bits
    return Surprise(*(tuple(_spans(row, text, found, usual)) for found in (words, parts)))


def _spans(row: _Row, text: str, pieces: Sequence[tuple[int, int, Floats]], usual: float) -> Iterator[Span]:
    """Yield those pieces of `text` that hold a word, by their place in the passage, without outer spaces."""
    for start, end, bits in pieces:
        part = text[start:end]
        if has_word(part):
            first, last = start + len(part) - len(part.lstrip()), start + len(part.rstrip()) - 1
            yield Span(row.positions[first], row.positions[last] + 1, float(bits.sum()), usual * len(part))


def _character_starts(text: str, pieces: Sequence[bytes]) -> list[int]:
    """Return where each token begins, and the end; a token within a character begins after it."""
    sizes = [len(character.encode("utf-8", "surrogatepass")) for character in text]
    edges = np.array([0, *accumulate(sizes)])
    offsets = np.array([0, *accumulate(map(len, pieces))])
    starts: list[int] = np.searchsorted(edges, offsets, side="left").tolist()
    return starts


def _context(before: str) -> str:
    """Return the end of `before`, from the beginning of a word."""
    if len(before) <= CONTEXT:
        return before
    end = before[-CONTEXT:]
    space = end.find(" ")
    return end[space:] if 0 <= space < CONTEXT // 4 else end


def _batches(needs: Sequence[_Need]) -> Iterator[list[_Need]]:
    """Yield passages to read side by side: of one model, near each other, of similar length."""
    for model in dict.fromkeys(model for model, _ in needs):
        same = [need for need in needs if need[0] is model]
        for group in _cut(same, 4 * ROWS):
            yield from _cut(sorted(group, key=lambda need: len(need[1].text)), ROWS)


def _cut(needs: Sequence[_Need], size: int) -> Iterator[list[_Need]]:
    return (list(needs[start : start + size]) for start in range(0, len(needs), size))


def _complete(
    waiting: dict[int, list[_Need]], found: dict[_Need, Surprise]
) -> Iterator[tuple[int, Surprise]]:
    """Take the paragraphs of which all passages are found out of `waiting`, and yield them."""
    ready = [index for index, needs in waiting.items() if all(need in found for need in needs)]
    for index in ready:
        needs = waiting.pop(index)
        yield index, _joined([need[1] for need in needs], [found[need] for need in needs])


def _joined(parts: Sequence[Passage], surprises: Sequence[Surprise]) -> Surprise:
    starts = [0, *accumulate(len(part.text) for part in parts)]
    moved = list(zip(starts, surprises, strict=False))
    return Surprise(
        tuple(span.moved(start) for start, surprise in moved for span in surprise.words),
        tuple(span.moved(start) for start, surprise in moved for span in surprise.sentences),
    )
