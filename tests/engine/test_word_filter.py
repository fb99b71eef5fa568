"""What already stands after the caret is not suggested, nor what a person does not want to see."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine.word_filter import (
    UnwantedWords,
    is_doubled,
    is_inside_address,
    offered_word,
    read_unwanted_words,
    stands_inside_word,
    without_what_follows,
)
from writer_app.errors import EngineError
from writer_app.paths import resources


def test_what_already_follows_is_left_out() -> None:
    assert without_what_follows("looking forward to", " to it") == "looking forward"
    assert without_what_follows("ard", "ard to it") == ""
    assert without_what_follows("ard", "") == "ard"
    assert without_what_follows("card", "ard") == "card"  # words are never cut
    assert without_what_follows("公园玩", "玩吧") == "公园"


@given(st.text(max_size=12), st.text(max_size=12))
def test_what_is_left_is_a_beginning(text: str, after: str) -> None:
    assert text.startswith(without_what_follows(text, after))


def test_the_caret_inside_a_word_is_noticed() -> None:
    assert stands_inside_word("Hello wor", ["ld", "k"], "ld.")
    assert not stands_inside_word("Hello wor", ["ld", "k"], " ld.")
    assert not stands_inside_word("Hello ", ["world"], "world")
    assert not stands_inside_word("I like red", ["dish"], "apples")


def test_a_word_is_not_said_twice() -> None:
    for before, text in [("because of the ", "the"), ("The", " the"), ("of the t", "he end"), ("in i", "n")]:
        assert is_doubled(before, text)
    for before, text in [("the ", "theatre"), ("the, ", "the"), ("", "the"), ("the\n", "The"), ("th", "e")]:
        assert not is_doubled(before, text)
    assert is_doubled("中华人民共和国", "中华人民共和国")
    assert not is_doubled("我们研究", "研究")  # Chinese doubles words of two characters


@given(st.text("ab", min_size=2, max_size=6), st.text("ab .,你", max_size=8), st.data())
def test_however_much_of_it_is_typed_a_doubled_word_is_noticed(
    word: str, context: str, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(word) - 1))
    assert is_doubled(f"{context} {word} {word[:cut]}", word[cut:] + " x")


def test_addresses_are_noticed_until_a_space_ends_them() -> None:
    for before in ("write to anna@", "write to anna@exam", "see https://exam", "see\nWWW.exam"):
        assert is_inside_address(before)
        assert not is_inside_address(before + " ")
    assert not is_inside_address("50 @ 3 eu")


def test_an_unwanted_word_is_neither_begun_nor_finished() -> None:
    unwanted = UnwantedWords(["Darn", "混蛋"])
    assert unwanted.would_hold("what the d", "arn")
    assert unwanted.would_hold("", "so what the Darn, thing")
    assert not unwanted.would_hold("what the d", "ark")
    assert not unwanted.would_hold("what the ", "darning")
    assert unwanted.would_hold("你这个混", "蛋，")
    assert unwanted.would_hold("你这个", "大混蛋")
    assert not unwanted.would_hold("混蛋！你", "这个人")  # what stands there already is the writer's own
    assert not UnwantedWords().would_hold("what the d", "arn")


@given(st.sampled_from(["darn", "heck", "混蛋"]), st.text("abc 混蛋的", max_size=8), st.data())
def test_however_a_word_is_cut_by_the_caret_its_end_is_not_suggested(
    word: str, context: str, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(word) - 1))
    assert UnwantedWords(["darn", "heck", "混蛋"]).would_hold(f"{context} {word[:cut]}", f"{word[cut:]} x")


def test_the_lists_that_come_with_the_program_are_read() -> None:
    unwanted = read_unwanted_words(resources() / "words")
    assert unwanted.would_hold("Oh, sh", "it")
    assert unwanted.would_hold("去他", "妈的")
    for harmless in ("The breast of the bird", "Christ", "妈妈的书", "他妈妈来了", "a missionary"):
        assert not unwanted.would_hold("", harmless)


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "unwanted.en.txt").mkdir()
    with pytest.raises(EngineError, match=r"unwanted\.en\.txt"):
        read_unwanted_words(tmp_path)


def test_the_word_offered_has_its_typed_letters() -> None:
    assert offered_word("We are looking forw", "ard to") == "forward"
    assert offered_word("We are", " looking for") == "looking"
    assert offered_word("in tim", "e. But") == "time."
