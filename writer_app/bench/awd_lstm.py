"""A rival in training: fastai's AWD-LSTM with its own defaults, on the same tokens (Merity et al. 2018)."""

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from writer_app.errors import TrainingError

BATCH, LENGTH = 64, 72  # fastai's own
_RATE = 2e-3
_ALPHA, _BETA = 2.0, 1.0  # of its penalties on activations and on their changes


def awd_lstm_step(vocabulary: int) -> Callable[[], None]:
    """Return a step of training as fastai's callbacks make it; `TrainingError` where fastai is absent."""
    try:
        from fastai.text.models.awdlstm import AWD_LSTM  # noqa: PLC0415 - optional, and loads for seconds
        from fastai.text.models.core import get_language_model  # noqa: PLC0415 - optional
    except ImportError as error:
        raise TrainingError(
            "fastai is not installed, so its AWD-LSTM does not stand beside the trainer.",
            hint="Install it with: pip install fastai",
        ) from error
    model: nn.Module = get_language_model(AWD_LSTM, vocabulary)
    optimiser = torch.optim.Adam(model.parameters(), lr=_RATE)
    tokens = torch.randint(vocabulary, (BATCH, LENGTH + 1))

    def step() -> None:
        optimiser.zero_grad()
        logits, raw, dropped = model(tokens[:, :-1])
        loss = nn.functional.cross_entropy(logits.flatten(0, 1), tokens[:, 1:].flatten())
        (loss + _penalty(raw, dropped)).backward()
        optimiser.step()

    return step


def _penalty(raw: Any, dropped: Any) -> Any:
    """Return the penalties of `RNNRegularizer` on the last layer."""
    last, kept = (
        outputs[-1] if isinstance(outputs, (list, tuple)) else outputs for outputs in (raw, dropped)
    )
    changes = last[:, 1:] - last[:, :-1]
    return _ALPHA * kept.float().pow(2).mean() + _BETA * changes.float().pow(2).mean()
