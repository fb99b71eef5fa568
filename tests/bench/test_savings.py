import pytest

from tests.bench.fakes import oracle
from writer_app.bench.excerpts import Excerpt
from writer_app.bench.report import as_text
from writer_app.bench.savings import FLOORS, Savings, measure, report
from writer_app.bench.typist import Tally

TEXT = "one two three four five six"


def curve(*points: tuple[int, int]) -> Savings:
    """Points of (shown in vain, keystrokes saved) per 100 characters; the other floors show nothing."""
    tallies = [Tally(100, 100 - saved, shown=vain) for vain, saved in points]
    nothing = Tally(100, 100)
    ghosts = (*tallies, *[nothing] * (len(FLOORS) - len(points)))
    return Savings((nothing,) * 3, ghosts, ghosts)


def test_savings_at_a_price_lie_between_those_of_the_floors_around_it() -> None:
    savings = curve((40, 30), (20, 20), (10, 15))
    assert savings.ghost_at(20) == pytest.approx(0.20)
    assert savings.ghost_at(30) == pytest.approx(0.25)
    assert savings.ghost_at(5) == pytest.approx(0.075)


def test_who_cannot_spend_more_gets_the_best() -> None:
    assert curve((40, 30), (20, 35)).ghost_at(90) == pytest.approx(0.35)


def test_methods_stand_side_by_side() -> None:
    (saved,) = measure(oracle(TEXT), [Excerpt(TEXT, 0, len(TEXT))])
    assert saved.lists[0].keystrokes == 6
    found = report({"oracle": saved, "nothing": curve()}, "en")
    assert [figure.met for figure in found.figures] == [True, True, None]
    text = as_text(found)
    assert "oracle" in text
    assert "nothing" in text


def test_a_language_without_limits_is_only_reported() -> None:
    assert [figure.met for figure in report({"nothing": curve()}, "fr").figures] == [None, None, None]


def test_the_limit_holds_the_counting_that_it_was_set_in() -> None:
    nothing = (Tally(100, 100),) * len(FLOORS)
    easy = Savings((Tally(100, 30),) * 3, ghosts=(Tally(100, 30),) * len(FLOORS), bare_ghosts=nothing)
    in_list, bare, with_space = report({"model": easy}, "en").figures
    assert (in_list.met, bare.met, with_space.met) == (True, False, None)
