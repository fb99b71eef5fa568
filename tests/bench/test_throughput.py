import time

import pytest

from writer_app.bench import throughput
from writer_app.model.config import ModelConfig


def test_arithmetic_is_six_operations_for_each_weight_in_a_product() -> None:
    config = ModelConfig.sized(vocabulary=100, embedding=10, hidden=20, layers=2)
    products = 100 * 10 + 10 * 20 + 4 * 20 * (10 + 20) + 4 * 20 * (20 + 20)
    assert throughput.flops_per_token(config) == 6 * products


def test_the_fastest_step_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 4.0, 10.0, 12.0, 20.0, 29.0])
    monkeypatch.setattr(time, "perf_counter", lambda: next(clock))
    steps: list[None] = []
    measured = throughput.tokens_per_second(lambda: steps.append(None), 3)
    assert measured == throughput.BATCH * throughput.LENGTH / 2
    assert len(steps) > 3  # the first ones, which allocate, are not timed


def test_trainer_and_plain_loop_train_the_same_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throughput, "CONFIG", ModelConfig.sized(100, 8, 16, 2))
    monkeypatch.setattr(throughput, "BATCH", 4)
    monkeypatch.setattr(throughput, "LENGTH", 8)
    monkeypatch.setattr(throughput, "_SQUARE", 64)
    report = throughput.train_report()
    assert [figure.limit for figure in report.figures][:3] == [4000, 2.5, 0.6]
    assert all(figure.value > 0 for figure in report.figures)
