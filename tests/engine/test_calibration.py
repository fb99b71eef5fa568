"""Calibration keeps the order and stays between 0 and 1."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine.calibration import Calibration

SCORES = st.floats(0, 1)


@given(SCORES)
def test_without_figures_nothing_changes(score: float) -> None:
    assert Calibration()(score) == pytest.approx(score, abs=1e-6)


@given(SCORES, SCORES, st.floats(0.1, 3), st.floats(-3, 3))
def test_a_higher_score_never_gets_a_lower_probability(
    a: float, b: float, slope: float, shift: float
) -> None:
    low, high = sorted((a, b))
    calibration = Calibration(slope, shift)
    assert 0 <= calibration(low) <= calibration(high) <= 1


@pytest.mark.parametrize(
    "recorded", [None, 3, {}, {"slope": "x", "intercept": 0}, {"slope": -1, "intercept": 0}]
)
def test_senseless_figures_are_not_used(recorded: Any) -> None:
    assert Calibration.from_facts({"calibration": recorded}) == Calibration()


def test_the_pack_may_bring_a_curve() -> None:
    assert Calibration.from_facts({"calibration": {"slope": 0.9, "intercept": -0.1}}) == Calibration(
        0.9, -0.1
    )
