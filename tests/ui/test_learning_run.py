"""One run as the window sees it: it waits for power, tells of the cable, and ends when it is told."""

import multiprocessing
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from writer_app.model.pack import Pack
from writer_app.training.control import Control
from writer_app.training.events import Cancelled, Event, Progress, Started
from writer_app.training.plan import FinetunePlan
from writer_app.ui.learning_run import LearningRun

PATIENCE_MS = 60_000  # other work may have the processor


def learn_for_ever(_plan: FinetunePlan, control: Control) -> Iterator[Event]:
    """Make one step after another, of a learning that costs nothing."""
    yield Started(1, 1, 0, None)
    while not control.stopped():
        time.sleep(0.02)
        yield Progress(1, 1, 1.0, 1e-3, 1.0, 0.1, 60.0)


class Cable:
    """The power cable of a laptop."""

    def __init__(self) -> None:
        self.pulled = False

    def look(self) -> bool:
        return self.pulled


@pytest.fixture
def cable() -> Cable:
    return Cable()


@pytest.fixture
def run(qtbot: QtBot, tmp_path: Path, cable: Cable) -> Iterator[LearningRun]:
    made = LearningRun(tmp_path / "graphs", learn_for_ever, cable.look)
    yield made
    made.close()


@pytest.fixture
def plan(tiny_pack: Pack, tmp_path: Path) -> FinetunePlan:
    return FinetunePlan((tmp_path,), tiny_pack, tmp_path / "packs" / ".en-personal-1")


def learning(qtbot: QtBot, run: LearningRun) -> None:
    """Wait until it learns."""
    with qtbot.waitSignal(
        run.heard, timeout=PATIENCE_MS, check_params_cb=lambda event: isinstance(event, Progress)
    ):
        pass


def test_on_battery_it_waits_and_begins_by_itself_with_the_cable(
    qtbot: QtBot, run: LearningRun, plan: FinetunePlan, cable: Cable
) -> None:
    cable.pulled = True
    with qtbot.waitSignal(run.waiting):
        run.start(plan)
    assert not run.running
    cable.pulled = False
    with qtbot.waitSignal(run.began):
        run.power.look()
    learning(qtbot, run)


def test_waiting_can_be_given_up(qtbot: QtBot, run: LearningRun, plan: FinetunePlan, cable: Cable) -> None:
    cable.pulled = True
    run.start(plan)
    with qtbot.waitSignal(run.heard, check_params_cb=lambda event: isinstance(event, Cancelled)):
        run.cancel()
    cable.pulled = False
    run.power.look()
    assert not run.running


def test_it_tells_when_the_cable_is_pulled_and_put_back(
    qtbot: QtBot, run: LearningRun, plan: FinetunePlan, cable: Cable
) -> None:
    run.start(plan)
    learning(qtbot, run)
    for pulled in (True, False):
        cable.pulled = pulled
        with qtbot.waitSignal(run.power_changed) as told:
            run.power.look()
        assert told.args == [pulled]
    assert run.running


def test_whatever_it_is_at_it_ends_within_two_seconds(
    qtbot: QtBot, run: LearningRun, plan: FinetunePlan
) -> None:
    run.start(plan)
    learning(qtbot, run)
    started = time.monotonic()
    run.close()
    assert time.monotonic() - started < 2
    assert not multiprocessing.active_children()


def test_a_run_that_was_closed_is_heard_no_more(qtbot: QtBot, run: LearningRun, plan: FinetunePlan) -> None:
    run.start(plan)
    learning(qtbot, run)
    heard, told = list[Event](), threading.Event()
    run.heard.connect(heard.append)
    run.bridge._received.connect(told.set, Qt.ConnectionType.DirectConnection)
    assert told.wait(PATIENCE_MS / 1000)  # and nobody has heard it yet
    run.close()
    QApplication.processEvents()
    assert heard == []
