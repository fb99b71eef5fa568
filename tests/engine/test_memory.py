"""What was written before comes again: names and set phrases, in the text around the caret and beyond it."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine import remembered
from writer_app.engine.backends import open_pack_suggester
from writer_app.engine.gate import Gate, Judge, read_gate, share
from writer_app.engine.lstm_suggester import LstmSuggester, Manner
from writer_app.engine.memory import PAGES_BEFORE, Memory
from writer_app.engine.occurrences import ORDER, Occurrences, longer, trail_of
from writer_app.engine.partial_word import Vocabulary
from writer_app.engine.protocol import Request
from writer_app.errors import EngineError
from writer_app.model.pack import Pack
from writer_app.model.tokenizer import BEGIN
from writer_app.paths import resources
from writer_app.personal.store import MemoryStore
from writer_app.text.scripts import Script

NAME = "Quill"
NEVER = re.compile(r"\bgardener\b")
LETTER = f"The gardener remembers {NAME}. The teacher answers {NAME} after supper. "
TOKENS = st.lists(st.integers(2, 9), max_size=60)


@pytest.fixture(scope="session")
def gate() -> Gate:
    return read_gate(resources() / "memory_gate.json", "en")


def first_text(suggester: LstmSuggester, before: str, after: str = "") -> str:
    return suggester.suggest(Request(1, before, after)).suggestions[0].text


def test_a_name_of_the_text_is_offered_after_two_letters(suggester: LstmSuggester) -> None:
    assert first_text(suggester, LETTER + "My sister paints Qu").startswith("ill")


def test_a_name_from_behind_the_caret_counts(suggester: LstmSuggester) -> None:
    assert first_text(suggester, "My sister paints Qu", " in the morning. " + LETTER).startswith("ill")


def test_a_name_that_was_passed_over_is_not_offered(suggester: LstmSuggester) -> None:
    request = Request(1, LETTER + "My sister paints Qu", count=5, rejected=frozenset({NAME}))
    assert all(s.text != "ill" for s in suggester.suggest(request).suggestions)


def test_a_name_many_pages_back_is_forgotten(suggester: LstmSuggester) -> None:
    pages = "The gardener waters the roses in the morning. " * (PAGES_BEFORE // 20)
    assert first_text(suggester, LETTER + pages + "My sister paints Qu") != "ill"


def naive(tokens: list[int], trail: tuple[int, ...], length: int) -> dict[int, float]:
    """Return what followed the first `length` tokens of `trail`, by looking at every place."""
    context = list(reversed(trail[:length]))
    padded = [0] * ORDER + tokens  # no trail holds `BEGIN`
    found = [
        padded[place]
        for place in range(ORDER, len(padded))
        if padded[place] != BEGIN and padded[place - length : place] == context
    ]
    return {token: found.count(token) / len(found) for token in found}


@given(tokens=TOKENS, more=TOKENS, last=st.lists(st.integers(2, 9), min_size=1, max_size=5))
def test_it_finds_what_looking_at_every_place_finds(
    tokens: list[int], more: list[int], last: list[int]
) -> None:
    occurrences = Occurrences.of(tokens).merged(Occurrences.of([BEGIN, *more]))
    trail = trail_of(last)
    (found,) = occurrences.after([trail])
    for length, followers in enumerate(found, start=1):
        expected = naive([*tokens, BEGIN, *more], trail, length) if 0 not in trail[:length] else None
        if expected is None:
            continue
        got = (
            dict(zip(followers.tokens.tolist(), followers.shares.tolist(), strict=True)) if followers else {}
        )
        assert got == pytest.approx(expected)


@given(tokens=TOKENS, token=st.integers(2, 9))
def test_a_trail_grows_by_a_token(tokens: list[int], token: int) -> None:
    assert longer(trail_of(tokens), token) == trail_of([*tokens, token])


def test_nothing_is_copied_across_the_caret() -> None:
    ((alone, *_),) = Occurrences.of([2, 3, BEGIN, 4]).after([trail_of([3])])
    assert alone is None


@given(before=st.text(alphabet="The gardn.你\n", max_size=80), after=st.text(alphabet="The g你", max_size=30))
def test_shares_add_up_to_one(before: str, after: str, random_pack: Pack, gate: Gate) -> None:
    tokenizer = random_pack.tokenizer()
    memory = Memory(tokenizer, Vocabulary(tokenizer), gate)
    memory.look_around(before, after, "")
    even = np.full((2, tokenizer.size), 1 / tokenizer.size, np.float32)
    mixed = memory.mixed(even, [trail_of(tokenizer.encode(before)), trail_of([5])])
    assert mixed.sum(axis=1) == pytest.approx([1, 1], abs=1e-4)
    assert (mixed >= 0).all()


def test_an_empty_text_changes_nothing(random_pack: Pack, gate: Gate) -> None:
    tokenizer = random_pack.tokenizer()
    even = np.full((1, tokenizer.size), 1 / tokenizer.size, np.float32)
    memory = Memory(tokenizer, Vocabulary(tokenizer), gate)
    np.testing.assert_array_equal(memory.mixed(even, [trail_of([5])]), even)


def test_what_followed_always_counts_more_than_what_followed_sometimes(gate: Gate, random_pack: Pack) -> None:
    tokenizer = random_pack.tokenizer()
    judge = Judge(tokenizer, Vocabulary(tokenizer))
    always, sometimes = (
        Occurrences.of(tokens).after([trail_of([2])])[0][0]
        for tokens in ([2, 3] * 5, [2, 3, 2, 4, 2, 5, 2, 6, 2, 7])
    )
    assert always is not None
    assert sometimes is not None
    for row in (*gate.text[:2], *gate.remembered[1:]):
        (of_always,), (of_sometimes,) = (judge.features([found], (2,)) for found in (always, sometimes))
        assert of_always is not None
        assert of_sometimes is not None
        assert share(row, of_always) > share(row, of_sometimes)


def test_a_language_without_coefficients_has_those_of_the_first(gate: Gate) -> None:
    assert read_gate(resources() / "memory_gate.json", "xx") == replace(gate, general="")


def test_a_damaged_gate_says_what_to_do() -> None:
    with pytest.raises(EngineError) as caught:
        read_gate(resources() / "missing.json", "en")
    assert "Install" in caught.value.hint


def test_a_remembered_name_is_offered_in_another_text(tiny_pack: Pack, tmp_path: Path) -> None:
    store = MemoryStore(tmp_path)
    suggester = open_pack_suggester(tiny_pack, manner=Manner(floor=0.0), personal=tmp_path)
    before = "My sister paints Qu"
    assert first_text(suggester, before) != "ill"
    for number in range(9):
        store.learn(f"In {number} my sister paints {NAME} again.")
    while suggester.idle():
        pass
    assert first_text(suggester, before).startswith("ill")
    store.forget(NAME)
    while suggester.idle():
        pass
    assert first_text(suggester, before) != "ill"


def test_a_word_that_the_person_never_wants_is_not_offered(tiny_pack: Pack, tmp_path: Path) -> None:
    MemoryStore(tmp_path).never_suggest("Gardener")
    suggester = open_pack_suggester(tiny_pack, manner=Manner(floor=0.0), personal=tmp_path)
    answer = suggester.suggest(Request(1, "The gard", count=5))
    assert all(not NEVER.search("gard" + suggestion.text) for suggestion in answer.suggestions)


def test_tokens_kept_for_the_next_start_are_those_of_the_sentences(
    tiny_pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "KEEP_AFTER", 10)
    store, tokenizer = MemoryStore(tmp_path), tiny_pack.tokenizer()
    store.learn("We met in May. The harbour was quiet.")
    first = remembered.RememberedText(tmp_path, tokenizer, "name", Script.LATIN)
    store.learn("She paints the roses.")
    first.refresh()
    again = remembered.RememberedText(tmp_path, tokenizer, "name", Script.LATIN)
    anew = remembered.RememberedText(tmp_path, tokenizer, "another name", Script.LATIN)
    assert store.kept_tokens("name")[1]
    for other in (again, anew):
        np.testing.assert_array_equal(first.occurrences.keys, other.occurrences.keys)
