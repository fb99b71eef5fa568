"""Showing long work on a terminal, and stopping a training run from there."""

import json
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import FrameType
from typing import Self, TypeVar

from tqdm import tqdm

from writer_app.training.events import Evaluated, Event, Progress, as_json

T = TypeVar("T")

tqdm.monitor_interval = 0  # else a thread of its own wakes up now and then until the program ends


def counted(things: Iterable[T], total: int, what: str) -> Iterator[T]:
    """Yield `things`, counting them on a terminal."""
    if sys.stderr.isatty():
        things = tqdm(things, what, total, leave=False, file=sys.stderr, dynamic_ncols=True)
    yield from things


@contextmanager
def stop_on_signal() -> Iterator[threading.Event]:
    """Turn the first Ctrl-C or SIGTERM into a wish to finish; a second one breaks off."""
    stop = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def told(events: Iterable[Event], *, in_json: bool) -> Iterator[Event]:
    """Yield the events of a run, each shown on a terminal, or printed as a line of JSON."""
    with TrainingBar(shown=sys.stderr.isatty() and not in_json) as bar:
        for event in events:
            bar.show(event)
            if in_json:
                print(json.dumps(as_json(event)), flush=True)
            yield event


class TrainingBar:
    """A progress bar over the run: loss, tokens per second, bits per character, time left."""

    def __init__(self, *, shown: bool) -> None:
        self._bar = tqdm(
            total=100,
            disable=not shown,
            bar_format="{l_bar}{bar}| {postfix}",
            file=sys.stderr,
            dynamic_ncols=True,
        )
        self._bits = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._bar.close()

    def show(self, event: Event) -> None:
        """Bring the bar up to date."""
        if isinstance(event, Evaluated):
            self._bits = f", {event.bits_per_character:.4f} bits/char"
        if isinstance(event, Progress):
            left = timedelta(seconds=round(event.seconds_left))
            self._bar.set_postfix_str(
                f"loss {event.loss:.3f}{self._bits}, {event.tokens_per_second:,.0f} tokens/s, {left} left",
                refresh=False,
            )
            self._bar.update(100 * event.progress - self._bar.n)
