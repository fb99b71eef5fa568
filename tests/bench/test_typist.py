from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.fakes import SILENT, Scripted, oracle
from writer_app.bench.excerpts import Excerpt
from writer_app.bench.typist import (
    Asker,
    Tally,
    accept,
    comes_true,
    type_with_ghost,
    type_with_list,
)
from writer_app.engine.protocol import Suggester

TEXT = "We are looking forward to it, and don't mind the rain."


def typed(typist: partial[Tally], text: str, suggester: Suggester) -> Tally:
    return typist(Excerpt(text, 0, len(text)), Asker(suggester))


WITH_LIST = partial(type_with_list, length=3)
WITH_GHOST = partial(type_with_ghost, floor=0.0)


@pytest.mark.parametrize("typist", [WITH_LIST, WITH_GHOST])
def test_without_suggestions_every_character_is_a_keystroke(typist: partial[Tally]) -> None:
    tally = typed(typist, TEXT, SILENT)
    assert tally == Tally(characters=len(TEXT), keystrokes=len(TEXT))
    assert tally.savings == 0
    assert tally.in_vain == 0


def test_a_word_from_the_list_is_one_keystroke_and_brings_its_space() -> None:
    tally = typed(WITH_LIST, "one two three", oracle("one two three"))
    assert (tally.keystrokes, tally.accepted) == (3, 3)


def test_ghost_text_leaves_the_space_to_the_writer() -> None:
    tally = typed(WITH_GHOST, "one two three", oracle("one two three"))
    assert (tally.keystrokes, tally.accepted) == (5, 3)


def test_ghost_text_that_brings_its_space_spares_the_key_for_it() -> None:
    text = "one two three"
    spaced = Scripted(lambda before: [word + " "] if (word := text[len(before) :].partition(" ")[0]) else [])
    tally = typed(WITH_GHOST, text, spaced)
    # "three " is not right at the end of the text, so its word alone is taken
    assert (tally.keystrokes, tally.accepted, tally.accepted_characters) == (3, 3, len(text))


def test_the_bare_counting_leaves_the_space_of_the_same_suggestions_to_the_writer() -> None:
    text = "one two three"
    suggester = Scripted(lambda before: [text[len(before) :].partition(" ")[0] + " "])
    bare = typed(partial(type_with_ghost, floor=0.0, spaced=False), text, suggester)
    assert (bare.keystrokes, bare.accepted) == (5, 3)
    assert all(request.spaced for request in suggester.requests)


def test_what_is_always_wrong_costs_attention_and_no_key() -> None:
    for typist in (WITH_LIST, WITH_GHOST):
        tally = typed(typist, "abcd", Scripted(lambda before: [f"x{len(before)}"]))
        assert (tally.savings, tally.accepted) == (0, 0)
        assert tally.in_vain == 100


def test_tab_takes_a_phrase_whole() -> None:
    tally = typed(WITH_GHOST, "one two three", oracle("one two three", words=3))
    assert (tally.keystrokes, tally.accepted_characters) == (1, 13)


def test_of_a_phrase_that_goes_wrong_the_right_words_are_taken_one_by_one() -> None:
    assert accept("one two three", 0, "one two four") == (2, len("one two"))
    assert accept("one two three", 0, "four") == (0, 0)


def test_ghost_text_that_is_typed_along_is_not_shown_again() -> None:
    wrong = Scripted(lambda before: ["abcdef"] if not before else [])
    tally = typed(WITH_GHOST, "abcxyz", wrong)
    assert (tally.shown, tally.accepted, tally.keystrokes) == (1, 0, 6)
    assert [request.before for request in wrong.requests] == ["", "ab", "abc", "abcx", "abcxy"]


def test_below_the_floor_nothing_is_shown() -> None:
    unsure = Scripted(lambda _before: ["usual"], probability=0.3)
    assert typed(partial(type_with_ghost, floor=0.31), "a b c", unsure).shown == 0
    assert typed(partial(type_with_ghost, floor=0.3), "a b c", unsure).shown == 5


def test_what_is_shown_in_vain_is_counted_per_hundred_characters() -> None:
    tally = typed(WITH_GHOST, "abcd", Scripted(lambda _before: ["x"]))
    assert tally.in_vain == 100
    assert tally.accepted_share == 0


def test_ghost_text_passed_over_makes_room_for_another_after_two_letters() -> None:
    def follow(before: str) -> list[str]:
        return [word[len(before) :] for word in ("interest", "internal") if word.startswith(before)]

    scripted = Scripted(follow)
    tally = typed(WITH_GHOST, "internal", scripted)
    assert (tally.shown, tally.accepted, tally.keystrokes) == (2, 1, len("in") + 1)
    assert scripted.requests[-1].rejected == {"interest"}


def test_a_word_passed_over_is_not_offered_again_for_the_same_word() -> None:
    stubborn = Scripted(
        lambda before: ["then"[len(before) :], "there"[len(before) :]] if len(before) < 4 else []
    )
    tally = typed(WITH_LIST, "these", stubborn)
    assert tally.shown == 2
    assert stubborn.requests[1].rejected == {"then", "there"}


def test_it_is_offered_again_for_the_next_word() -> None:
    same = Scripted(lambda before: ["the"] if before.endswith(" ") or not before else [])
    tally = typed(WITH_LIST, "an the", same)
    assert (tally.shown, tally.accepted) == (2, 1)


@pytest.mark.parametrize(
    ("text", "place", "suggestion", "expected"),
    [
        ("looking", 0, "look", False),
        ("look!", 0, "look", True),
        ("look", 0, "look", True),
        ("don't", 0, "don", False),
        ("'tis said' he", 5, "said", True),
        ("united states", 6, " states", True),
        ("united states", 6, " stat", False),
        ("今天天气", 0, "今天", True),
    ],
)
def test_a_suggestion_comes_true_only_where_its_last_word_ends(
    text: str, place: int, suggestion: str, expected: bool
) -> None:
    assert comes_true(text, place, suggestion) is expected


@given(
    text=st.text("ab c.'\n国", min_size=1, max_size=40),
    answers=st.lists(st.lists(st.text("ab c.'国", max_size=5), max_size=3), min_size=1, max_size=7),
)
def test_whatever_is_suggested_the_text_is_typed_and_costs_at_most_its_length(
    text: str, answers: list[list[str]]
) -> None:
    suggester = Scripted(lambda before: answers[len(before) % len(answers)])
    for typist in (WITH_LIST, WITH_GHOST):
        tally = typed(typist, text, suggester)
        assert tally.characters == len(text)
        assert 0 < tally.keystrokes <= len(text)
        assert tally.accepted <= tally.shown
        assert tally.characters - tally.keystrokes == tally.accepted_characters - taps(tally)


def taps(tally: Tally) -> int:
    """Keystrokes that took something: all that did not type a character."""
    return tally.keystrokes - (tally.characters - tally.accepted_characters)
