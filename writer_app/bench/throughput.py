"""Tokens per second in training, beside a plain loop of the same model and the machine's own peak."""

import math
import time
from collections.abc import Callable

import numpy as np
import torch
from torch import nn

from writer_app.bench.report import Figure, Goal, Report
from writer_app.errors import TrainingError
from writer_app.model.config import ModelConfig
from writer_app.model.lstm import LstmModel
from writer_app.training.batches import Chunk
from writer_app.training.loop import Trainer
from writer_app.training.optimiser import Optimisers

CONFIG = ModelConfig.sized(vocabulary=16_000, embedding=512, hidden=1024, layers=2)
SHIPPED = ModelConfig.sized(vocabulary=10_000, embedding=384, hidden=768, layers=2)
BATCH, LENGTH = 256, 32  # as quick per token as any, for both loops
FINETUNE_BATCH, FINETUNE_LENGTH = 32, 64
TOKENS_LIMIT = 4_000
RIVAL_LIMIT = 5.0  # times fastai's tokens per second, of the shipped model's
RATIO_LIMIT = 2.5
PEAK_GOAL = 0.6
_LEARNING_RATE = 1e-3
_WARM_UP, _STEPS, _PLAIN_STEPS = 2, 4, 2
_SQUARE = 2048  # of the matrices whose product shows the peak: large enough to be bound by arithmetic


def train_report() -> Report:
    """Measure the trainer, the plain loop, a rival and the peak in turn."""
    torch.manual_seed(0)
    ours = tokens_per_second(_our_step(CONFIG, BATCH, LENGTH), BATCH * LENGTH, _STEPS)
    plain = tokens_per_second(_plain_step(), BATCH * LENGTH, _PLAIN_STEPS)
    shipped = tokens_per_second(
        _our_step(SHIPPED, FINETUNE_BATCH, FINETUNE_LENGTH), FINETUNE_BATCH * FINETUNE_LENGTH, _STEPS
    )
    peak = matmul_peak(torch.bfloat16)
    used = ours * flops_per_token(CONFIG)
    rival, notes = _rival(shipped)
    figures = (
        Figure("trainer", ours, "tokens/s", TOKENS_LIMIT, Goal.AT_LEAST),
        Figure("fine-tuning, shipped model", shipped, "tokens/s", TOKENS_LIMIT, Goal.AT_LEAST),
        Figure("trainer against a plain fp32 loop", ours / plain, "×", RATIO_LIMIT, Goal.AT_LEAST),
        *rival,
        Figure("share of the bf16 matmul peak", used / peak, "", PEAK_GOAL, Goal.AT_LEAST),
        Figure("plain fp32 loop", plain, "tokens/s"),
        Figure("bf16 matmul peak", peak / 1e9, "GF/s"),
        Figure("fp32 matmul peak", matmul_peak(torch.float32) / 1e9, "GF/s"),
    )
    sizes = (CONFIG.vocabulary, CONFIG.embedding, CONFIG.hidden, CONFIG.layers)
    model = "vocabulary {:,}, embedding {}, hidden {}, {} layers".format(*sizes)
    note = f"Model: {model}; {BATCH} × {LENGTH} tokens a step; {torch.get_num_threads()} threads."
    return Report("train", figures, notes=(note, *notes))


def _rival(shipped: float) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
    """Measure fastai's AWD-LSTM where it is installed; else say that it is not."""
    from writer_app.bench import awd_lstm  # noqa: PLC0415 - for this measurement only

    try:
        step = awd_lstm.awd_lstm_step(SHIPPED.vocabulary)
    except TrainingError as error:
        return (), (f"{error} {error.hint}",)
    theirs = tokens_per_second(step, awd_lstm.BATCH * awd_lstm.LENGTH, _PLAIN_STEPS)
    return (
        Figure("fine-tuning against fastai's AWD-LSTM", shipped / theirs, "×", RIVAL_LIMIT, Goal.AT_LEAST),
        Figure("fastai's AWD-LSTM", theirs, "tokens/s"),
    ), ()


def tokens_per_second(step: Callable[[], None], tokens: int, steps: int) -> float:
    """Time the fastest of some steps of so many tokens, so that what else the machine does counts least."""
    for _ in range(_WARM_UP):
        step()
    return tokens / min(_seconds(step) for _ in range(steps))


def flops_per_token(config: ModelConfig) -> float:
    """Return the arithmetic of one token's training in matrix products: 2 per weight forward, 4 backward.

    The embedding counts once, as the output layer; at the input it is only looked up.
    """
    return 6.0 * sum(math.prod(shape) for shape in config.shapes().values() if len(shape) == 2)


def matmul_peak(dtype: torch.dtype) -> float:
    """Return the floating-point operations per second of a product of large square matrices."""
    a, b = (torch.randn(_SQUARE, _SQUARE).to(dtype) for _ in range(2))
    result = torch.empty_like(a)

    def multiply() -> None:
        torch.mm(a, b, out=result)

    multiply()
    return 2 * _SQUARE**3 / min(_seconds(multiply) for _ in range(5))


def _our_step(config: ModelConfig, batch: int, length: int) -> Callable[[], None]:
    model = LstmModel(config)
    trainer = Trainer(
        model=model,
        optimisers=Optimisers(model, muon=False, weight_decay=0.0),
        average=LstmModel(config),
        state=model.zero_state(batch),
    )
    chunk = _random_chunk(config, batch, length)
    return lambda: _discard(trainer.train_step([chunk], _LEARNING_RATE))


def _plain_step() -> Callable[[], None]:
    """Return one step as tutorials write it: float32, all logits at once, torch's own loss and optimiser."""
    model = LstmModel(CONFIG)
    optimiser = torch.optim.AdamW(model.parameters(), lr=_LEARNING_RATE)
    chunk = _random_chunk(CONFIG, BATCH, LENGTH)
    inputs, targets = torch.from_numpy(chunk.inputs), torch.from_numpy(chunk.targets)
    state = model.zero_state(BATCH)

    def step() -> None:
        nonlocal state
        optimiser.zero_grad()
        features, (hidden, cell) = model.features(inputs, state)
        state = hidden.detach(), cell.detach()
        loss = nn.functional.cross_entropy(model.logits(features).flatten(0, 1), targets.flatten())
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()

    return step


def _random_chunk(config: ModelConfig, batch: int, length: int) -> Chunk:
    tokens = np.random.default_rng(0).integers(0, config.vocabulary, (length + 1, batch))
    return Chunk(tokens[:-1], tokens[1:], fresh=False)


def _seconds(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _discard(_loss: float) -> None:
    """Drop the loss; reading it has already waited for the step to end."""
