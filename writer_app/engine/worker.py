"""The thread that owns the model; a mailbox of length one."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Generic, TypeVar

from writer_app.engine.protocol import Answer, Request, Suggester
from writer_app.errors import WriterError
from writer_app.i18n import tr

T = TypeVar("T")

RESTARTS = 3  # in a row, without an answer between them; then only `replace` starts it again


class Mailbox(Generic[T]):
    """A queue of length one: putting replaces what has not been taken yet."""

    def __init__(self) -> None:
        self._item: T | None = None
        self._woken = False
        self._changed = threading.Condition()

    def put(self, item: T) -> None:
        """Leave `item`, in the place of an older one."""
        with self._changed:
            self._item = item
            self._changed.notify_all()

    def wake(self) -> None:
        """End the current or the next wait, without an item."""
        with self._changed:
            self._woken = True
            self._changed.notify_all()

    def take(self) -> T | None:
        """Wait for an item and take it; None after `wake`."""
        with self._changed:
            self._changed.wait_for(lambda: self._item is not None or self._woken)
            item, self._item, self._woken = self._item, None, False
            return item

    def give_back(self, item: T) -> None:
        """Leave what was taken for the next who takes, unless there is something newer."""
        with self._changed:
            self._item = item if self._item is None else self._item

    def sleep(self, seconds: float | None) -> None:
        """Wait for `wake`, at most `seconds`."""
        with self._changed:
            self._changed.wait_for(lambda: self._woken, seconds)
            self._woken = False

    @property
    def empty(self) -> bool:
        """Whether nothing waits to be taken."""
        with self._changed:
            return self._item is None and not self._woken


class EngineStateKind(Enum):
    """What the engine does."""

    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class EngineState:
    """For the status line: the device in `detail` when ready, the reason when failed."""

    kind: EngineStateKind
    detail: str = ""
    hint: str = ""


class EngineWorker:
    """Answers the newest request on a thread of its own, where both callbacks run too."""

    def __init__(
        self,
        open_suggester: Callable[[], Suggester],
        on_state: Callable[[EngineState], None],
        restart_pause: float = 0.5,
    ) -> None:
        self._open = open_suggester
        self._on_state = on_state
        self._restart_pause = restart_pause  # seconds before the first restart; doubles with each
        self._mailbox: Mailbox[tuple[Request, Callable[[Answer], None]]] = Mailbox()
        self._stopping = threading.Event()
        self._replaced = threading.Event()
        self._failures = 0
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)

    def start(self) -> None:
        """Start the thread, which opens the suggester."""
        self._thread.start()

    def submit(self, request: Request, answered: Callable[[Answer], None]) -> None:
        """Ask; `answered` is called once, or never where a newer request came first."""
        self._mailbox.put((request, answered))

    def replace(self, open_suggester: Callable[[], Suggester]) -> None:
        """Change the suggester between two requests; this also starts again after a failure."""
        self._open = open_suggester
        self._replaced.set()
        self._mailbox.wake()

    def stop(self, timeout: float = 2.0) -> bool:
        """End the thread; False where it still computes after `timeout` seconds and dies with the process."""
        self._stopping.set()
        self._mailbox.wake()
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._replaced.clear()
            try:
                self._serve()
                self._failures = 0
            except Exception as error:  # noqa: BLE001 - the edge of the thread: writing must go on
                self._failures += 1
                self._on_state(_failed(error))
                self._pause()
        self._on_state(EngineState(EngineStateKind.STOPPED))

    def _serve(self) -> None:
        """Open the suggester and answer until the worker is stopped or its suggester replaced."""
        self._on_state(EngineState(EngineStateKind.LOADING))
        suggester = self._open()
        self._on_state(EngineState(EngineStateKind.READY, getattr(suggester, "device", "CPU")))
        while not self._stopping.is_set() and not self._replaced.is_set():
            question = self._mailbox.take()
            if question is None:
                continue
            if self._replaced.is_set():  # in the meantime: the question is for the new suggester
                self._mailbox.give_back(question)
                break
            request, answered = question
            started = time.perf_counter()
            answer = suggester.suggest(request)
            answered(replace(answer, milliseconds=(time.perf_counter() - started) * 1000))
            self._failures = 0
            self._use_idle_time(suggester)

    def _use_idle_time(self, suggester: Suggester) -> None:
        """Let the suggester prepare, in small steps, while nobody asks."""
        idle: Callable[[], bool] | None = getattr(suggester, "idle", None)
        while idle is not None and self._mailbox.empty and idle():
            pass

    def _pause(self) -> None:
        """Wait before the next restart, for good once there were enough; `replace` and `stop` end it."""
        if not self._stopping.is_set() and not self._replaced.is_set():
            given_up = self._failures > RESTARTS
            seconds = self._restart_pause * 2 ** (self._failures - 1)
            self._mailbox.sleep(None if given_up else seconds)


def _failed(error: Exception) -> EngineState:
    """Describe a failure without quoting it: another library's words might hold the person's text."""
    if isinstance(error, WriterError):
        return EngineState(EngineStateKind.FAILED, str(error), error.hint)
    return EngineState(
        EngineStateKind.FAILED,
        tr("The engine failed ({kind}).", kind=type(error).__name__),
        tr("Writing goes on without suggestions; restart the program to have them back."),
    )
