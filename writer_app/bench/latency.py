"""How long a suggestion takes while typing, and how long the first one takes after a start."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from writer_app.bench.report import Figure, Report, Table
from writer_app.engine.backend import Backend, Floats, Tokens
from writer_app.engine.backends import open_backend
from writer_app.engine.lstm_suggester import LstmSuggester, Manner
from writer_app.engine.protocol import Request, Suggester
from writer_app.errors import EngineError
from writer_app.model.config import ModelConfig
from writer_app.model.pack import Pack, open_pack
from writer_app.model.state import LstmState

REQUEST_LIMIT_MS = 10.0
LENGTH_LIMIT = 1.2  # what a request in the long document may cost, in those of the short one
START_LIMIT_S = 1.0
MEMORY_LIMIT_MB = 250
LOOP_LIMIT = 1.3  # what a token may cost, in those of a plain loop over the same graphs
SHORT_WORDS, LONG_WORDS = 1_000, 1_000_000
TYPED = 400  # characters typed at each place
SAMPLE = (
    "She had meant to write the letter on Sunday, when the house was quiet and nobody would ask what it "
    "was about. Instead she found herself at the kitchen table on a wet Tuesday morning, with the "
    "kettle on and the radio low, and a sheet of paper that stayed empty for longer than she liked. "
    "There were three things to say, and none of them was difficult: thank you for the book, we arrived "
    "safely, and please come and see us before the end of the summer. "
)
_BANDWIDTH_BYTES = 256 << 20


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds from request to answer at one place of a document of so many words."""

    place: str
    words: int
    milliseconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half of the requests are faster."""
        return statistics.median(self.milliseconds)

    @property
    def p95(self) -> float:
        """Of a hundred requests, 95 are faster."""
        return float(np.percentile(self.milliseconds, 95))


@dataclass(frozen=True, slots=True)
class TokenCost:
    """Milliseconds for one token: of suggesting as a whole, of a plain loop, and of reading memory."""

    engine: float
    plain_loop: float
    bandwidth: float


@dataclass(frozen=True, slots=True)
class Start:
    """From the start of the process to its first suggestion, and the memory it then holds."""

    seconds: float
    resident_mb: float


def type_into(
    suggester: Suggester,
    before: str,
    typed: str,
    after: str = "",
    pause: float = 0.0,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[float, ...]:
    """Return the milliseconds of a request after each character of `typed`, `pause` seconds apart.

    One request before them is not counted: there the caret has just come to this place.
    """
    suggester.suggest(Request(0, before, after))
    idle = getattr(suggester, "idle", None)
    taken = []
    for number in range(1, len(typed) + 1):
        request = Request(number, before + typed[:number], after)
        time.sleep(pause)
        started = clock()
        suggester.suggest(request)
        taken.append((clock() - started) * 1000)
        while idle is not None and idle():
            pass
    return tuple(taken)


def typing_latencies(suggester: Suggester) -> Iterator[Latency]:
    """Yield the latency at the end and in the middle of a short and of a long document."""
    for words in (SHORT_WORDS, LONG_WORDS):
        text = _document(words)
        typed = SAMPLE[:TYPED]
        yield Latency("end", words, type_into(suggester, text, typed))
        middle = text.index(" ", len(text) // 2) + 1
        before, after = text[:middle], " " + text[middle:]
        yield Latency("middle", words, type_into(suggester, before, typed, after))


def token_cost(pack: Pack) -> TokenCost:
    """Measure what a token costs, in turns so that all see the same machine."""
    backend = open_backend(pack)
    counting = CountingBackend(backend)
    suggester = LstmSuggester(counting, pack.tokenizer(), Manner())
    loops, engines = [], []
    for turn in range(5):
        loops.append(_plain_loop(backend, 200))
        counting.tokens = 0
        milliseconds = type_into(suggester, f"{turn}. {SAMPLE}", SAMPLE[:100])
        engines.append(sum(milliseconds) / counting.tokens)
    return TokenCost(statistics.median(engines), statistics.median(loops), _bandwidth_limit(pack.config))


def measure_start(folder: Path) -> Start:
    """Start `writer-app suggest` anew and ask once; the disk cache is warm from a start before it."""
    _first_suggestion(folder)
    return min((_first_suggestion(folder) for _ in range(3)), key=lambda start: start.seconds)


def suggest_report(folder: Path) -> Report:
    """Measure requests against their limits, on one thread."""
    pack = open_pack(folder)
    suggester = LstmSuggester(open_backend(pack), pack.tokenizer(), Manner())
    latencies = list(typing_latencies(suggester))
    cost = token_cost(pack)
    worst = max(latency.p95 for latency in latencies)
    short, long = (_median_of(latencies, words) for words in (SHORT_WORDS, LONG_WORDS))
    figures = (
        Figure("slowest place, 95th percentile", worst, "ms", REQUEST_LIMIT_MS),
        Figure("long document against short", long / short, "×", LENGTH_LIMIT),
        Figure("token, against a plain loop", cost.engine / cost.plain_loop, "×", LOOP_LIMIT),
        Figure("token, whole engine", cost.engine, "ms"),
        Figure("token, plain ONNX Runtime loop", cost.plain_loop, "ms"),
        Figure("token, memory-bandwidth limit", cost.bandwidth, "ms"),
    )
    rows = tuple((latency.words, latency.place, latency.median, latency.p95) for latency in latencies)
    columns = ("words", "place", "median ms", "p95 ms")
    return Report("suggest", figures, (Table("typing", columns, rows),))


def start_report(folder: Path) -> Report:
    """Measure the start against its limits."""
    start = measure_start(folder)
    return Report(
        "start",
        (
            Figure("process start to first suggestion", start.seconds, "s", START_LIMIT_S),
            Figure("resident memory", start.resident_mb, "MB", MEMORY_LIMIT_MB),
        ),
    )


class CountingBackend:
    """A backend that counts the tokens that it reads, one for each row."""

    def __init__(self, backend: Backend) -> None:
        self.config = backend.config
        self.device = backend.device
        self.tokens = 0
        self._backend = backend

    def read(self, tokens: Tokens, state: LstmState) -> tuple[Floats, LstmState]:
        """Read as the backend itself does."""
        self.tokens += tokens.size
        return self._backend.read(tokens, state)

    def probabilities(self, outputs: Floats) -> NDArray[np.float32]:
        """Return what the backend itself does."""
        return self._backend.probabilities(outputs)


def _plain_loop(backend: Backend, tokens: int) -> float:
    """Return the milliseconds per token of reading one after another, with the output layer."""
    state = LstmState.zero(backend.config)
    token = np.array([[1]], np.int64)
    started = time.perf_counter()
    for _ in range(tokens):
        outputs, state = backend.read(token, state)
        backend.probabilities(outputs[0])
    return (time.perf_counter() - started) * 1000 / tokens


def _bandwidth_limit(config: ModelConfig) -> float:
    """Return the milliseconds that reading every int8 weight from main memory takes."""
    block = np.ones(_BANDWIDTH_BYTES // 8, np.int64)
    times = []
    for _ in range(3):
        started = time.perf_counter()
        block.sum()
        times.append(time.perf_counter() - started)
    return config.parameters / (_BANDWIDTH_BYTES / min(times)) * 1000


def _document(words: int) -> str:
    """Return a text of `words` words; each paragraph begins with its number, so none is like another."""
    paragraph = len(SAMPLE.split()) + 2
    return "\n".join(f"Chapter {number}. {SAMPLE.strip()}" for number in range(1, words // paragraph + 2))


def _median_of(latencies: Iterable[Latency], words: int) -> float:
    return statistics.median(
        value for latency in latencies if latency.words == words for value in latency.milliseconds
    )


def _first_suggestion(folder: Path) -> Start:
    command = [sys.executable, "-m", "writer_app", "suggest", "--pack", str(folder), "--no-personal"]
    request = json.dumps({"id": 1, "before": "We are looking forw", "after": "", "n": 3}) + "\n"
    started = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - both asked for
        process.stdin.write(request)
        process.stdin.flush()
        reply = process.stdout.readline()
        seconds = time.perf_counter() - started
        resident = _resident_mb(process.pid)
        process.stdin.close()
    if not _is_answer(reply):
        raise EngineError("The engine did not start.", hint="Run `writer-app suggest` to see why.")
    return Start(seconds, resident)


def _is_answer(reply: str) -> bool:
    try:
        return "suggestions" in json.loads(reply)
    except ValueError:
        return False


def _resident_mb(process: int) -> float:
    """Return the memory that a process holds, NaN where the system does not say."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return float("nan")
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
