"""Typing along with ghost text, and taking a word of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine.ghost import first_word, is_worth_showing, typed_through
from writer_app.engine.protocol import Suggestion


def test_typing_along_leaves_the_rest() -> None:
    assert typed_through("ard to", "a") == "rd to"
    assert typed_through("ard to", "ard to") == ""
    assert typed_through("ard to", "b") is None
    assert typed_through("a", "ab") is None


@pytest.mark.parametrize(
    ("ghost", "word"),
    [
        ("ard to it", "ard"),
        (" to it", " to"),
        ("time, but", "time,"),
        ("公园玩", "公园"),
        ("，但是", "，但是"),
        ("...", "..."),
    ],
)
def test_a_word_is_taken_with_what_surrounds_it(ghost: str, word: str) -> None:
    assert first_word(ghost) == word


@given(st.text())
def test_taking_words_takes_all_in_the_end(ghost: str) -> None:
    taken, rest = "", ghost
    while rest:
        word = first_word(rest)
        assert word
        taken, rest = taken + word, rest[len(word) :]
    assert taken == ghost


def test_a_floor_means_what_it_says_of_a_word_that_saves_four_keys() -> None:
    assert is_worth_showing(Suggestion("word ", 0.2), 0.2)
    assert not is_worth_showing(Suggestion("word ", 0.19), 0.2)


def test_the_more_a_word_saves_the_less_likely_it_may_be() -> None:
    assert is_worth_showing(Suggestion("straightforward ", 0.12), 0.2)
    assert not is_worth_showing(Suggestion("of ", 0.21), 0.2)


def test_the_first_word_decides_since_it_can_be_taken_alone() -> None:
    assert is_worth_showing(Suggestion("word for word ", 0.05, word_probability=0.5), 0.2)
    assert not is_worth_showing(Suggestion("word for word ", 0.05), 0.2)


@given(st.text(min_size=1), st.floats(0, 1))
def test_without_a_floor_everything_is_shown_and_what_is_sure_always(text: str, floor: float) -> None:
    assert is_worth_showing(Suggestion(text, 0.0), 0.0)
    assert is_worth_showing(Suggestion(text, 1.0), floor)
