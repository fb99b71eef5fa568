"""What looking into the model costs: a key in the dock, and colouring a text by surprise."""

import time
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from writer_app.bench.latency import SAMPLE
from writer_app.bench.report import Figure, Report
from writer_app.engine.inspector import Inspector
from writer_app.engine.study_model import StudyModel
from writer_app.engine.surprise import Paragraph, SurpriseReader
from writer_app.model.pack import Pack

KEY_LIMIT_MS = 50.0
COLOUR_LIMIT_S = 5.0
COLOURED_WORDS = 10_000
_KEYS = 80


def inside_report(pack: Pack) -> Report:
    """Measure in processor time, on one thread: others' work on the machine does not count."""
    model = StudyModel(pack)
    ends = list(_keys(model, in_the_middle=False))
    middles = list(_keys(model, in_the_middle=True))
    seconds, words = _colour(model)
    return Report(
        "inside",
        (
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
    """Return the seconds for a text of many paragraphs, no sentence like another, and its words."""
    count = COLOURED_WORDS // len(SAMPLE.split()) + 1
    texts = [SAMPLE.strip().replace(" the ", f" the {number} ") for number in range(count)]
    paragraphs = [Paragraph(text, before) for before, text in zip(["", *texts], texts, strict=False)]
    seconds = _seconds(lambda: list(SurpriseReader(lambda _text: model).read(paragraphs)))
    return seconds, sum(len(text.split()) for text in texts)


def _seconds(act: Callable[[], object]) -> float:
    started = time.process_time()
    act()
    return time.process_time() - started
