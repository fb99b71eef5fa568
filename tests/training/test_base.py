"""A base run: it learns, it can be stopped, killed, resumed and shared by several processes."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.training.conftest import STEP_TOKENS
from writer_app.errors import TrainingError
from writer_app.model.pack import open_pack, verify
from writer_app.training.base import train_base
from writer_app.training.events import Evaluated, Finished, Progress, Saved, Started
from writer_app.training.plan import BasePlan

MakePlan = Callable[..., BasePlan]


def losses(plan: BasePlan, stop_after: int | None = None) -> list[float]:
    made: list[float] = []
    events = train_base(plan, lambda: stop_after is not None and len(made) >= stop_after)
    made.extend(event.loss for event in events if isinstance(event, Progress))
    return made


def test_a_run_learns_and_leaves_a_sound_pack(make_plan: MakePlan) -> None:
    plan = make_plan(tokens=150 * STEP_TOKENS, evaluate_tokens=50 * STEP_TOKENS)
    events = list(train_base(plan))
    started, finished = events[0], events[-1]
    assert isinstance(started, Started)
    assert isinstance(finished, Finished)
    assert started.bits_per_character is not None
    assert finished.bits_per_character is not None
    assert finished.bits_per_character < started.bits_per_character / 2
    pack = open_pack(plan.out)
    verify(pack)
    assert pack.facts["tokens_seen"] == 150 * STEP_TOKENS
    assert pack.facts["dev_bits_per_character"] == pytest.approx(finished.bits_per_character, abs=1e-4)
    assert len(pack.facts["curve"]) == sum(isinstance(event, Evaluated) for event in events)


def test_a_resumed_run_has_the_losses_of_an_unbroken_one(make_plan: MakePlan, tmp_path: Path) -> None:
    unbroken = losses(make_plan())
    broken = make_plan(out=tmp_path / "broken")
    first = losses(broken, stop_after=9)
    second = losses(make_plan(out=tmp_path / "broken", resume=True))
    assert len(first) == 9
    assert first + second == unbroken


def test_accumulated_chunks_make_fewer_steps(make_plan: MakePlan) -> None:
    assert len(losses(make_plan(accumulate=2))) == 10


def test_a_stopped_run_leaves_a_pack_that_can_be_gone_on_from(make_plan: MakePlan, tmp_path: Path) -> None:
    stopped = make_plan()
    losses(stopped, stop_after=5)
    pack = open_pack(stopped.out)
    plan = make_plan(out=tmp_path / "next", start_from=pack)
    started = next(train_base(plan))
    assert isinstance(started, Started)
    assert started.bits_per_character == pytest.approx(pack.facts["dev_bits_per_character"], rel=0.01)
    losses(plan)
    following = open_pack(plan.out)
    assert following.facts["tokens_seen"] == 25 * STEP_TOKENS
    assert len(following.facts["runs"]) == 2


def test_adamw_learns_too(make_plan: MakePlan) -> None:
    made = losses(make_plan(muon=False, tokens=60 * STEP_TOKENS))
    assert made[-1] < made[0] - 1


def test_a_begun_run_is_not_overwritten(make_plan: MakePlan) -> None:
    losses(make_plan(), stop_after=1)
    with pytest.raises(TrainingError) as caught:
        losses(make_plan())
    assert "--resume" in caught.value.hint


def command(plan: BasePlan) -> list[str]:
    """Return the command line of `plan`, without the interpreter."""
    options = {
        "--language": plan.language,
        "--data": plan.data,
        "--dev": plan.held_out,
        "--out": plan.out,
        "--tokens": plan.tokens,
        "--batch": plan.batch,
        "--length": plan.length,
        "--vocabulary": plan.sizes.vocabulary,
        "--embedding": plan.sizes.embedding,
        "--hidden": plan.sizes.hidden,
        "--threads": 1,
        "--checkpoint-minutes": 0,
    }
    return ["-m", "writer_app", "train", *(str(x) for pair in options.items() for x in pair), "--json"]


@pytest.mark.slow
def test_a_killed_run_goes_on_from_its_checkpoint(make_plan: MakePlan) -> None:
    plan = make_plan(tokens=10**9)
    with subprocess.Popen([sys.executable, *command(plan)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        saved = 0
        for line in process.stdout:  # a checkpoint after every step: the kill falls amid writing, often
            saved += json.loads(line)["event"] == "saved"
            if saved == 5:
                process.send_signal(signal.SIGKILL)
                break
    events = train_base(make_plan(tokens=10**9, resume=True))
    started = next(events)
    assert isinstance(started, Started)
    assert started.tokens >= 5 * STEP_TOKENS
    assert isinstance(next(events), Progress)


@pytest.mark.slow
def test_ctrl_c_finishes_the_pack(make_plan: MakePlan) -> None:
    plan = make_plan(tokens=10**9)
    with subprocess.Popen([sys.executable, *command(plan)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if json.loads(line)["event"] == "progress":
                process.send_signal(signal.SIGINT)
                break
        process.stdout.read()
    assert process.returncode == 0
    verify(open_pack(plan.out))


@pytest.mark.slow
def test_two_processes_learn_what_one_learns(make_plan: MakePlan, tmp_path: Path) -> None:
    alone = losses(make_plan(out=tmp_path / "alone"))
    plan = make_plan(out=tmp_path / "shared")
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    arguments = [*command(plan), "--learning-rate", "0.01", "--warm-up", "5"]
    done = subprocess.run(
        [*torchrun, *arguments], stdout=subprocess.PIPE, text=True, check=True, env=environment
    )
    events = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    shared = [event["loss"] for event in events if event["event"] == "progress"]
    assert len(shared) == len(alone)
    assert shared == pytest.approx(alone, rel=0.01)  # sums in another order, rounded to bfloat16
    verify(open_pack(plan.out))
    longer = replace(plan, tokens=25 * STEP_TOKENS, resume=True)
    assert len(losses(longer)) == 5  # one process goes on where two stopped


def test_a_checkpoint_is_told(make_plan: MakePlan) -> None:
    events = list(train_base(make_plan(checkpoint_minutes=0)))
    assert sum(isinstance(event, Saved) for event in events) > 10
