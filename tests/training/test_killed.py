"""A run that is killed at any of its steps on the disk: nothing is lost, and it goes on or begins anew."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.tiny import write_diary
from writer_app.bench.gain import teach
from writer_app.model import generations
from writer_app.model.pack import Pack, verify
from writer_app.training.control import Control
from writer_app.training.events import Event, Failed, Finished, Progress
from writer_app.training.plan import FinetunePlan
from writer_app.training.process import TrainingProcess
from writer_app.training.results import waiting
from writer_app.training.run_folder import RunFolder

_CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir"})
_RESTS_AT = 3  # events; there it writes a checkpoint


@dataclass(frozen=True)
class Disk:
    """What a run leaves on the disk: the person's packs and its own folder."""

    root: Path

    @property
    def packs(self) -> Path:
        return self.root / "packs"

    @property
    def run(self) -> RunFolder:
        return RunFolder(self.root / "run")

    def as_it_was(self, before: Path) -> None:
        """Put everything back as a copy of it shows."""
        shutil.rmtree(self.root)
        shutil.copytree(before, self.root)

    def kind(self) -> tuple[bool, ...]:
        """Return what there is, as far as it decides how a run goes on."""
        names = ("plan.json", "texts.json", "result.json")
        files = [(self.run.path / name).exists() for name in names]
        checkpoint = any(self.run.path.glob("[0-9]*.pt"))
        return (*files, checkpoint, bool(generations.waiting_candidates(self.packs)))


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    (tmp_path / "disk").mkdir()
    return Disk(tmp_path / "disk")


@pytest.fixture
def plan(disk: Disk, tiny_pack: Pack, tmp_path: Path) -> FinetunePlan:
    return FinetunePlan(
        documents=(write_diary(tmp_path / "diary"),),
        base=tiny_pack,
        out=generations.candidate(disk.packs, "en"),
        epochs=1,
        learning_rate=1e-2,
        dropout=0.0,
        general=tmp_path,
        rehearsal=tmp_path,
        folder=disk.run.path,
    )


def with_a_rest(plan: FinetunePlan) -> Iterator[Event]:
    """Yield the events of a run that rests once."""
    heard: list[Event] = []
    rests = [True]
    control = Control(paused=lambda: bool(rests) and len(heard) > _RESTS_AT, wait=rests.clear)
    for event in teach(plan, control):
        heard.append(event)
        yield event


@contextmanager
def before_each_change(act: Callable[[], object]) -> Iterator[None]:
    """Act before anything is written, moved or removed."""
    watching = [True]

    def look(event: str, arguments: tuple[object, ...]) -> None:
        flags = arguments[2] if event == "open" else 0
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
        if watching and (writes or event in _CHANGES):
            watching.clear()  # what is done here is no change of the run's
            act()
            watching.append(True)

    sys.addaudithook(look)  # which cannot be removed, so it is told when to look
    try:
        yield
    finally:
        watching.clear()


@pytest.mark.slow
def test_whatever_it_was_at_nothing_is_lost_and_it_goes_on(
    disk: Disk, plan: FinetunePlan, tiny_pack: Pack, tmp_path: Path, home: Path
) -> None:
    moments: list[Path] = []

    def copy() -> None:
        moments.append(tmp_path / "moments" / str(len(moments)))
        shutil.copytree(disk.root, moments[-1])

    with before_each_change(copy):
        list(with_a_rest(plan))
    seen: set[tuple[bool, ...]] = set()
    for moment in moments:
        disk.as_it_was(moment)
        assert generations.bases(disk.packs, tiny_pack.folder.parent)["en"].name == tiny_pack.name
        for pack in generations.waiting_candidates(disk.packs):
            verify(pack)  # whole, or not there
        if disk.kind() in seen:
            continue
        seen.add(disk.kind())
        unfinished = disk.run.unfinished()
        if unfinished is not None or not generations.waiting_candidates(disk.packs):
            generations.discard(plan.out, home)  # as the window does before a run
            events = list(teach(replace(unfinished or plan, general=plan.general, rehearsal=plan.rehearsal)))
            assert isinstance(events[-1], Finished)
        candidate = waiting(disk.packs, disk.run)["en"]
        assert candidate.compared.kept
        candidate.discard(home)
        assert not disk.run.path.exists()
        assert list(disk.packs.iterdir()) == []
    assert len(seen) >= 6


@pytest.mark.slow
@pytest.mark.parametrize("events", [0, 1, 7])
def test_a_process_killed_in_the_middle_leaves_what_it_can_go_on_from(
    disk: Disk, plan: FinetunePlan, tiny_pack: Pack, events: int
) -> None:
    before = {path.name: path.read_bytes() for path in tiny_pack.folder.iterdir()}
    child = TrainingProcess(replace(plan, epochs=10**6))
    try:
        heard = child.events()
        for _ in range(events):
            next(heard)
        child.kill()
        assert any(isinstance(event, Failed) for event in heard)
    finally:
        child.close()
    assert {path.name: path.read_bytes() for path in tiny_pack.folder.iterdir()} == before
    assert not disk.packs.exists()
    again = replace(disk.run.unfinished() or plan, epochs=1, general=plan.general, rehearsal=plan.rehearsal)
    assert any(isinstance(event, Progress) for event in teach(again))
