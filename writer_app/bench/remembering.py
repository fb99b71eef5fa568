"""What remembering costs: the time of a suggestion, and room on the disk.

Times are those of the processor on one thread, which other programs hardly change.
"""

import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from writer_app.bench.latency import LENGTH_LIMIT, REQUEST_LIMIT_MS, SAMPLE, Latency, type_into
from writer_app.bench.report import Figure, Report, Table
from writer_app.engine.backends import open_pack_suggester
from writer_app.engine.protocol import Suggester
from writer_app.model.pack import Pack
from writer_app.personal import hint_table
from writer_app.personal.hints import Hint
from writer_app.personal.store import FILE, MemoryStore

WORDS = (0, 10_000, 100_000, 1_000_000)
DISK_LIMIT_MB = 64
TURNS, TYPED = 4, 100  # each memory is asked in turns, so that all see the same machine
_SENTENCE, _AT_ONCE = 15, 2000  # words; sentences


def remembering_report(pack: Pack, amounts: tuple[int, ...] = WORDS) -> Report:
    """Measure a suggestion beside memories of several sizes; the largest has all hints that it may have."""
    with ExitStack() as stack:
        folders = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in amounts]
        for folder, words in zip(folders, amounts, strict=True):
            fill(folder, words, hints=hint_table.MOST if words == max(amounts) else 0)
        suggesters = [open_pack_suggester(pack, personal=folder) for folder in folders]
        latencies = list(_latencies(suggesters, amounts))
        taking_in = _taking_in(suggesters[-1], folders[-1])
        sizes = [_megabytes(folder) for folder in folders]
    first, last = latencies[0], latencies[-1]
    rows = tuple((one.words, one.median, one.p95, size) for one, size in zip(latencies, sizes, strict=True))
    return Report(
        "memory",
        (
            Figure(f"{last.words:,} words remembered, 95th percentile", last.p95, "ms", REQUEST_LIMIT_MS),
            Figure("the same against an empty memory", last.p95 / first.p95, "×", LENGTH_LIMIT),
            Figure("on the disk", sizes[-1], "MB", DISK_LIMIT_MB),
            Figure("taking in one more sentence, between two requests", taking_in, "ms"),
        ),
        (Table("typing", ("words remembered", "median ms", "p95 ms", "MB on the disk"), rows),),
    )


def fill(folder: Path, words: int, hints: int = 0) -> None:
    """Remember so many words, in sentences no two of which are alike, and about so many grounds of hints."""
    chance = random.Random(0)
    known = sorted({word.strip(".,:").lower() for word in SAMPLE.split()})
    store = MemoryStore(folder)
    left = words // _SENTENCE
    while left > 0:
        sentences = (chance.choices(known, k=_SENTENCE) for _ in range(min(left, _AT_ONCE)))
        store.learn(" ".join(f"{' '.join(chosen).capitalize()}." for chosen in sentences))
        left -= _AT_ONCE
    while hints and store.hint_count() < hints * 0.9:
        before, suggestion = chance.choices(known, k=2)
        unknown = "".join(chance.choices("abcdefghij", k=6))
        store.take_hint(Hint(f"{before} {unknown} ", suggestion, 0.3, 0.0))
    store.close()


def _latencies(suggesters: Sequence[Suggester], amounts: tuple[int, ...]) -> Iterator[Latency]:
    taken: list[list[float]] = [[] for _ in suggesters]
    for turn in range(TURNS):
        for times, suggester in zip(taken, suggesters, strict=True):
            times.extend(type_into(suggester, f"{turn}. {SAMPLE}", SAMPLE[:TYPED], clock=time.process_time))
    for words, times in zip(amounts, taken, strict=True):
        yield Latency("end", words, tuple(times))


def _taking_in(suggester: Suggester, folder: Path) -> float:
    """Return the milliseconds that the engine needs to take in what has just been learned."""
    store = MemoryStore(folder)
    store.learn("She told Zdislava about the harbour.")
    store.close()
    idle = getattr(suggester, "idle", None)
    started = time.process_time()
    if idle is not None:
        idle()
    return (time.process_time() - started) * 1000


def _megabytes(folder: Path) -> float:
    """Return what the memory takes on the disk, its log included."""
    return sum(file.stat().st_size for file in folder.glob(f"{FILE}*")) / 1e6
