import pytest

from tests.bench.fakes import Scripted
from writer_app.bench.excerpts import Excerpt
from writer_app.bench.reliability import Outcome, expected_calibration_error, outcomes, reliability
from writer_app.bench.typist import Asker


def test_honest_probabilities_have_no_calibration_error() -> None:
    judged = [Outcome(0.75, n % 4 > 0) for n in range(100)]
    bins = reliability(judged)
    assert expected_calibration_error(bins) == pytest.approx(0)
    assert (bins[0].suggestions, bins[0].low) == (100, 0.7)


def test_overconfidence_is_the_distance_weighted_by_suggestions() -> None:
    judged = [*[Outcome(0.9, False)] * 10, *[Outcome(0.1, False)] * 30]
    assert expected_calibration_error(reliability(judged)) == pytest.approx((10 * 0.9 + 30 * 0.1) / 40)


def test_certainty_has_a_bin_too_and_nothing_has_no_error() -> None:
    assert reliability([Outcome(1.0, True)])[0].high == 1.0
    assert expected_calibration_error(reliability([])) == 0


def test_every_suggestion_at_every_character_is_judged() -> None:
    suggester = Scripted(lambda before: ["cd", "xy"] if before == "ab" else [], probability=0.6)
    judged = outcomes(Excerpt("abcd", 1, 4), Asker(suggester))
    assert judged == [Outcome(0.6, True), Outcome(0.6, False)]
    assert [request.before for request in suggester.requests] == ["a", "ab", "abc"]
