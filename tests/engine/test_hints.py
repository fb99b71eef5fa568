"""A suggestion that was passed over is not shown again in that place; one that was taken comes sooner."""

from pathlib import Path

import pytest

from writer_app.engine.backends import open_pack_suggester
from writer_app.engine.lstm_suggester import LstmSuggester, Manner
from writer_app.engine.protocol import Request, Suggestion
from writer_app.model.pack import Pack
from writer_app.personal.hints import Hint
from writer_app.personal.store import MemoryStore

BEFORE = "The gardener waters the "


@pytest.fixture
def store(tmp_path: Path) -> MemoryStore:
    return MemoryStore(tmp_path)


@pytest.fixture
def suggester(tiny_pack: Pack, store: MemoryStore) -> LstmSuggester:
    return open_pack_suggester(tiny_pack, manner=Manner(floor=0.0), personal=store.file.parent)


def offered(suggester: LstmSuggester, before: str = BEFORE) -> tuple[Suggestion, ...]:
    while suggester.idle():
        pass
    return suggester.suggest(Request(1, before)).suggestions


def give(store: MemoryStore, suggestion: Suggestion, *, wanted: float, times: int) -> None:
    for _ in range(times):
        store.take_hint(Hint(BEFORE, suggestion.text, suggestion.probability, wanted))


def test_what_is_passed_over_again_and_again_makes_room_for_another(
    suggester: LstmSuggester, store: MemoryStore
) -> None:
    first = offered(suggester)[0]
    give(store, first, wanted=0.0, times=20)
    found = offered(suggester)
    assert found[0].text.split()[0] != first.text.split()[0]
    assert all(s.probability < 0.1 for s in found if s.text == first.text)


def test_what_is_taken_comes_sooner(suggester: LstmSuggester, store: MemoryStore) -> None:
    last = offered(suggester)[-1]
    give(store, last, wanted=1.0, times=20)
    found = offered(suggester)
    assert found[0].text.split()[0] == last.text.split()[0]
    assert found[0].probability > last.probability


def test_below_the_floor_it_is_not_suggested_at_all(tiny_pack: Pack, store: MemoryStore) -> None:
    suggester = open_pack_suggester(tiny_pack, manner=Manner(floor=0.2), personal=store.file.parent)
    for suggestion in offered(suggester):
        give(store, suggestion, wanted=0.0, times=30)
    assert offered(suggester) == ()


def test_hints_that_are_forgotten_leave_no_trace(suggester: LstmSuggester, store: MemoryStore) -> None:
    before = offered(suggester)
    give(store, before[0], wanted=0.0, times=5)
    assert offered(suggester) != before
    store.forget_hints()
    assert offered(suggester) == before


def test_hints_can_be_left_alone(tiny_pack: Pack, suggester: LstmSuggester, store: MemoryStore) -> None:
    before = offered(suggester)
    give(store, before[0], wanted=0.0, times=5)
    deaf = open_pack_suggester(
        tiny_pack, manner=Manner(floor=0.0, takes_hints=False), personal=store.file.parent
    )
    assert offered(deaf) == before
