"""Fine-tuning: better on held-out text, or nothing at all."""

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest

from tests.tiny import document, write_diary, write_documents
from writer_app.errors import TrainingError
from writer_app.model.pack import Pack, open_pack, verify
from writer_app.training import process
from writer_app.training.control import Control
from writer_app.training.events import (
    Cancelled,
    Compared,
    Event,
    Failed,
    Finished,
    Paused,
    Progress,
    Resumed,
    Saved,
    Started,
)
from writer_app.training.finetune import finetune
from writer_app.training.forgetting import MOST_FORGOTTEN, most_forgotten
from writer_app.training.plan import FinetunePlan
from writer_app.training.run_folder import RunFolder
from writer_app.training.selection import read


@pytest.fixture(scope="session")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write documents with names that the base has never seen."""
    return write_diary(tmp_path_factory.mktemp("diary"))


@pytest.fixture
def make_plan(tiny_pack: Pack, diary: Path, tmp_path: Path) -> Callable[..., FinetunePlan]:
    def make(**changes: object) -> FinetunePlan:
        usual: dict[str, Any] = {
            "documents": (diary,),
            "base": tiny_pack,
            "out": tmp_path / "mine",
            "dropout": 0.0,
            "general": tmp_path,
            "rehearsal": tmp_path,
        }
        return FinetunePlan(**usual | changes)

    return make


MakePlan = Callable[..., FinetunePlan]


T = TypeVar("T")


def of_kind(events: list[Event], kind: type[T]) -> T:
    return next(event for event in events if isinstance(event, kind))


def test_a_person_s_texts_become_likelier(make_plan: MakePlan, tiny_pack: Pack) -> None:
    plan = make_plan(learning_rate=1e-2)
    events = list(finetune(plan))
    compared = of_kind(events, Compared)
    assert compared.kept
    assert compared.after < 0.9 * compared.before
    assert of_kind(events, Started).bits_per_character == pytest.approx(compared.before, rel=0.5)
    assert isinstance(events[-1], Finished)
    pack = open_pack(plan.out)
    verify(pack)
    assert pack.facts["base"] == {"name": tiny_pack.name, "sha256": tiny_pack.identity()}
    assert pack.facts["held_out_bits_per_character"]["after"] == pytest.approx(compared.after, abs=1e-4)


def test_what_gains_nothing_is_not_kept(make_plan: MakePlan) -> None:
    plan = make_plan(learning_rate=10.0)  # which no model survives
    compared = of_kind(list(finetune(plan)), Compared)
    assert not compared.kept
    assert compared.after == compared.before
    assert not plan.out.exists()


def test_a_gain_that_may_be_chance_is_not_kept(make_plan: MakePlan, tmp_path: Path) -> None:
    known = write_documents(tmp_path / "texts", 24, first_seed=9000)  # the kind that the base learned from
    plan = make_plan(documents=(known,), learning_rate=1e-4)
    compared = of_kind(list(finetune(plan)), Compared)
    assert compared.interval is not None
    assert compared.interval[0] <= 0
    assert not compared.kept
    assert not plan.out.exists()


def test_fine_tuning_twice_gives_the_same_weights(make_plan: MakePlan, tmp_path: Path) -> None:
    weights = []
    for name in ("first", "second"):
        plan = make_plan(out=tmp_path / name, learning_rate=1e-2, dropout=0.01)
        list(finetune(plan))
        weights.append(open_pack(plan.out).weights())
    for name, tensor in weights[0].items():
        np.testing.assert_array_equal(tensor, weights[1][name])


def test_a_run_that_goes_on_ends_as_the_unbroken_one(make_plan: MakePlan, tmp_path: Path) -> None:
    changes = {"learning_rate": 1e-2, "dropout": 0.05, "epochs": 2}
    list(finetune(make_plan(out=tmp_path / "unbroken", **changes)))
    plan = make_plan(out=tmp_path / "broken", folder=tmp_path / "run", **changes)
    heard: list[Event] = []
    rested: list[int] = []

    def paused() -> bool:
        return len(rested) < 1 and sum(isinstance(event, Progress) for event in heard) == 7

    events = finetune(plan, Control(paused=paused, wait=lambda: rested.append(7)))
    for event in events:
        heard.append(event)
        if isinstance(event, Paused):
            events.close()
    resumed = RunFolder(tmp_path / "run").unfinished()
    assert resumed is not None
    going_on = list(finetune(replace(resumed, general=tmp_path, rehearsal=tmp_path)))
    assert of_kind(going_on, Progress).step == 8
    ours, theirs = (open_pack(tmp_path / name).weights() for name in ("broken", "unbroken"))
    for name, tensor in theirs.items():
        np.testing.assert_array_equal(ours[name], tensor)


def test_a_run_bound_to_forget_little_says_how_much_it_forgot(make_plan: MakePlan, tmp_path: Path) -> None:
    passages = "\n\n".join(document(seed).replace("\n\n", "\n").strip() for seed in range(8000, 8006))
    (tmp_path / "en.txt").write_text(passages, encoding="utf-8")
    plan = make_plan(learning_rate=3e-2, general=tmp_path)
    compared = of_kind(list(finetune(plan)), Compared)
    assert compared.general_before is not None
    assert compared.general_after is not None
    allowed = most_forgotten(read(plan.documents, "en").words)
    assert allowed < MOST_FORGOTTEN  # it is a short diary
    assert compared.general_after <= (1 + allowed + 1e-3) * compared.general_before


def test_the_words_and_continuations_are_from_the_text_held_back(make_plan: MakePlan) -> None:
    compared = of_kind(list(finetune(make_plan(learning_rate=1e-2))), Compared)
    assert compared.interval is not None
    assert compared.interval[0] <= 1 - compared.after / compared.before <= compared.interval[1]
    assert {"Vantongeren", "Quillfeather", "Brambleholt"} & set(compared.words)
    assert all(sample.prompt and sample.now for sample in compared.continuations)


def test_a_full_disk_costs_the_checkpoint_and_not_the_run(make_plan: MakePlan, tmp_path: Path) -> None:
    plan = make_plan(learning_rate=1e-2, epochs=1, folder=tmp_path / "run")
    full = [True]

    def wait() -> None:
        full.clear()

    heard: list[Event] = []
    with limited_files(200_000):  # bytes: the texts fit, a checkpoint does not
        for event in finetune(plan, Control(paused=lambda: bool(full) and len(heard) > 3, wait=wait)):
            heard.append(event)
            if isinstance(event, Resumed):
                break
    assert of_kind(heard, Saved).tokens is None


def test_a_full_disk_at_the_end_is_an_error_and_leaves_nothing(make_plan: MakePlan) -> None:
    plan = make_plan(learning_rate=1e-2, epochs=1)
    with limited_files(5_000), pytest.raises(TrainingError) as caught:
        list(finetune(plan))
    assert "room on the disk" in caught.value.hint
    assert not plan.out.exists()
    assert not list(plan.out.parent.glob(".mine*"))


@contextmanager
def limited_files(size: int) -> Iterator[None]:
    """Let no file grow beyond `size`, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_closing_it_midway_leaves_nothing(make_plan: MakePlan) -> None:
    plan = make_plan()
    events = finetune(plan)
    next(event for event in events if isinstance(event, Progress))
    events.close()
    assert not plan.out.exists()


@pytest.mark.slow
def test_the_process_tells_what_it_does_and_ends(make_plan: MakePlan) -> None:
    child = process.TrainingProcess(make_plan(epochs=1, learning_rate=1e-2))
    try:
        events = list(child.events())
    finally:
        child.close()
    assert of_kind(events, Compared).kept
    assert isinstance(events[-1], Finished)


@pytest.mark.slow
def test_a_cancelled_process_leaves_nothing(make_plan: MakePlan) -> None:
    plan = make_plan(epochs=10**6)
    child = process.TrainingProcess(plan)
    try:
        events = []
        for event in child.events():
            events.append(event)
            if isinstance(event, Progress):
                child.cancel()
    finally:
        child.close()
    assert isinstance(events[-1], Cancelled)
    assert not plan.out.exists()


@pytest.mark.slow
def test_a_killed_process_is_a_failure_with_a_hint(make_plan: MakePlan) -> None:
    child = process.TrainingProcess(make_plan(epochs=10**6))
    try:
        events = []
        for event in child.events():
            events.append(event)
            if isinstance(event, Started):
                child.kill()
    finally:
        child.close()
    failed = events[-1]
    assert isinstance(failed, Failed)
    assert failed.hint


@pytest.mark.slow
def test_a_killed_run_goes_on_though_its_documents_are_gone(
    make_plan: MakePlan, diary: Path, tmp_path: Path
) -> None:
    documents = shutil.copytree(diary, tmp_path / "documents")
    folder = RunFolder(tmp_path / "run")
    child = process.TrainingProcess(make_plan(documents=(documents,), epochs=10**6, folder=folder.path))
    try:
        for event in child.events():
            if isinstance(event, Progress):
                child.pause()  # which writes a checkpoint
            if isinstance(event, Paused):
                child.kill()
    finally:
        child.close()
    shutil.rmtree(documents)
    plan = folder.unfinished()
    assert plan is not None
    events = list(finetune(replace(plan, epochs=1, general=tmp_path, rehearsal=tmp_path)))
    assert of_kind(events, Started).tokens > 0
    assert isinstance(events[-1], Finished)
    assert folder.unfinished() is None


@pytest.mark.slow
def test_a_paused_run_rests_until_it_is_told_to_go_on(make_plan: MakePlan) -> None:
    child = process.TrainingProcess(make_plan(epochs=1, learning_rate=1e-2))
    heard: list[Event] = []
    try:
        for event in child.events():
            heard.append(event)
            if isinstance(event, Progress) and event.step == 2:
                child.pause()
            if isinstance(event, Paused):
                child.resume()
    finally:
        child.close()
    rest = heard.index(of_kind(heard, Paused))
    assert isinstance(heard[rest + 1], Resumed)
    assert isinstance(heard[-1], Finished)


@pytest.mark.slow
def test_an_error_in_the_process_comes_with_its_hint(make_plan: MakePlan, tmp_path: Path) -> None:
    child = process.TrainingProcess(make_plan(documents=(tmp_path / "absent.txt",)))
    try:
        (failed,) = child.events()
    finally:
        child.close()
    assert isinstance(failed, Failed)
    assert "words" in failed.hint


@pytest.mark.slow
def test_the_command_line_does_the_same(tiny_pack: Pack, diary: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    command = [sys.executable, "-m", "writer_app", "finetune", str(diary), "--out", str(out), "--json"]
    command += ["--learning-rate", "0.01", "--dropout", "0", "--threads", "1"]
    done = subprocess.run(
        [*command, "--base", str(tiny_pack.folder)], stdout=subprocess.PIPE, check=True, text=True
    )
    kinds = [json.loads(line)["event"] for line in done.stdout.splitlines()]
    assert kinds[0] == "started"
    assert kinds[-3:] == ["compared", "assessed", "finished"]
    verify(open_pack(out))
