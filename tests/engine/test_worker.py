"""The engine's thread: newest request first, failures survived, an end in time."""

import threading
from collections.abc import Callable
from queue import SimpleQueue

import pytest

from writer_app.engine.protocol import Answer, Request, Suggester, Suggestion
from writer_app.engine.worker import RESTARTS, EngineState, EngineStateKind, EngineWorker, Mailbox
from writer_app.errors import PackError

PATIENCE = 5.0


class GatedSuggester:
    """Answers when the test lets it."""

    def __init__(self) -> None:
        self.entered = threading.Semaphore(0)
        self.gate = threading.Semaphore(0)
        self.prepared = threading.Semaphore(0)

    def suggest(self, request: Request) -> Answer:
        self.entered.release()
        assert self.gate.acquire(timeout=PATIENCE)
        return Answer(request.number, (Suggestion("word", 0.5),))

    def idle(self) -> bool:
        self.prepared.release()
        return False


class FailingSuggester:
    """Fails at every request, with words that must not be shown."""

    def suggest(self, request: Request) -> Answer:
        raise RuntimeError(request.before)


class Desk:
    """A worker and what it reported."""

    def __init__(self, open_suggester: Callable[[], Suggester]) -> None:
        self.states: SimpleQueue[EngineState] = SimpleQueue()
        self.answers: SimpleQueue[Answer] = SimpleQueue()
        self.worker = EngineWorker(open_suggester, self.states.put, restart_pause=0.001)

    def ask(self, number: int) -> None:
        self.worker.submit(Request(number, "secret"), self.answers.put)

    def wait_for(self, kind: EngineStateKind) -> EngineState:
        while (state := self.states.get(timeout=PATIENCE)).kind is not kind:
            pass
        return state


@pytest.fixture
def gated() -> GatedSuggester:
    return GatedSuggester()


def test_the_newest_request_wins(gated: GatedSuggester) -> None:
    desk = Desk(lambda: gated)
    desk.worker.start()
    desk.ask(1)
    assert gated.entered.acquire(timeout=PATIENCE)
    desk.ask(2)
    desk.ask(3)
    gated.gate.release(2)
    assert [desk.answers.get(timeout=PATIENCE).number for _ in range(2)] == [1, 3]
    assert desk.worker.stop()
    assert desk.answers.empty()


def test_it_prepares_while_nobody_asks(gated: GatedSuggester) -> None:
    desk = Desk(lambda: gated)
    desk.worker.start()
    gated.gate.release()
    desk.ask(1)
    assert gated.prepared.acquire(timeout=PATIENCE)
    assert desk.worker.stop()


def test_a_failure_is_told_without_the_text_and_the_engine_comes_back(gated: GatedSuggester) -> None:
    suggesters: list[Suggester] = [FailingSuggester(), gated]
    desk = Desk(lambda: suggesters.pop(0))
    desk.worker.start()
    desk.ask(1)
    failed = desk.wait_for(EngineStateKind.FAILED)
    assert "secret" not in failed.detail + failed.hint
    assert failed.hint
    desk.wait_for(EngineStateKind.READY)
    gated.gate.release()
    desk.ask(2)
    assert desk.answers.get(timeout=PATIENCE).number == 2
    assert desk.worker.stop()


def test_it_gives_up_after_some_restarts_until_the_suggester_is_replaced(gated: GatedSuggester) -> None:
    def open_nothing() -> Suggester:
        raise PackError("There is no pack.", hint="Install one.")

    desk = Desk(open_nothing)
    desk.worker.start()
    for _ in range(RESTARTS + 1):
        assert desk.wait_for(EngineStateKind.FAILED).hint == "Install one."
    desk.worker.replace(lambda: gated)
    desk.wait_for(EngineStateKind.READY)
    assert desk.worker.stop()


def test_a_suggester_is_replaced_between_two_requests(gated: GatedSuggester) -> None:
    other = GatedSuggester()
    desk = Desk(lambda: gated)
    desk.worker.start()
    desk.ask(1)
    assert gated.entered.acquire(timeout=PATIENCE)
    desk.worker.replace(lambda: other)
    desk.ask(2)
    gated.gate.release()
    other.gate.release()
    assert [desk.answers.get(timeout=PATIENCE).number for _ in range(2)] == [1, 2]
    assert other.entered.acquire(timeout=PATIENCE)
    assert desk.worker.stop()


def test_stopping_does_not_wait_longer_than_asked_for(gated: GatedSuggester) -> None:
    desk = Desk(lambda: gated)
    desk.worker.start()
    desk.ask(1)
    assert gated.entered.acquire(timeout=PATIENCE)
    assert not desk.worker.stop(timeout=0.01)
    gated.gate.release()
    desk.wait_for(EngineStateKind.STOPPED)


def test_a_worker_that_never_started_stops() -> None:
    assert Desk(FailingSuggester).worker.stop()


def test_a_mailbox_keeps_the_newest() -> None:
    mailbox: Mailbox[int] = Mailbox()
    mailbox.put(1)
    mailbox.put(2)
    assert mailbox.take() == 2
    mailbox.wake()
    assert mailbox.take() is None
    assert mailbox.empty


def test_what_is_given_back_gives_way_to_what_is_newer() -> None:
    mailbox: Mailbox[int] = Mailbox()
    mailbox.give_back(1)
    assert mailbox.take() == 1
    mailbox.put(2)
    mailbox.give_back(1)
    assert mailbox.take() == 2
