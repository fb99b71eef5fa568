"""A list holds what together saves the most keys."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine.choice import keys_saved, most_saving
from writer_app.engine.protocol import Suggestion

WORDS = ["a", "going", "international", "你", "你好"]


def chain(*phrases: tuple[str, float]) -> list[Suggestion]:
    return [Suggestion(text, probability) for text, probability in phrases]


def texts(chosen: list[Suggestion]) -> list[str]:
    return [suggestion.text for suggestion in chosen]


@st.composite
def chains(draw: st.DrawFn) -> list[list[Suggestion]]:
    """Draw phrases that grow less likely as they grow."""
    drawn = []
    for word in draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True)):
        chances = sorted(draw(st.lists(st.floats(0.01, 0.9), min_size=1, max_size=3)), reverse=True)
        gap = "" if word[0] > "z" else " "
        drawn.append([Suggestion(gap.join([word] * n), chance) for n, chance in enumerate(chances, 1)])
    return drawn


@given(chains(), st.integers(0, 6))
def test_each_first_word_is_offered_once_and_fewer_are_the_first_of_more(
    drawn: list[list[Suggestion]], count: int
) -> None:
    chosen = most_saving(drawn, count)
    assert len(chosen) <= count
    assert len({text.split()[0] for text in texts(chosen)}) == len(chosen)
    assert most_saving(drawn, max(0, count - 1)) == chosen[: max(0, count - 1)]


def test_what_two_chains_lead_to_is_offered_once() -> None:
    growing = chain(("发展", 0.5), ("发展中", 0.4))
    assert texts(most_saving([growing, chain(("发展中", 0.3)), chain(("发现", 0.1))], 3)).count("发展中") == 1
    cut = chain(("looking", 0.5), ("looking", 0.4))  # the text goes on with the second word already
    assert texts(most_saving([cut], 2)) == ["looking"]


def test_a_phrase_and_its_beginning_take_one_place() -> None:
    looking = chain(("looking", 0.6), ("looking forward", 0.3))
    assert texts(most_saving([looking, chain(("waiting", 0.1))], 2)) == ["looking", "waiting"]


def test_a_likelier_other_word_comes_before_an_unlikely_phrase() -> None:
    looking = chain(("looking", 0.6), ("looking forward", 0.1))
    assert texts(most_saving([looking, chain(("waiting", 0.2))], 2)) == ["looking", "waiting"]


def test_a_sure_phrase_needs_no_beginning_of_its_own() -> None:
    looking = chain(("looking", 0.6), ("looking forward", 0.59), ("looking forward to", 0.58))
    assert texts(most_saving([looking, chain(("waiting", 0.2))], 2)) == ["looking forward to", "waiting"]


def test_the_longer_the_word_the_surer_the_phrase_that_replaces_it() -> None:
    """With one place only a wrong next word costs all letters of the first."""
    assert texts(most_saving([chain(("of", 0.5), ("of the", 0.4))], 1)) == ["of the"]
    longer = chain(("international", 0.5), ("international law", 0.4))
    assert texts(most_saving([longer], 1)) == ["international"]


def test_a_chinese_word_saves_its_characters() -> None:
    assert keys_saved("发展中国家") == 4
    assert 0 < keys_saved("的") < 1
    assert texts(most_saving([chain(("的", 0.5)), chain(("发展", 0.1))], 1)) == ["发展"]


def test_it_is_the_best_of_all_pairs_where_words_stand_alone() -> None:
    words = [chain((word, chance)) for word, chance in [("a", 0.1), ("the", 0.4), ("this", 0.2), ("to", 0.3)]]
    saved = sum(s.probability * keys_saved(s.text) for s in most_saving(words, 2))
    pairs = combinations([one[0] for one in words], 2)
    assert saved == pytest.approx(max(sum(s.probability for s in pair) for pair in pairs))
