"""Measures that a person is told: an interval holds what it promises, few passages included."""

import math

import numpy as np
import pytest

from writer_app.model.measures import paired_interval


@pytest.mark.parametrize("passages", [4, 8, 30])
def test_the_interval_holds_the_true_gain_as_often_as_it_says(passages: int) -> None:
    random = np.random.default_rng(passages)
    gain, hits, trials = 0.03, 0, 2_000
    for _ in range(trials):
        before = random.gamma(20, 10, passages)  # passages differ in length
        after = before * (1 - gain + 0.05 * random.standard_normal(passages))
        low, high = paired_interval(before.tolist(), after.tolist())
        hits += low <= gain <= high
    assert 0.925 < hits / trials < 0.975


def test_too_few_passages_tell_nothing() -> None:
    assert paired_interval([10.0] * 3, [5.0] * 3) == (-math.inf, math.inf)


def test_the_same_gain_in_every_passage_is_sure() -> None:
    low, high = paired_interval([10.0, 20.0, 30.0, 40.0], [9.0, 18.0, 27.0, 36.0])
    assert low == pytest.approx(0.1)
    assert high == pytest.approx(0.1)
