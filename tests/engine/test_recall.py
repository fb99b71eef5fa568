"""The passages behind an expected word: those that agree longest with the place of the caret."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine.recall import MOST, recall

LETTER = "We met Marta at the harbour. Marta Nowak had come by boat.\nOn Sunday old Marta Nowak went home."


def nothing(_words: str) -> list[str]:
    return []


def test_the_passage_that_agrees_longest_comes_first() -> None:
    first, *others = recall("Nowak", f"{LETTER}\nThen old Marta No", "", nothing)
    assert (first.before, first.shared, first.after) == ("On Sunday ", "old Marta Nowak", " went home.")
    assert [passage.shared for passage in others] == ["Marta Nowak"]
    assert all(passage.here for passage in (first, *others))


def test_letters_within_a_word_are_not_taken_for_agreement() -> None:
    (passage,) = recall("tea", "She made a stream of tea. He saw a cream of ", "", nothing)
    assert passage.shared == "of tea"


def test_a_part_of_a_longer_word_is_no_place_of_the_word() -> None:
    assert recall("tea", "The teacher had steam. I want ", "", nothing) == ()


def test_what_stands_behind_the_caret_counts_too() -> None:
    (passage,) = recall("Nowak", "Dear Marta ", " and so on.\nAsk Marta Nowak again.", nothing)
    assert passage.shared == "Marta Nowak"
    assert passage.here


def test_what_is_remembered_is_told_as_such_and_never_what_stands_here_already() -> None:
    def find(words: str) -> list[str]:
        return [
            text
            for text in (" Old Marta Nowak swims.", " On Sunday old Marta Nowak went home.")
            if words in text
        ]

    found = recall("Nowak", f"{LETTER}\nThen Marta ", "", find)
    assert [passage.here for passage in found] == [True, True, False]
    assert found[-1].before + found[-1].shared + found[-1].after == "Old Marta Nowak swims."


def test_a_sentence_in_which_more_words_agree_is_looked_for_first() -> None:
    asked: list[str] = []

    def find(words: str) -> list[str]:
        asked.append(words)
        return []

    recall("Nowak", "Then Marta No", "", find)
    assert asked == ["Marta Nowak", "Nowak"]


def test_chinese_agrees_character_by_character() -> None:
    first, *_ = recall("边", "我们出发去海边的前一天。下雨了。我们出发去海", "", nothing)
    assert first.shared == "我们出发去海边"


@pytest.mark.parametrize("long", ["word " * 60, "字" * 300])
def test_of_a_long_paragraph_only_what_is_near_is_shown(long: str) -> None:
    (passage,) = recall("Nowak", f"{long}Nowak {long}\n", "", nothing)
    assert passage.before.startswith("…")
    assert passage.after.endswith("…")
    assert len(passage.before + passage.after) < 90


@given(
    before=st.text("ab .\n海", max_size=80),
    after=st.text("ab .\n海", max_size=20),
    word=st.sampled_from(["a", "b", "ab", "海"]),
)
def test_every_passage_holds_the_word_and_there_are_few(before: str, after: str, word: str) -> None:
    found = recall(word, before, after, nothing)
    assert len(found) <= MOST
    assert all(passage.shared.endswith(word) and "\n" not in passage.before for passage in found)
