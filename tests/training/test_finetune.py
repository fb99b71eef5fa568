"""Fine-tuning: better on held-out text, or nothing at all."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from tests.tiny import write_diary
from writer_app.model.pack import Pack, open_pack, verify
from writer_app.training import process
from writer_app.training.events import Cancelled, Compared, Event, Failed, Finished, Progress, Started
from writer_app.training.finetune import finetune
from writer_app.training.plan import FinetunePlan


@pytest.fixture(scope="session")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write documents with names that the base has never seen."""
    return write_diary(tmp_path_factory.mktemp("diary"))


@pytest.fixture
def make_plan(tiny_pack: Pack, diary: Path, tmp_path: Path) -> Callable[..., FinetunePlan]:
    def make(**changes: object) -> FinetunePlan:
        usual = {"documents": (diary,), "base": tiny_pack, "out": tmp_path / "mine", "dropout": 0.0}
        return FinetunePlan(**usual | changes)  # type: ignore[arg-type]

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
    assert of_kind(events, Started).bits_per_character == compared.before
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


def test_fine_tuning_twice_gives_the_same_weights(make_plan: MakePlan, tmp_path: Path) -> None:
    weights = []
    for name in ("first", "second"):
        plan = make_plan(out=tmp_path / name, learning_rate=1e-2, dropout=0.01)
        list(finetune(plan))
        weights.append(open_pack(plan.out).weights())
    for name, tensor in weights[0].items():
        np.testing.assert_array_equal(tensor, weights[1][name])


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
                child._process.kill()
    finally:
        child.close()
    failed = events[-1]
    assert isinstance(failed, Failed)
    assert failed.hint


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
    assert kinds[-2:] == ["compared", "finished"]
    verify(open_pack(out))
