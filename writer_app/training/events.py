"""What a training run tells whoever watches it; plain data that survives JSON and a pipe."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Started:
    """A run begins, or goes on from a checkpoint."""

    parameters: int
    corpus_tokens: int
    tokens: int
    bits_per_character: float | None
    """On the held-out text, before the first step; None where nothing is held out."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One step was made. `loss` is in nats per token, `progress` between 0 and 1."""

    step: int
    tokens: int
    loss: float
    learning_rate: float
    tokens_per_second: float
    progress: float
    seconds_left: float


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The averaged and the current weights were measured on the held-out text."""

    tokens: int
    seconds: float
    bits_per_character: float
    current_bits_per_character: float


@dataclass(frozen=True, slots=True)
class Saved:
    """A checkpoint is safely on disk."""

    tokens: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A fine-tuned model was compared with its base on the held-out text; kept only if it is better."""

    before: float
    after: float
    kept: bool


@dataclass(frozen=True, slots=True)
class Finished:
    """The run is over, and what it was for is written."""

    tokens: int
    seconds: float
    bits_per_character: float | None


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The run was ended on request and left nothing behind."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The run could not go on: what happened, and what to do."""

    message: str
    hint: str


Event = Started | Progress | Evaluated | Saved | Compared | Finished | Cancelled | Failed


def as_json(event: Event) -> dict[str, Any]:
    """Return the event as a JSON object that names its kind."""
    return {"event": type(event).__name__.lower(), **asdict(event)}
