"""What is measured while typing and at the start; the limits themselves are for a quiet machine."""

import math
from itertools import count

from writer_app.bench.latency import Latency, measure_start, token_cost, type_into
from writer_app.engine.protocol import Answer, Request
from writer_app.model.pack import Pack


class Noting:
    """Remembers what it was asked, and prepares once after each answer."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.prepared = 0
        self._turns = count()

    def suggest(self, request: Request) -> Answer:
        self.asked.append(request)
        return Answer(request.number)

    def idle(self) -> bool:
        self.prepared += 1
        return self.prepared % 2 == 1


def test_every_character_typed_is_measured_and_the_arrival_is_not() -> None:
    suggester = Noting()
    milliseconds = type_into(suggester, "before ", "abc", " after")
    assert len(milliseconds) == 3
    assert [r.before for r in suggester.asked] == ["before ", "before a", "before ab", "before abc"]
    assert {r.after for r in suggester.asked} == {" after"}
    assert suggester.prepared == 6


def test_median_and_percentile() -> None:
    latency = Latency("end", 1000, tuple(map(float, range(1, 101))))
    assert latency.median == 50.5
    assert 95 <= latency.p95 <= 96


def test_the_cost_of_a_token_is_measured_beside_a_plain_loop(tiny_pack: Pack) -> None:
    cost = token_cost(tiny_pack)
    assert 0 < cost.bandwidth < cost.plain_loop
    assert math.isfinite(cost.engine)


def test_the_first_suggestion_of_a_new_process_is_timed(tiny_pack: Pack) -> None:
    start = measure_start(tiny_pack.folder)
    assert start.seconds > 0
    assert start.resident_mb > 10
