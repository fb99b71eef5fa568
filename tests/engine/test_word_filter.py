"""What already stands after the caret is not suggested, nor what a person does not want to see."""

from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine.word_filter import is_unwanted, offered_word, stands_inside_word, without_what_follows


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


def test_an_unwanted_word_is_neither_begun_nor_finished() -> None:
    assert is_unwanted("what the d", "arn", {"darn"})
    assert is_unwanted("", "so what the Darn thing", {"darn"})
    assert not is_unwanted("what the d", "ark", {"darn"})
    assert not is_unwanted("what the d", "arn", frozenset())


def test_the_word_offered_has_its_typed_letters() -> None:
    assert offered_word("We are looking forw", "ard to") == "forward"
    assert offered_word("We are", " looking for") == "looking"
    assert offered_word("in tim", "e. But") == "time."
