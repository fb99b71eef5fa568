"""What the base learned from, read again beside a person's texts, so that less of it is forgotten.

Rehearsal (Robins 1995) from passages of the base's training texts that are shipped with the program, drawn by
`scripts/draw_rehearsal.py`; figures in docs/decisions/0048. Free of torch.
"""

import lzma
import math
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from writer_app.errors import TrainingError
from writer_app.i18n import tr
from writer_app.paths import resources
from writer_app.training.batches import Chunk
from writer_app.training.plan import REHEARSED


@dataclass(frozen=True, slots=True)
class Lanes:
    """How many sequences are read side by side: of the person's texts, and of what is rehearsed."""

    own: int
    rehearsed: int


def passages_of_the_base(language: str, folder: Path | None = None) -> list[str]:
    """Return passages of the base's training texts; none for a language without them."""
    path = (folder or resources() / "rehearsal") / f"{language}.txt.xz"
    if not path.is_file():
        return []
    try:
        text = lzma.decompress(path.read_bytes()).decode("utf-8")
    except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise TrainingError(
            tr("{name} cannot be read.", name=path.name), hint=tr("Install the program again.")
        ) from error
    return text.strip("\n").split("\n\n")


def lanes_for(most_own: int, largest_batch: int, *, rehearse: bool) -> Lanes:
    """Part a batch; `most_own` is what the person's texts are enough for."""
    share = REHEARSED if rehearse and largest_batch > 1 else 0.0
    own = max(1, min(most_own, round(largest_batch * (1 - share))))
    return Lanes(own, min(math.ceil(own * share / (1 - share)), largest_batch - own))


def beside(own: Chunk, rehearsed: Chunk) -> Chunk:
    """Return a chunk with the lanes of both; all states begin anew where the person's texts do."""
    return replace(
        own,
        inputs=np.concatenate([own.inputs, rehearsed.inputs], axis=1),
        targets=np.concatenate([own.targets, rehearsed.targets], axis=1),
    )
