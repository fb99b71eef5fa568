"""The training process: it steps back for the editor, and tells of every end that it may come to."""

import os
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from writer_app.i18n import tr, use_language
from writer_app.model.pack import Pack
from writer_app.paths import resources
from writer_app.training.control import Control
from writer_app.training.events import Event, Failed, Finished
from writer_app.training.plan import FinetunePlan
from writer_app.training.priority import threads
from writer_app.training.process import TrainingProcess, Work

MakePlan = Callable[[], FinetunePlan]


@pytest.fixture
def plan(tiny_pack: Pack, tmp_path: Path) -> FinetunePlan:
    return FinetunePlan((tmp_path,), tiny_pack, tmp_path / "mine")


def run(plan: FinetunePlan, work: Work) -> list[Event]:
    """Return all that a process tells which does `work`."""
    child = TrainingProcess(plan, work)
    try:
        return list(child.events())
    finally:
        child.close()


def tell_priority(_plan: FinetunePlan, _control: Control) -> Iterator[Event]:
    process = psutil.Process()
    score = Path("/proc/self/oom_score_adj").read_text(encoding="ascii").strip()
    told = (process.nice(), int(process.ionice().ioclass), score, os.environ["OMP_WAIT_POLICY"])
    yield Failed(" ".join(map(str, told)), os.environ["OMP_NUM_THREADS"])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other measures of priority")
def test_everything_else_goes_first(plan: FinetunePlan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.delenv("OMP_WAIT_POLICY", raising=False)
    (told,) = run(plan, tell_priority)
    assert isinstance(told, Failed)
    assert told.message == f"19 {int(psutil.IOPRIO_CLASS_IDLE)} 500 passive"
    assert 1 <= int(told.hint) <= len(os.sched_getaffinity(0))


def test_a_core_is_left_to_the_editor_where_there_are_more_than_two() -> None:
    assert [threads(cores) for cores in (1, 2, 4, 16)] == [1, 2, 3, 15]


def need_too_much_memory(_plan: FinetunePlan, _control: Control) -> Iterator[Event]:
    """Ask for more than the process may have, as torch does: in tensors."""
    import torch  # noqa: PLC0415 - in the child only

    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
    kept = [torch.empty(1 << 28) for _ in range(100)]  # a gigabyte each
    yield Finished(len(kept), 0.0, None)


def need_too_much_memory_in_python(_plan: FinetunePlan, _control: Control) -> Iterator[Event]:
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    yield Finished(len(bytearray(1 << 40)), 0.0, None)


@pytest.mark.parametrize("work", [need_too_much_memory, need_too_much_memory_in_python])
def test_out_of_memory_is_said_with_what_to_do(plan: FinetunePlan, work: Work) -> None:
    assert run(plan, work) == [
        Failed("The memory does not suffice.", "The old model is unchanged. Close other programs first.")
    ]


def be_killed_for_memory(_plan: FinetunePlan, _control: Control) -> Iterator[Event]:
    """End as the system ends a process for want of memory: at once, without a word."""
    os.kill(os.getpid(), 9)
    yield Finished(0, 0.0, None)


def test_a_process_that_the_system_killed_is_a_failure_with_what_to_do(plan: FinetunePlan) -> None:
    (failed,) = run(plan, be_killed_for_memory)
    assert isinstance(failed, Failed)
    assert failed.message == "The training process ended without a word."
    assert "memory" in failed.hint


def be_wrong(_plan: FinetunePlan, _control: Control) -> Iterator[Event]:
    places: dict[str, int] = {}
    yield Finished(places["Aurelia keeps the key under the third stone"], 0.0, None)


def test_a_mistake_of_ours_is_logged_without_words_of_the_person(plan: FinetunePlan, home: Path) -> None:
    (failed,) = run(plan, be_wrong)
    assert isinstance(failed, Failed)
    assert failed.message == "Training failed (KeyError)."
    log = (home / "state" / "log" / "writer_app.log").read_text(encoding="utf-8")
    assert "KeyError at test_process.py" in log
    assert "Aurelia" not in log + failed.hint


def fail_in_words(_plan: FinetunePlan, _control: Control) -> Iterator[Event]:
    yield Failed(tr("The memory does not suffice."), "")


def test_the_process_speaks_the_person_s_language(plan: FinetunePlan) -> None:
    use_language("zh", resources() / "catalogues")
    try:
        (failed,) = run(plan, fail_in_words)
    finally:
        use_language("en", resources() / "catalogues")
    assert failed == Failed("内存不足。", "")
