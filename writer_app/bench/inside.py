"""What looking into the model costs: a key in the dock, and colouring a text by surprise."""

import time
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from writer_app.bench.latency import SAMPLE, type_into
from writer_app.bench.report import Figure, Report
from writer_app.engine.analyst import Analyst, Reading
from writer_app.engine.backends import open_pack_suggester
from writer_app.engine.inspector import Inspector
from writer_app.engine.study_model import StudyModel
from writer_app.engine.surprise import Paragraph, SurpriseReader
from writer_app.model.pack import Pack

KEY_LIMIT_MS = 50.0
COLOUR_LIMIT_S = 5.0
COLOURED_WORDS = 10_000
RATIO_LIMIT = 1.5
_KEYS = 80
_ROUNDS = 3
_PAUSE = 0.05  # seconds between two keys: faster than anyone types


def inside_report(pack: Pack) -> Report:
    """Measure in processor time, on one thread: others' work on the machine does not count.

    Only how long a suggestion takes beside the thread that colours is told by the clock.
    """
    model = StudyModel(pack)
    ends = list(_keys(model, in_the_middle=False))
    middles = list(_keys(model, in_the_middle=True))
    seconds, words = _colour(model)
    return Report(
        "inside",
        (
            *_beside_colouring(pack, model),
            Figure(
                "dock, a key at the end, 95th percentile", float(np.percentile(ends, 95)), "ms", KEY_LIMIT_MS
            ),
            Figure(
                "dock, a key inside a sentence, 95th percentile",
                float(np.percentile(middles, 95)),
                "ms",
                KEY_LIMIT_MS,
            ),
            Figure("dock, coming to a sentence", _first(model), "ms"),
            Figure(
                f"surprise of {COLOURED_WORDS:,} words", seconds * COLOURED_WORDS / words, "s", COLOUR_LIMIT_S
            ),
        ),
    )


def _keys(model: StudyModel, *, in_the_middle: bool) -> Iterator[float]:
    """Yield the milliseconds of each key of a sentence, the one that came there not counted."""
    inspector, text = Inspector(model), (SAMPLE * 3).strip()
    place = text.rindex(" three things") if in_the_middle else len(text)
    before, after = text[:place], text[place:]
    inspector.inspect(before, after)
    for end in range(1, _KEYS + 1):
        yield 1000 * _seconds(partial(inspector.inspect, before + SAMPLE[:end], after))


def _first(model: StudyModel) -> float:
    return 1000 * _seconds(lambda: Inspector(model).inspect("A new place. " + SAMPLE.strip(), ""))


def _colour(model: StudyModel) -> tuple[float, int]:
    """Return the seconds for a text of many paragraphs, and its words."""
    paragraphs = _paragraphs(0)
    seconds = _seconds(lambda: list(SurpriseReader(lambda _text: model).read(paragraphs)))
    return seconds, sum(len(paragraph.text.split()) for paragraph in paragraphs)


def _paragraphs(number: int) -> list[Paragraph]:
    """Return a text of so many words, no sentence like another in it or in that of another number."""
    count = COLOURED_WORDS // len(SAMPLE.split()) + 1
    texts = [SAMPLE.strip().replace(" the ", f" the {number * count + n} ") for n in range(count)]
    return [Paragraph(text, before) for before, text in zip(["", *texts], texts, strict=False)]


def _beside_colouring(pack: Pack, model: StudyModel) -> Iterator[Figure]:
    """Type in turns beside a thread that rests and one that colours, so that both see the same machine."""
    suggester = open_pack_suggester(pack)
    analyst = Analyst(lambda: {pack.language: lambda: model}, lambda _event: None)
    analyst.start()
    resting: list[float] = []
    working: list[float] = []
    for number in range(_ROUNDS):
        for taken, paragraphs in ((resting, []), (working, _paragraphs(number + 1))):
            analyst.read(Reading(number, paragraphs))
            taken.extend(type_into(suggester, f"{number}. {SAMPLE}", SAMPLE[:_KEYS], pause=_PAUSE))
    analyst.stop()
    alone, beside = (float(np.percentile(taken, 95)) for taken in (resting, working))
    yield Figure("suggestion, 95th percentile", alone, "ms")
    yield Figure("suggestion while a text is coloured, 95th percentile", beside, "ms")
    yield Figure("suggestion while a text is coloured against none", beside / alone, "×", RATIO_LIMIT)


def _seconds(act: Callable[[], object]) -> float:
    started = time.process_time()
    act()
    return time.process_time() - started
