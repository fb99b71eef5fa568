"""The learning rate warms up, stays and decays."""

from hypothesis import given
from hypothesis import strategies as st

from writer_app.training.schedule import Schedule

SCHEDULE = Schedule(peak=1.0, warm_up=10, decay=0.25, floor=0.1)


def test_the_rate_rises_stays_and_falls() -> None:
    assert SCHEDULE.rate(0, 0.0) == 0.1
    assert SCHEDULE.rate(9, 0.01) == SCHEDULE.rate(500, 0.74) == 1.0
    assert SCHEDULE.rate(900, 0.875) == 0.1 + 0.9 * 0.5
    assert SCHEDULE.rate(999, 1.0) == 0.1


@given(st.integers(10, 10**6), st.floats(0, 1), st.floats(0, 1))
def test_after_the_warm_up_the_rate_never_rises(step: int, first: float, second: float) -> None:
    earlier, later = sorted((first, second))
    assert SCHEDULE.rate(step, earlier) >= SCHEDULE.rate(step, later) > 0
