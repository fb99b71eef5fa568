"""Typing along with ghost text, and taking a word of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine.ghost import first_word, typed_through


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
