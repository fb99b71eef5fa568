"""A training run in a process of its own: a plan and wishes go in, events come out.

Neither this module nor `events` and `plan` load torch: the process with the window imports them.
"""

import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from enum import Enum, auto
from multiprocessing.connection import Connection

from writer_app.errors import WriterError
from writer_app.i18n import tr, translations, use_translations
from writer_app.log import log_error, start_log
from writer_app.paths import places
from writer_app.training.control import Control
from writer_app.training.events import Cancelled, Event, Failed, Finished
from writer_app.training.plan import FinetunePlan
from writer_app.training.priority import step_back

_OUT_OF_MEMORY = ("not enough memory", "can't allocate memory", "out of memory")  # so says torch, by system
_PATIENCE = 2.0  # seconds that a child has to end by itself

Work = Callable[[FinetunePlan, Control], Iterator[Event]]


class _Wish(Enum):
    GO_ON = auto()
    PAUSE = auto()
    CANCEL = auto()


class TrainingProcess:
    """Owns the child: starts it with the job, ends it at the latest in `close`."""

    def __init__(self, plan: FinetunePlan, work: Work | None = None) -> None:
        """Start the child; `work` is a function of some module, by default `finetune`."""
        context = multiprocessing.get_context("spawn")  # a fork would take the window's threads along
        self._events, their_events = context.Pipe(duplex=False)
        their_wishes, self._wishes = context.Pipe(duplex=False)
        self._asked_to_end = False
        self._process = context.Process(
            target=_child_main,
            args=(plan, work, translations(), their_events, their_wishes),
            name="training",
            daemon=True,
        )
        self._process.start()
        their_events.close()  # else the end of the child would not be seen as the end of the pipe
        their_wishes.close()

    def events(self) -> Iterator[Event]:
        """Yield the events as they come, the last of them `Finished`, `Cancelled` or `Failed`; blocks."""
        with suppress(EOFError, OSError):
            while True:
                event: Event = self._events.recv()
                yield event
                if isinstance(event, (Finished, Failed, Cancelled)):
                    return  # taking torch down may last seconds
        yield Cancelled() if self._asked_to_end else _died()

    def pause(self) -> None:
        """Ask the child to rest from the next step on."""
        self._wish(_Wish.PAUSE)

    def resume(self) -> None:
        """Ask the child to go on."""
        self._wish(_Wish.GO_ON)

    def cancel(self) -> None:
        """Ask the child to stop at the next event; the old model stays as it was."""
        self._asked_to_end = True
        self._wish(_Wish.CANCEL)

    def kill(self) -> None:
        """End the child at once, if it still lives; `events` then comes to its end."""
        with suppress(ValueError):  # closed by another thread, thus ended
            self._process.kill()

    def close(self) -> None:
        """End the child, by force if it takes too long."""
        if self._process.is_alive():
            self.cancel()
        self._process.join(_PATIENCE)
        self.kill()
        self._process.join()
        self._events.close()
        self._wishes.close()
        self._process.close()

    def _wish(self, wish: _Wish) -> None:
        with suppress(OSError):  # the child has ended
            self._wishes.send(wish)


def _finetune(plan: FinetunePlan, control: Control) -> Iterator[Event]:
    from writer_app.training.finetune import finetune  # noqa: PLC0415 - loads torch, here only

    return finetune(plan, control)


class _Wishes:
    """What the parent wishes, in the child; `EOFError` where the parent is gone."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._newest = _Wish.GO_ON

    def cancelled(self) -> bool:
        return self._read() is _Wish.CANCEL

    def paused(self) -> bool:
        return self._read() is _Wish.PAUSE

    def wait(self) -> None:
        while self._newest is _Wish.PAUSE:
            self._newest = self._pipe.recv()

    def _read(self) -> _Wish:
        while self._newest is not _Wish.CANCEL and self._pipe.poll():
            self._newest = self._pipe.recv()
        return self._newest


def _child_main(
    plan: FinetunePlan,
    work: Work | None,
    words: Mapping[str, str],
    parent: Connection,
    wishes: Connection,
) -> None:
    step_back()
    use_translations(words)
    wanted = _Wishes(wishes)
    try:
        control = Control(stopped=wanted.cancelled, paused=wanted.paused, wait=wanted.wait)
        for event in (work or _finetune)(plan, control):
            if wanted.cancelled():
                parent.send(Cancelled())
                return
            parent.send(event)
    except (BrokenPipeError, EOFError):
        return  # whoever asked has gone
    except Exception as error:  # noqa: BLE001 - the edge of the process: nothing above could tell the person
        parent.send(_failure(error))


def _failure(error: Exception) -> Failed:
    if isinstance(error, WriterError):
        return Failed(str(error), error.hint)
    if isinstance(error, MemoryError) or any(words in str(error) for words in _OUT_OF_MEMORY):
        return Failed(
            tr("The memory does not suffice."), tr("The old model is unchanged. Close other programs first.")
        )
    start_log(places().state / "log")
    log_error(type(error), error.__traceback__)
    return Failed(
        tr("Training failed ({kind}).", kind=type(error).__name__),
        tr("The old model is unchanged; the log says more."),
    )


def _died() -> Failed:
    return Failed(
        tr("The training process ended without a word."),
        tr("The old model is unchanged. Close other programs if memory is short, and go on."),
    )
