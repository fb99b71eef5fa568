"""Adapts a model to a person's texts, and tells on texts held out whether it became better."""

import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from writer_app.errors import TrainingError
from writer_app.i18n import tr
from writer_app.training.control import UNATTENDED, Control
from writer_app.training.events import Compared, Event, Finished, Paused, Resumed
from writer_app.training.memory import batch_that_fits
from writer_app.training.passages import Passages, part
from writer_app.training.plan import FinetunePlan
from writer_app.training.run_folder import RunFolder
from writer_app.training.selection import Selection, select
from writer_app.training.tuning import Tuning

_SECONDS_BETWEEN_CHECKPOINTS = 60


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run leaves for further measurements."""

    compared: Compared
    tokens: int
    seconds: float
    selection: Selection
    passages: Passages


def finetune(plan: FinetunePlan, control: Control = UNATTENDED) -> Generator[Event, None, None]:
    """Train, keep the best weights by the held-out text, and write the pack if they are better than the base.

    Ends early when nothing is gained any more, the time is up, or `control` says so.
    Closing the generator leaves everything as it was, save for what `plan.folder` keeps to go on from.
    """
    outcome = yield from adapt(plan, control)
    yield Finished(outcome.tokens, outcome.seconds, outcome.compared.after)


def adapt(plan: FinetunePlan, control: Control = UNATTENDED) -> Generator[Event, None, Outcome]:
    """Do what `finetune` does, up to and with `Compared`."""
    folder = RunFolder(plan.folder) if plan.folder else None
    with _room_on_the_disk(tr("What the run needs could not be written")):
        if folder and not plan.resume:
            folder.begin(plan)
        selection = _selection(plan, folder)
    passages = part(selection.held_out)
    tuning = Tuning(plan, selection, passages, batch_that_fits(plan.base.config))
    if folder and plan.resume:
        tuning.restore(folder.path)
    yield tuning.started()
    yield from _steps(tuning, folder, control)
    compared = yield from tuning.compare()
    with _room_on_the_disk(tr("The new model could not be written")):
        if compared.kept:
            tuning.write(selection, compared)
        if folder:
            folder.finish({"compared": asdict(compared)} if compared.kept else None)
    yield compared
    return Outcome(compared, tuning.tokens, tuning.seconds, selection, passages)


def _selection(plan: FinetunePlan, folder: RunFolder | None) -> Selection:
    """Return the texts: those that a run began with, else those that the documents hold now."""
    kept = folder.selection() if folder and plan.resume else None
    if kept is not None:
        return kept
    selection = select(plan.documents, plan.base.language, with_secrets=plan.with_secrets)
    if folder:
        folder.keep_selection(selection)
    return selection


def _steps(tuning: Tuning, folder: RunFolder | None, control: Control) -> Iterator[Event]:
    """Train until the plan is fulfilled, nothing is gained any more, or `control` says so."""
    saved = time.monotonic()
    while not control.stopped():
        if control.paused():
            if folder:
                yield tuning.save(folder)
            yield Paused()
            control.wait()
            yield Resumed()
            saved = time.monotonic()
            continue
        if tuning.done:
            return
        yield from tuning.advance()
        if folder and time.monotonic() - saved >= _SECONDS_BETWEEN_CHECKPOINTS:
            yield tuning.save(folder)
            saved = time.monotonic()


@contextmanager
def _room_on_the_disk(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise TrainingError(
            tr("{what}: {reason}.", what=what, reason=error.strerror or type(error).__name__),
            hint=tr("The old model is unchanged. Make room on the disk, and start again."),
        ) from error
