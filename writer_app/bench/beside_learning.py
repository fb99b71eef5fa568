"""What typing is like while the model learns: the same keys, beside a run that rests and one that works."""

import math
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from writer_app.bench.latency import SAMPLE, type_into
from writer_app.bench.report import Figure, Report
from writer_app.engine.backends import open_pack_suggester
from writer_app.errors import TrainingError
from writer_app.model.pack import Pack
from writer_app.training.events import Event, Failed, Paused, Progress
from writer_app.training.plan import FinetunePlan
from writer_app.training.process import TrainingProcess

RATIO_LIMIT = 2.0
ROUNDS = 3
KEYS = 80  # of a round
PAUSE = 0.1  # seconds between two keys, as of someone who types fast
_PATIENCE = 120.0  # seconds until a run has begun, beside whatever else the machine does

TypeKeys = Callable[[int, float], Sequence[float]]
"""Types so many keys, so many seconds apart, and returns the milliseconds that each took."""


@dataclass(slots=True)
class Latencies:
    """Milliseconds of keys and of requests in one state of the run."""

    keys: list[float] = field(default_factory=list)
    requests: list[float] = field(default_factory=list)


class Learner:
    """A real run in its own process at its own priority, which rests and works when it is told."""

    def __init__(self, plan: FinetunePlan) -> None:
        self.progress: list[Progress] = []
        self._heard = threading.Condition()
        self._newest: Event | None = None
        self._process = TrainingProcess(plan)
        self._thread = threading.Thread(target=self._listen, name="learner", daemon=True)
        self._thread.start()

    def work(self) -> None:
        """Let it work, and return once it does."""
        self._ask(self._process.resume, Progress)

    def rest(self) -> None:
        """Let it rest, and return once it does."""
        self._ask(self._process.pause, Paused)

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._thread.join()
        self._process.close()

    def _listen(self) -> None:
        for event in self._process.events():
            with self._heard:
                self._newest = event
                if isinstance(event, Progress):
                    self.progress.append(event)
                self._heard.notify()

    def _ask(self, wish: Callable[[], None], kind: type[Event]) -> None:
        """Wish for something, and wait for an event that says it is so."""
        with self._heard:
            self._newest = None
            wish()
            self._heard.wait_for(lambda: isinstance(self._newest, (kind, Failed)), _PATIENCE)
            if not isinstance(self._newest, kind):
                raise TrainingError(
                    "No run could be measured beside.",
                    hint="Name more texts with --texts, or close other programs.",
                )


@contextmanager
def learner(pack: Pack, documents: Sequence[Path]) -> Iterator[Learner]:
    """Start a run over `documents` that does not end by itself, and end it."""
    with TemporaryDirectory(prefix="writer-app-bench-") as folder:
        plan = FinetunePlan(tuple(documents), pack, Path(folder) / pack.name, minutes=math.inf, epochs=10**6)
        made = Learner(plan)
        try:
            made.work()
            yield made
        finally:
            made.close()


def beside_learning_report(pack: Pack, documents: Sequence[Path], type_keys: TypeKeys | None) -> Report:
    """Measure in turns, so that both states see the same machine; without a window only the requests."""
    suggester = open_pack_suggester(pack)
    resting, working = Latencies(), Latencies()
    with learner(pack, documents) as run:
        for number in range(ROUNDS):
            for latencies, change in ((resting, run.rest), (working, run.work)):
                change()
                before = f"{number}. {SAMPLE}"
                latencies.requests += type_into(suggester, before, SAMPLE[:KEYS], pause=PAUSE)
                latencies.keys += type_keys(KEYS, PAUSE) if type_keys else ()
        speeds = [progress.tokens_per_second for progress in run.progress]
    figures = (
        *(_compared("key to paint", resting.keys, working.keys) if type_keys else ()),
        *_compared("suggestion", resting.requests, working.requests),
        Figure("run, while somebody types", float(np.median(speeds)), "tokens/s"),
    )
    note = f"{ROUNDS} × {KEYS} keys, {PAUSE * 1000:.0f} ms apart, in turns with a run that rests."
    return Report("teach", figures, notes=(note,))


def _compared(what: str, resting: Sequence[float], working: Sequence[float]) -> tuple[Figure, ...]:
    idle, busy = (float(np.percentile(values, 95)) for values in (resting, working))
    return (
        Figure(f"{what}, no run, p95", idle, "ms"),
        Figure(f"{what}, beside a run, p95", busy, "ms"),
        Figure(f"{what}, beside a run against none", busy / idle, "×", RATIO_LIMIT),
    )
