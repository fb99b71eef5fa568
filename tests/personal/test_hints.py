"""What was taken and what was passed over moves the next suggestion in the same place, and no further."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from writer_app.personal.hints import (
    HALF_LIFE,
    Ground,
    Kind,
    faded,
    grounds,
    leaned,
    leaning_after,
)

PROBABILITIES = st.floats(0.001, 0.999)
LEANINGS = st.floats(-8, 8)
WORDS = st.text("abcdefgé", min_size=1, max_size=8)


def place(before: str, suggestion: str) -> str:
    return grounds(before, suggestion)[0].text


@pytest.mark.parametrize(
    ("before", "suggestion", "expected"),
    [
        ("See you at the ", "meeting", "the meeting"),
        ("See you at The", " meeting tomorrow ", "the meeting"),
        ("See you at the mee", "ting", "the meeting"),
        ("We left. ", "The", ". The"),
        ("", "Dear", "¶ Dear"),
        ("Dear Ana,\n", "thank you", "¶ thank"),
        ("我们一起去", "公园散步", "起去公园"),
        ("好，", "我们", "，我们"),
    ],
)
def test_a_place_is_a_word_after_what_stands_before_it(before: str, suggestion: str, expected: str) -> None:
    assert place(before, suggestion) == expected


@given(before=WORDS, word=WORDS, typed=st.integers(0, 8))
def test_a_place_is_the_same_whatever_is_typed_of_the_word(before: str, word: str, typed: int) -> None:
    assume(typed < len(word))
    begun = grounds(f"{before} {word[:typed]}", word[typed:])
    assert begun[:3] == grounds(f"{before} ", word)[:3]
    assert begun[3] == Ground(Kind.TYPED, str(min(typed, 4)))


@pytest.mark.parametrize("suggestion", ["", ", ", "2026", "—"])
def test_what_holds_no_word_stands_on_nothing(suggestion: str) -> None:
    assert grounds("We met in ", suggestion) == ()


@given(before=st.text(max_size=200), suggestion=st.text(min_size=1, max_size=40))
def test_any_text_has_grounds_or_none(before: str, suggestion: str) -> None:
    assert len(grounds(before, suggestion)) in {0, len(Kind)}


@given(probability=PROBABILITIES, floor=st.floats(0.05, 0.9))
def test_what_is_passed_over_again_and_again_sinks_below_the_floor(probability: float, floor: float) -> None:
    leaning = 0.0
    for _ in range(400):
        leaning = leaning_after(leaning, Kind.PLACE, leaned(probability, leaning), 0.0)
    assert leaned(probability, leaning) < floor


@given(probability=PROBABILITIES, kind=st.sampled_from(Kind), leaning=LEANINGS)
def test_what_is_wanted_as_often_as_it_says_teaches_nothing(
    probability: float, kind: Kind, leaning: float
) -> None:
    said = leaned(probability, leaning)
    wanted, unwanted = (leaning_after(leaning, kind, said, share) for share in (1.0, 0.0))
    assert said * wanted + (1 - said) * unwanted == pytest.approx(leaning)


@given(lower=PROBABILITIES, higher=PROBABILITIES, leaning=LEANINGS)
def test_a_leaning_keeps_the_order(lower: float, higher: float, leaning: float) -> None:
    assume(lower < higher)
    assert 0 < leaned(lower, leaning) <= leaned(higher, leaning) < 1
    assert leaned(lower, 0.0) == lower


@given(leaning=LEANINGS)
def test_a_leaning_fades_to_half_in_a_month(leaning: float) -> None:
    assert faded(leaning, HALF_LIFE) == pytest.approx(leaning / 2)
    assert faded(leaning, -10.0) == leaning  # the clock was set back
