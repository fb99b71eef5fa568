"""Hints are kept in the memory, within bounds, and go when their owner wants it."""

from pathlib import Path

import pytest

from writer_app.personal import hint_table
from writer_app.personal.hints import Ground, Hint, Kind, Known
from writer_app.personal.store import MemoryStore


@pytest.fixture
def store(tmp_path: Path) -> MemoryStore:
    return MemoryStore(tmp_path)


def known(store: MemoryStore) -> dict[str, Known]:
    return {one.ground.text: one for _, one in store.hints() if one.ground.kind is Kind.PLACE}


def refuse(store: MemoryStore, before: str, suggestion: str, times: int = 1) -> None:
    for _ in range(times):
        store.take_hint(Hint(before, suggestion, 0.5, wanted=0.0))


def test_hints_on_one_place_add_up(store: MemoryStore) -> None:
    refuse(store, "See you at the ", "meeting", times=2)
    store.take_hint(Hint("Off to the mee", "ting", 0.5, wanted=1.0))
    meeting = known(store)["the meeting"]
    assert (meeting.wanted, meeting.unwanted) == (1, 2)
    assert meeting.leaning == pytest.approx(-0.15)


def test_a_place_that_changes_is_found_by_its_number(store: MemoryStore) -> None:
    refuse(store, "at the ", "meeting")
    refuse(store, "in the ", "morning")
    last = store.hints()[-1][0]
    assert store.hints(after=last) == []
    refuse(store, "at the ", "meeting")
    assert known(store)["the meeting"].unwanted == 2
    assert {one.ground.text for _, one in store.hints(after=last)} >= {"the meeting", "meeting", "the"}


@pytest.mark.parametrize(
    ("before", "suggestion"),
    [
        ("My password: hunter", "two"),
        ("Write to ana@example.org ", "today"),
        ("half of \ud800 ", "word"),
        ("in ", "2026"),
    ],
)
def test_beside_a_secret_no_hint_is_taken(store: MemoryStore, before: str, suggestion: str) -> None:
    refuse(store, before, suggestion)
    assert store.hints() == []


def test_the_oldest_places_go_when_there_are_too_many(
    store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hint_table, "MOST", 60)
    for number in range(100):
        refuse(store, "the ", f"{chr(97 + number // 10)}{chr(97 + number % 10)}")
    assert store.hint_count() <= 60
    assert "the jj" in known(store)
    assert "the aa" not in known(store)


def test_forgetting_a_word_forgets_its_places(store: MemoryStore) -> None:
    refuse(store, "We met ", "Zdislava")
    refuse(store, "We met ", "them")
    store.forget("Zdislava")
    assert set(known(store)) == {"met them"}
    store.close()
    assert all(b"Zdislava" not in file.read_bytes() for file in store.file.parent.iterdir())


def test_a_place_or_everything_can_be_forgotten(store: MemoryStore) -> None:
    refuse(store, "We met ", "her")
    refuse(store, "We met ", "them")
    store.forget_hints([Ground(Kind.PLACE, "met her")])
    assert set(known(store)) == {"met them"}
    store.forget_hints()
    assert store.hints() == []
    refuse(store, "We met ", "them")
    store.forget_everything()
    assert store.hints() == []
