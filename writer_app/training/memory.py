"""How much memory a fine-tuning run takes, and the batch that fits into what is free; free of torch."""

import psutil

from writer_app.errors import TrainingError
from writer_app.i18n import tr
from writer_app.model.config import ModelConfig

LARGEST_BATCH, SMALLEST_BATCH = 48, 6
LIMIT = 1_500_000_000  # bytes, for the shipped sizes
_STARTED = 550_000_000  # the interpreter, torch, what its kernels keep, and the passages read beside
_COPIES = 11
"""Of the weights: model, gradients, optimiser (2), average, probe, best, base, two blends, graphs."""
_BYTES_PER_UNIT = 700  # of a sequence's LSTM units, for all steps that are gone back over
_LEFT_FREE = 0.1  # of what is available, for everything else


def needed(config: ModelConfig, batch: int = LARGEST_BATCH) -> int:
    """Return about how many bytes a run takes with `batch` sequences side by side."""
    weights = 4 * config.parameters
    units = config.layers * config.hidden + config.embedding
    return _STARTED + _COPIES * weights + batch * units * _BYTES_PER_UNIT


def batch_that_fits(config: ModelConfig, available: int | None = None) -> int:
    """Return the largest batch for which there is memory; `TrainingError` where there is none for any."""
    free = (psutil.virtual_memory().available if available is None else available) * (1 - _LEFT_FREE)
    batch = LARGEST_BATCH
    while batch > SMALLEST_BATCH and needed(config, batch) > free:
        batch //= 2
    if needed(config, batch) > free:
        raise TrainingError(
            tr(
                "Learning needs {needed:.1f} GB of memory, and {free:.1f} GB are free.",
                needed=needed(config, batch) / 1e9,
                free=free / 1e9,
            ),
            hint=tr("Close other programs, and start again."),
        )
    return batch
