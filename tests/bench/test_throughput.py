"""What is measured of the trainer; the limits themselves are for a quiet machine and the full model."""

import math
import time
from importlib.util import find_spec

import pytest
import torch

from writer_app.bench import throughput
from writer_app.bench.throughput import flops_per_token, matmul_peak, tokens_per_second, train_report
from writer_app.model.config import ModelConfig


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "SHIPPED"):
        monkeypatch.setattr(throughput, name, ModelConfig.sized(300, embedding=16, hidden=24, layers=2))
    monkeypatch.setattr(throughput, "BATCH", 4)
    monkeypatch.setattr(throughput, "LENGTH", 8)
    monkeypatch.setattr(throughput, "_SQUARE", 64)


def test_the_trainer_stands_beside_a_plain_loop_and_the_peak(small: None) -> None:
    report = train_report()
    values = {figure.name: figure.value for figure in report.figures}
    assert all(math.isfinite(value) and value > 0 for value in values.values())
    ratio = values["trainer against a plain fp32 loop"]
    assert ratio == pytest.approx(values["trainer"] / values["plain fp32 loop"])
    assert "4 × 8 tokens" in report.notes[0]
    if find_spec("fastai") is None:
        assert "fastai is not installed" in report.notes[1]


def test_arithmetic_of_a_token_counts_the_embedding_once() -> None:
    config = ModelConfig(vocabulary=100, embedding=8, hidden=16, layers=1, input_scale=1.0)
    matrices = 100 * 8 + 8 * 16 + 64 * 8 + 64 * 16  # output, projection, gates from input and from hidden
    assert flops_per_token(config) == 6 * matrices


def test_the_fastest_step_counts_and_none_of_the_warm_up(
    small: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 4.0, 10.0, 12.0, 20.0, 29.0])
    monkeypatch.setattr(time, "perf_counter", lambda: next(clock))
    taken: list[None] = []
    assert tokens_per_second(lambda: taken.append(None), tokens=32, steps=3) == 32 / 2
    assert len(taken) > 3


def test_the_peak_is_a_rate(small: None) -> None:
    assert matmul_peak(torch.float32) > 0
