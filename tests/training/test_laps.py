"""The work of a run is counted without the time that the computer slept."""

import pytest

from writer_app.training.laps import Laps


def test_a_night_in_the_middle_of_a_step_is_no_work() -> None:
    laps = Laps()
    assert [laps.worked(seconds) for seconds in (1.0, 1.2, 0.8)] == [1.0, 1.2, 0.8]
    assert laps.worked(8 * 3600) == pytest.approx(1.0)
    assert laps.worked(1.1) == 1.1


def test_a_step_on_a_busy_computer_is_work() -> None:
    laps = Laps()
    for _ in range(10):
        laps.worked(0.5)
    assert laps.worked(45.0) == 45.0


def test_the_first_step_is_believed() -> None:
    assert Laps().worked(300.0) == 300.0
