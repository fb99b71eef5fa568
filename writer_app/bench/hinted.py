"""What hints are worth: one person types passages of one source, with and without what became of suggestions.

At each confidence floor the person begins with an empty memory, and everything shown is a hint for what
follows. Hints let more and other suggestions come, so both are compared at the same savings.
"""

import math
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from writer_app.bench.excerpts import Excerpt
from writer_app.bench.learning import Classroom
from writer_app.bench.lessons import Lesson
from writer_app.bench.report import Figure, Report, Rows, Table
from writer_app.bench.savings import FLOORS
from writer_app.bench.typist import Asker, Tally, type_with_ghost
from writer_app.model.pack import Pack
from writer_app.personal.hints import Hint
from writer_app.personal.store import MemoryStore

HINTED_FLOORS = (0.1, 0.2, 0.35)
"""Eager, balanced and careful, in the words of the settings."""
_USUAL = 0.2

Curve = dict[float, Tally]
"""What was typed at each floor."""


def by_source(chosen: Iterable[Lesson]) -> dict[str, list[Excerpt]]:
    """Return the passages that one person types, by source."""
    found: dict[str, list[Excerpt]] = {}
    for lesson in chosen:
        found.setdefault(lesson.source, []).append(lesson.excerpt)
    return found


def hinted(pack: Pack, sources: dict[str, list[Excerpt]]) -> Iterator[tuple[str, Curve, Curve]]:
    """Yield each source with what was typed there without hints and with them."""
    classroom = Classroom(pack)
    for source, excerpts in sources.items():
        yield (
            source,
            _without(classroom, excerpts),
            {floor: _with(classroom, excerpts, floor) for floor in HINTED_FLOORS},
        )


def _without(classroom: Classroom, excerpts: Sequence[Excerpt]) -> Curve:
    with tempfile.TemporaryDirectory() as folder:
        suggester, remembered = classroom.remembering(Path(folder))
        asker = Asker(suggester)
        curve = dict.fromkeys(FLOORS, Tally())
        for excerpt in excerpts:
            for floor in FLOORS:
                curve[floor] += type_with_ghost(excerpt, asker, floor)
            asker.forget()
        remembered.close()
    return curve


def _with(classroom: Classroom, excerpts: Sequence[Excerpt], floor: float) -> Tally:
    with tempfile.TemporaryDirectory() as folder:
        store = MemoryStore(Path(folder))
        suggester, remembered = classroom.remembering(Path(folder))

        def hear(hint: Hint) -> None:
            store.take_hint(hint)
            remembered.refresh()

        total = Tally()
        for excerpt in excerpts:
            total += type_with_ghost(excerpt, Asker(suggester), floor, hear=hear)
        remembered.close()
        store.close()
    return total


def price_of(curve: Curve, savings: float) -> float:
    """Return the suggestions shown in vain per 100 characters at which a curve saves so much."""
    tallies = sorted(curve.values(), key=lambda tally: tally.savings)
    saved, paid = [tally.savings for tally in tallies], [tally.in_vain for tally in tallies]
    return float(np.interp(savings, saved, paid))


def hinted_report(measured: Iterable[tuple[str, Curve, Curve]]) -> Report:
    """Return the tables, by floor and by source."""
    without = dict.fromkeys(FLOORS, Tally())
    having = dict.fromkeys(HINTED_FLOORS, Tally())
    rows: list[tuple[str, int, float, float, float, float]] = []
    for source, plain, taught in measured:
        without = {floor: tally + plain[floor] for floor, tally in without.items()}
        having = {floor: tally + taught[floor] for floor, tally in having.items()}
        rows.append((source, taught[_USUAL].characters, *_compared(plain, taught[_USUAL])))
    by_floor: Rows = tuple((floor, *_compared(without, tally)) for floor, tally in having.items())
    columns = ("savings", "in vain/100", "in vain/100 without hints, at these savings", "change")
    *_, change = _compared(without, having[_USUAL])
    figure = Figure(f"shown in vain at equal savings, floor {_USUAL}", 1 + change, "×", 1.0)
    return Report(
        "typing with hints",
        (figure,),
        (
            Table("with hints, by confidence floor", ("floor", *columns), by_floor),
            Table(f"by source, at {_USUAL}", ("source", "characters", *columns), tuple(rows)),
            Table(
                "without hints",
                ("floor", "savings", "in vain/100"),
                tuple((floor, tally.savings, tally.in_vain) for floor, tally in without.items()),
            ),
        ),
    )


def _compared(without: Curve, tally: Tally) -> tuple[float, float, float, float]:
    equal = price_of(without, tally.savings)
    change = tally.in_vain / equal - 1 if equal else math.nan
    return tally.savings, tally.in_vain, equal, change
