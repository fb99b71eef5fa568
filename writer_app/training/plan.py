"""What a training run is asked to do: plain data, free of torch."""

from dataclasses import dataclass, field
from pathlib import Path

from writer_app.model.pack import Pack
from writer_app.training.schedule import Schedule

REHEARSED = 1 / 3
"""How much of what a fine-tuning run reads are passages of the base; docs/decisions/0048."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of a new model."""

    vocabulary: int = 10_000
    embedding: int = 384
    hidden: int = 768
    layers: int = 2


@dataclass(frozen=True, slots=True)
class BasePlan:
    """A base run. It ends after `hours` of training or `tokens`, whichever is given."""

    language: str
    data: Path
    out: Path
    held_out: Path | None = None
    hours: float | None = None
    tokens: int | None = None
    start_from: Pack | None = None
    """Go on from the weights and the tokenizer of this pack; `sizes` are then its own."""
    sizes: Sizes = field(default_factory=Sizes)
    schedule: Schedule = field(default_factory=lambda: Schedule(peak=2e-3))
    batch: int = 256
    length: int = 64
    accumulate: int = 1
    muon: bool = True
    weight_decay: float = 0.01
    seed: int = 0
    device: str = "cpu"
    resume: bool = False
    checkpoint_minutes: float = 10.0
    evaluate_tokens: int = 2_000_000
    command: str = ""
    """What the card says the model was trained by."""

    @property
    def scratch(self) -> Path:
        """Where tokens and checkpoints of the run lie."""
        return self.out.with_name(f"{self.out.name}.training")


@dataclass(frozen=True, slots=True)
class FinetunePlan:
    """A fine-tuning run over the documents in `documents`, files or folders."""

    documents: tuple[Path, ...]
    base: Pack
    out: Path
    minutes: float = 30.0
    epochs: int = 5
    learning_rate: float = 1e-3
    dropout: float = 0.1
    root: Pack | None = None
    """What `base` itself was adapted from, where that is known: what is forgotten counts from there."""
    with_secrets: bool = False
    """Learn from sentences with card numbers, addresses and passwords in them too."""
    seed: int = 0
    device: str = "cpu"
    general: Path | None = None
    """Folder of the texts of all kinds; by default the program's."""
    rehearsal: Path | None = None
    """Folder of the passages that are rehearsed; by default the program's."""
    folder: Path | None = None
    """Where it keeps what it needs to go on after a kill; without one it keeps nothing."""
    resume: bool = False
    """Go on with the run that was begun in `folder`."""
