"""A training run in a process of its own: a job goes in, events come out, a flag ends it.

Neither this module nor `events` and `plan` load torch: the process with the window imports them.
"""

import logging
import multiprocessing
import os
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event as Flag

from writer_app.errors import WriterError
from writer_app.training.events import Cancelled, Event, Failed, Finished
from writer_app.training.plan import FinetunePlan

_LOG = logging.getLogger(__name__)
_NICENESS = 19  # the editor and everything else go first
_PATIENCE = 2.0  # seconds that a child has to end by itself
_DIED = Failed(
    "The training process ended without a word.",
    "The old model is unchanged. Close other programs if memory is short, and start again.",
)


class TrainingProcess:
    """Owns the child: starts it with the job, ends it at the latest in `close`."""

    def __init__(self, plan: FinetunePlan) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would take the window's threads along
        self._events, child_end = context.Pipe(duplex=False)
        self._cancelled = context.Event()
        self._asked_to_end = False
        self._process = context.Process(
            target=_child_main, args=(plan, child_end, self._cancelled), name="training", daemon=True
        )
        self._process.start()
        child_end.close()  # else the end of the child would not be seen as the end of the pipe

    def events(self) -> Iterator[Event]:
        """Yield the events as they come, the last of them `Finished`, `Cancelled` or `Failed`; blocks."""
        with suppress(EOFError, OSError):
            while True:
                event: Event = self._events.recv()
                yield event
                if isinstance(event, (Finished, Failed, Cancelled)):
                    return  # taking torch down may last seconds
        yield Cancelled() if self._asked_to_end else _DIED

    def cancel(self) -> None:
        """Ask the child to stop at the next event; the old model stays as it was."""
        if not self._asked_to_end:  # a killed child may have taken the flag's lock with it
            self._asked_to_end = True
            self._cancelled.set()

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
        self._process.close()


def _child_main(plan: FinetunePlan, parent: Connection, cancelled: Flag) -> None:
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    # Threads that wait by spinning would take the cores from the editor, niceness or not.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        from writer_app.training.finetune import finetune  # noqa: PLC0415 - loads torch, here only

        for event in finetune(plan):
            if cancelled.is_set():
                parent.send(Cancelled())
                return
            parent.send(event)
    except WriterError as error:
        parent.send(Failed(str(error), error.hint))
    except BrokenPipeError:
        return  # whoever asked has gone
    except Exception as error:  # noqa: BLE001 - the edge of the process: nothing above could tell the person
        _LOG.exception("training failed")
        parent.send(
            Failed(
                f"Training failed ({type(error).__name__}).", "The old model is unchanged; the log says more."
            )
        )
