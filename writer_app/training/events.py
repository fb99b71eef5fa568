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
    """A checkpoint is safely on disk; None where there was no room for it, and the run goes on without."""

    tokens: int | None


@dataclass(frozen=True, slots=True)
class Paused:
    """The run rests until it is told to go on."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The run goes on."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """What followed `prompt` in the person's text, and how the model went on before and goes on now."""

    prompt: str
    truth: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Sampled:
    """The model went on from the beginnings of some passages that it has not learned from."""

    continuations: tuple[Continuation, ...]


@dataclass(frozen=True, slots=True)
class Weighing:
    """Training is over; now it is found out how much of it to keep, and what it has brought."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A fine-tuned model was compared with its base on the held-out text; kept if it is surely better."""

    before: float
    """Bits per character."""
    after: float
    kept: bool
    interval: tuple[float, float] | None = None
    """Between which bounds the gain lies with a probability of 95 %, as a share of `before`."""
    share: float = 1.0
    """How far the weights went from the base's to those that were tuned."""
    general_before: float | None = None
    """Bits per character on texts of all kinds; None for a language that has none."""
    general_after: float | None = None
    continuations: tuple[Continuation, ...] = ()
    words: tuple[str, ...] = ()
    """That surprise the model much less than before."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """The new model was tried as in the editor, and asked whether it repeats what it has learned from."""

    saved_before: float
    """Keystroke savings rate with the old model, in the passages typed."""
    saved_after: float
    interval: tuple[float, float]
    """Between which bounds the difference lies with a probability of 95 %."""
    characters: int
    """That were typed."""
    spans: int
    """Of the person's texts, that the model was given the beginnings of."""
    verbatim: int
    """Spans that it went on with word for word."""


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


Event = (
    Started
    | Progress
    | Evaluated
    | Sampled
    | Saved
    | Paused
    | Resumed
    | Weighing
    | Compared
    | Assessed
    | Finished
    | Cancelled
    | Failed
)


def as_json(event: Event) -> dict[str, Any]:
    """Return the event as a JSON object that names its kind."""
    return {"event": type(event).__name__.lower(), **asdict(event)}
