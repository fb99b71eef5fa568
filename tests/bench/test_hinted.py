"""What hints are worth is measured with the real parts, at the same savings."""

import pytest

from tests.bench.fakes import Scripted
from writer_app.bench.excerpts import Excerpt
from writer_app.bench.hinted import HINTED_FLOORS, hinted, hinted_report, price_of
from writer_app.bench.savings import FLOORS
from writer_app.bench.typist import Asker, Tally, type_with_ghost
from writer_app.model.pack import Pack
from writer_app.personal.hints import Hint

TEXT = "The gardener waters the roses. " * 12


def test_each_floor_is_typed_with_hints_and_without(tiny_pack: Pack) -> None:
    sources = {"one": [Excerpt(TEXT, 62, 140)]}
    ((source, without, having),) = hinted(tiny_pack, sources)
    assert (source, set(without), set(having)) == ("one", set(FLOORS), set(HINTED_FLOORS))
    report = hinted_report([(source, without, having)])
    assert [row[0] for row in report.tables[0].rows] == list(HINTED_FLOORS)
    assert report.tables[1].rows[0][:2] == ("one", having[0.2].characters)


def test_the_price_of_savings_lies_between_two_floors() -> None:
    def tally(saved: int, in_vain: int) -> Tally:
        return Tally(characters=100, keystrokes=100 - saved, shown=in_vain)

    curve = {0.1: tally(40, 20), 0.5: tally(20, 4)}
    assert price_of(curve, 0.3) == pytest.approx(12)
    assert price_of(curve, 0.4) == pytest.approx(20)


def test_hints_of_the_typist_say_how_much_was_wanted() -> None:
    heard: list[Hint] = []
    excerpt = Excerpt("one two three", 0, 13)
    suggester = Scripted(lambda before: {"": ["one four"], "one two ": ["five"]}.get(before, []))
    type_with_ghost(excerpt, Asker(suggester), floor=0.0, hear=heard.append)
    assert [(hint.before, hint.suggestion, hint.wanted) for hint in heard] == [
        ("", "one four", 3 / 8),
        ("one two ", "five", 0.0),
    ]
