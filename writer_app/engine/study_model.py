"""A language pack opened to be looked into: beside the graphs that read text, the weights themselves."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from writer_app.engine.backend import Backend
from writer_app.engine.backends import open_backend, open_remembered
from writer_app.engine.context import Context
from writer_app.engine.gate import read_gate
from writer_app.engine.memory import Memory
from writer_app.engine.partial_word import Vocabulary
from writer_app.model.generations import bases
from writer_app.model.pack import Pack
from writer_app.model.reference import ReferenceModel
from writer_app.paths import resources

if TYPE_CHECKING:
    from writer_app.engine.remembered import RememberedText

_USUAL_BITS = 2.0  # per character, where a pack does not say what it reached


class StudyModel:
    """One model; the weights are read when they are first looked at, since they take the most memory."""

    def __init__(self, pack: Pack, backend: Backend | None = None, personal: Path | None = None) -> None:
        """Open `pack`; what is remembered in the folder `personal` counts as it does for suggestions."""
        self.pack = pack
        self.backend = backend or open_backend(pack)
        self.tokenizer = pack.tokenizer()
        self.vocabulary = Vocabulary(self.tokenizer)
        self.context = Context(self.backend, self.tokenizer, self.vocabulary)
        self._personal = personal
        self._reference: ReferenceModel | None = None

    @property
    def usual_bits(self) -> float:
        """Bits per character that the model needs for texts of its kind."""
        reached = self.pack.facts.get("dev_bits_per_character")
        return float(reached) if isinstance(reached, (int, float)) and reached > 0 else _USUAL_BITS

    @property
    def reference(self) -> ReferenceModel:
        """The equations, with this model's weights."""
        if self._reference is None:
            self._reference = ReferenceModel(self.pack.config, self.pack.weights())
        return self._reference

    @cached_property
    def remembered(self) -> "RememberedText | None":
        """All that is remembered; None where nothing is to be."""
        return open_remembered(self.pack, self.tokenizer, self._personal) if self._personal else None

    @cached_property
    def memory(self) -> Memory:
        """What mixes in what was written before, as for suggestions."""
        gate = read_gate(resources() / "memory_gate.json", self.pack.language)
        return Memory(self.tokenizer, self.vocabulary, gate, self.remembered)

    def forget_weights(self) -> None:
        """Give their memory back."""
        self._reference = None


def models_in_use(
    personal: Path, bundled: Path, memory: Path | None = None
) -> dict[str, Callable[[], StudyModel]]:
    """Return how to open the model in use of each language: those that suggest, with what they remember."""
    packs = bases(personal, bundled)
    return {language: partial(StudyModel, pack, personal=memory) for language, pack in packs.items()}
