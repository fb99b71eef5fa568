"""What is tried: each trial differs from the usual recipe in one thing, and the queue runs by value."""

from dataclasses import dataclass, replace
from typing import Literal

CHARACTERS = 1_500_000
"""Read by a trial: 360,000 tokens of a vocabulary of 10,000."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A recipe; the defaults are the one that the others are compared with."""

    name: str
    group: str = "small"
    """Trials of one group are compared with the first of it."""
    seed: int = 0
    characters: int = CHARACTERS
    vocabulary: int = 10_000
    embedding: int = 192
    hidden: int = 384
    layers: int = 2
    batch: int = 32
    length: int = 64
    rate: float = 8e-3
    warm_up: float = 0.1
    """Share of the run."""
    decay: float = 0.3
    horizon: int = 40
    """Steps over which the weights are averaged."""
    muon: bool = True
    weight_decay: float = 0.01
    dropout: float = 0.0
    tied: bool = True
    norm: Literal["none", "between", "cell"] = "none"
    mogrified: bool = False
    soap: bool = False
    """In place of Muon."""
    counted: bool = False
    """Embeddings begin as co-occurrence counts say."""
    shuffled: bool = True
    start_from: str | None = None
    """Go on from the weights and the tokenizer of a pack."""
    texts: Literal["all", "prose"] = "all"


USUAL = Trial("usual")
LATE = Trial(
    "late",
    group="late",
    characters=600_000,
    embedding=384,
    hidden=768,
    batch=64,
    rate=3e-4,
    decay=0.9,
    start_from="en",
)

LONG = replace(USUAL, group="four times the text", characters=4 * CHARACTERS)

QUEUE = (
    USUAL,
    replace(USUAL, name="rate 2e-3", rate=2e-3),
    replace(USUAL, name="rate 4e-3", rate=4e-3),
    replace(USUAL, name="rate 16e-3", rate=16e-3),
    replace(USUAL, name="seed 1", seed=1),
    replace(USUAL, name="vocabulary 16k", vocabulary=16_000),
    replace(USUAL, name="vocabulary 8k", vocabulary=8_000),
    replace(USUAL, name="AdamW", muon=False),
    replace(USUAL, name="AdamW, rate 4e-3", muon=False, rate=4e-3),
    replace(USUAL, name="counted embeddings", counted=True),
    replace(USUAL, name="norm between layers", norm="between"),
    replace(USUAL, name="untied", tied=False),
    replace(USUAL, name="dropout 0.1", dropout=0.1),
    replace(USUAL, name="batch 64", batch=64),
    replace(USUAL, name="seed 2", seed=2),
    replace(USUAL, name="192/512/1", hidden=512, layers=1),
    replace(USUAL, name="256/512/2", embedding=256, hidden=512),
    replace(USUAL, name="batch 16", batch=16),
    replace(LONG, name="long, rate 8e-3"),
    replace(LONG, name="long, rate 4e-3", rate=4e-3),
    replace(LONG, name="long, counted", counted=True),
    replace(USUAL, name="length 128", length=128, batch=16),
    replace(USUAL, name="length 32", length=32, batch=64),
    replace(USUAL, name="not shuffled", shuffled=False),
    replace(USUAL, name="no decay", decay=0.0),
    replace(USUAL, name="decay over all", decay=0.9),
    replace(LONG, name="long, 192/512/1", rate=4e-3, hidden=512, layers=1),
    LATE,
    replace(LATE, name="late, rate 1e-3", rate=1e-3, characters=1_100_000),
    replace(LATE, name="late, prose", texts="prose"),
    replace(USUAL, name="vocabulary 12k", vocabulary=12_000),
    replace(USUAL, name="192/320/3", hidden=320, layers=3),
    replace(USUAL, name="norm in the cell", norm="cell"),
    replace(USUAL, name="weight decay 0.1", weight_decay=0.1),
    replace(USUAL, name="128/256/2", embedding=128, hidden=256),
    replace(USUAL, name="Mogrifier", mogrified=True),
    replace(USUAL, name="SOAP", soap=True),
    replace(USUAL, name="SOAP, rate 4e-3", soap=True, rate=4e-3),
    replace(LONG, name="long, vocabulary 16k", vocabulary=16_000),
)

GROUPS = tuple(dict.fromkeys(trial.group for trial in QUEUE))

_FULL = Trial("384/768/2", group="speed", embedding=384, hidden=768, batch=128)

SPEEDS = (
    _FULL,
    replace(_FULL, name="vocabulary 8k", vocabulary=8_000),
    replace(_FULL, name="vocabulary 12k", vocabulary=12_000),
    replace(_FULL, name="vocabulary 16k", vocabulary=16_000),
    replace(_FULL, name="512/1024/2", embedding=512, hidden=1024),
    replace(_FULL, name="384/1024/1", hidden=1024, layers=1),
    replace(_FULL, name="256/512/2", embedding=256, hidden=512),
    replace(_FULL, name="384/640/3", hidden=640, layers=3),
    replace(_FULL, name="untied", tied=False),
    replace(_FULL, name="AdamW", muon=False),
    replace(_FULL, name="norm between layers", norm="between"),
    replace(_FULL, name="norm in the cell", norm="cell"),
    replace(_FULL, name="Mogrifier", mogrified=True),
    replace(_FULL, name="SOAP", soap=True),
    replace(_FULL, name="batch 64", batch=64),
    replace(_FULL, name="length 32", length=32),
    replace(_FULL, name="dropout 0.1", dropout=0.1),
)
"""Sizes of the product's model, of which only the time of a step is taken."""
