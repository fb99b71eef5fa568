"""Finding and replacing on plain strings."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.errors import SearchError
from writer_app.text.search import PATIENCE, Query, places, replacements


def found(query: Query, text: str) -> list[str]:
    return [text[start:end] for start, end in places(query, text)]


def replaced(query: Query, text: str, words: str) -> str:
    for edit in reversed(list(replacements(query, text, words))):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def test_words_are_found_as_they_are_written() -> None:
    text = "Ada and ada; a.a (x)"
    assert found(Query("ada"), text) == ["Ada", "ada"]
    assert found(Query("ada", case=True), text) == ["ada"]
    assert found(Query("a.a"), text) == ["a.a"]
    assert found(Query("(x)"), text) == ["(x)"]


def test_whole_words_are_no_parts_of_others() -> None:
    assert places(Query("and", whole_words=True), "and sand, and") == [(0, 3), (10, 13)]


def test_an_expression_is_one() -> None:
    assert found(Query(r"\d+\s\w+$", expression=True), "9 days\n10 nights") == ["9 days", "10 nights"]
    assert replaced(Query(r"(\w+) (\w+)", expression=True), "one two", r"\2 \1") == "two one"


def test_words_to_replace_with_mean_themselves() -> None:
    assert replaced(Query("a"), "banana", r"\1") == r"b\1n\1n\1"


def test_places_of_nothing_are_left_out() -> None:
    assert found(Query("x*", expression=True), "axxb") == ["xx"]


@given(st.text("ab.", max_size=30), st.text("ab.", min_size=1, max_size=3), st.text("abc", max_size=3))
def test_replacing_does_what_python_does(text: str, words: str, by: str) -> None:
    assert replaced(Query(words, case=True), text, by) == text.replace(words, by)


@pytest.mark.parametrize("expression", ["(", "[a", "*", r"(?P<a", "a{2,1}"])
def test_a_bad_expression_is_an_error_with_a_hint(expression: str) -> None:
    with pytest.raises(SearchError) as caught:
        places(Query(expression, expression=True), "text")
    assert caught.value.hint


def test_a_bad_replacement_is_an_error_with_a_hint() -> None:
    with pytest.raises(SearchError) as caught:
        list(replacements(Query("(a)", expression=True), "a", r"\2"))
    assert caught.value.hint


def test_an_expression_that_would_take_for_ever_is_given_up() -> None:
    started = time.process_time()
    with pytest.raises(SearchError, match="too long"):
        places(Query("^(a|aa)+$", expression=True), "a" * 60 + "b")
    assert time.process_time() - started < PATIENCE + 1
