"""The words that may come at the caret: what part of each is the model's, what part the memory's."""

from collections.abc import Sequence
from dataclasses import dataclass

from writer_app.engine.branches import Phrase, Reader
from writer_app.engine.context import Snapshot
from writer_app.engine.sampler import likeliest_words
from writer_app.engine.study_model import StudyModel
from writer_app.engine.whole_words import Whole
from writer_app.text.boundaries import whole_word

EXPECTED = 8  # words shown, or tokens


@dataclass(frozen=True, slots=True)
class Expected:
    """A token or word that may come next, and what part of its probability comes from where."""

    text: str
    model: float
    memory: float = 0.0
    """What is added because of what was written before."""

    @property
    def probability(self) -> float:
        """How likely it is in all."""
        return self.model + self.memory


class NextWords:
    """Looks for words as the suggester does, once with what was written before and once without it."""

    def __init__(self, model: StudyModel) -> None:
        self._model = model
        self._alone = Reader(model.backend, None)
        self._mixed = Reader(model.backend, model.memory)

    def at(self, before: str, after: str) -> tuple[Expected, ...]:
        """Return the likeliest words, whole, with the letters that stand before the caret."""
        memory = self._model.memory
        snapshot, held = self._model.context.at(before)
        memory.look_around(before, after, held)
        alone = self._found(self._alone, snapshot, held)
        mixed = self._found(self._mixed, snapshot, held, memory.whole_words(held))
        chances = {phrase.text: phrase.probability for phrase in alone}
        return tuple(
            _parted(whole_word(before, phrase.text), phrase.probability, chances.get(phrase.text, 0.0))
            for phrase in mixed[:EXPECTED]
        )

    def _found(
        self, reader: Reader, snapshot: Snapshot, held: str, whole: Sequence[Whole] = ()
    ) -> list[Phrase]:
        root = reader.root(snapshot, held)
        return likeliest_words(reader, self._model.vocabulary, root, EXPECTED, whole=whole)


def _parted(word: str, likely: float, alone: float) -> Expected:
    model = min(likely, alone)
    return Expected(word, model, likely - model)
