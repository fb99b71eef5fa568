"""The suggester: context, search, length, choice and filter over one model."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from writer_app.engine.backend import Backend
from writer_app.engine.branches import Phrase, Reader
from writer_app.engine.choice import most_saving, worth
from writer_app.engine.context import Context
from writer_app.engine.gate import Gate
from writer_app.engine.hints import Leanings
from writer_app.engine.memory import Memory, Remembered
from writer_app.engine.partial_word import Vocabulary
from writer_app.engine.phrases import LEAST, Least, extend, least_chance, with_space
from writer_app.engine.protocol import Answer, Request, Suggestion
from writer_app.engine.sampler import likeliest_words
from writer_app.engine.word_filter import (
    UnwantedWords,
    is_doubled,
    is_inside_address,
    offered_word,
    stands_inside_word,
    without_what_follows,
)
from writer_app.model.tokenizer import Tokenizer
from writer_app.text.scripts import is_full_width

LARGEST_COUNT = 20  # alternatives in one answer, whatever is asked for
FLOOR = 0.02
"""Nothing less likely is suggested; the editor asks for more, by its setting of eagerness."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How suggestions are chosen."""

    floor: float = FLOOR
    unwanted: UnwantedWords = field(default_factory=UnwantedWords)
    """Words that are never suggested."""
    takes_hints: bool = True
    """Whether it counts what was taken and passed over."""


class LstmSuggester:
    """Suggestions from one language pack."""

    def __init__(
        self,
        backend: Backend,
        tokenizer: Tokenizer,
        manner: Manner = Manner(),
        gate: Gate | None = None,
        remembered: Remembered | None = None,
    ) -> None:
        """Without a `gate` the model answers alone, without the words of the text."""
        self.device = backend.device
        self._vocabulary = Vocabulary(tokenizer)
        self._remembered = remembered
        self._memory = Memory(tokenizer, self._vocabulary, gate, remembered) if gate else None
        self._reader = Reader(backend, self._memory)
        self._context = Context(backend, tokenizer, self._vocabulary)
        self._manner = manner
        self._no_leanings = Leanings()
        self._latest = ""

    def suggest(self, request: Request) -> Answer:
        """Answer one request; the time it takes does not depend on how long the text is."""
        started = time.perf_counter()
        self._latest = request.before
        suggestions = self._suggestions(request, min(max(request.count, 0), LARGEST_COUNT))
        rounded = tuple(replace(s, probability=round(s.probability, 4)) for s in suggestions)
        return Answer(request.number, rounded, (time.perf_counter() - started) * 1000)

    def idle(self) -> bool:
        """Read a little of what typing on will need; whether there may be more to read."""
        if self._remembered is not None and self._remembered.refresh():
            return True
        return self._context.read_ahead(self._latest)

    def _suggestions(self, request: Request, count: int) -> list[Suggestion]:
        if count == 0 or is_inside_address(request.before):
            return []
        snapshot, held = self._context.at(request.before)
        if self._memory:
            self._memory.look_around(request.before, request.after, held)
        root = self._reader.root(snapshot, held)
        whole = self._memory.whole_words(held) if self._memory else ()
        words = likeliest_words(self._reader, self._vocabulary, root, count, request.rejected, whole)
        if stands_inside_word(request.before, [word.text for word in words], request.after):
            return []
        words = [word for word in words if not self._is_refused(word, request)]
        words = sorted(words, key=lambda word: self._worth(word, request), reverse=True)[:count]
        least = _least_chance_in_ghost_text if request.spaced else _least_chance_in_list(words)
        chains = extend(self._reader, self._vocabulary, words, request.reach, least)
        offered = [[o for phrase in chain if (o := self._offered(phrase, request))] for chain in chains]
        if not request.spaced:
            return most_saving([chain for chain in offered if chain], count)
        return [
            replace(chain[-1], word_probability=self._probability(word, request))
            for word, chain in zip(words, offered, strict=True)
            if chain
        ]

    def _offered(self, phrase: Phrase, request: Request) -> Suggestion | None:
        """Return `phrase` as it is offered, None where it is not."""
        if self._is_refused(phrase, request):
            return None
        if request.spaced and _has_room(request.after):
            spaced = with_space(self._vocabulary, phrase)
            phrase = spaced if self._probability(spaced, request) >= self._manner.floor else phrase
        text = without_what_follows(phrase.text, request.after)
        if not text or _saves_nothing(text, request):
            return None
        return Suggestion(text, self._probability(phrase, request))

    def _is_refused(self, phrase: Phrase, request: Request) -> bool:
        before, text = request.before, phrase.text
        if offered_word(before, text) in request.rejected or is_doubled(before, text):
            return True
        if self._remembered is not None and self._remembered.never.would_hold(before, text):
            return True
        unwanted = self._manner.unwanted.would_hold(before, text)
        return unwanted or self._probability(phrase, request) < self._manner.floor

    def _probability(self, phrase: Phrase, request: Request) -> float:
        """Return how likely `phrase` is by the model, and by what became of it here before."""
        return self._leanings.leaned(phrase.probability, request.before, phrase.text)

    def _worth(self, word: Phrase, request: Request) -> float:
        """Return what words are ranked by: keys that they may save, and what became of them before."""
        return worth(word) * math.exp(self._leanings.of(request.before, word.text))

    @property
    def _leanings(self) -> Leanings:
        if self._remembered is None or not self._manner.takes_hints:
            return self._no_leanings
        return self._remembered.leanings


def _least_chance_in_ghost_text(phrase: Phrase) -> float:
    return least_chance(phrase.text)


def _least_chance_in_list(words: Sequence[Phrase]) -> Least:
    """Go on to a next word while that may replace the word, or save more than the last of `words`."""
    bound = min(map(worth, words), default=0.0)
    return lambda phrase: max(min(bound / phrase.probability, least_chance(phrase.text)), LEAST)


def _saves_nothing(text: str, request: Request) -> bool:
    """Whether taking `text` costs the key that typing it costs; a Chinese character takes several.

    A letter in a list brings its space; a digit alone is a guess.
    """
    return len(text) == 1 and not is_full_width(text) and (request.spaced or text.isdigit())


def _has_room(after: str) -> bool:
    """Whether a space before `after` would neither be doubled nor stand before a closing mark."""
    return not after or after[0] == "\n" or after[0].isalnum()
