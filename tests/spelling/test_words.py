"""Words are found where prose is, and left alone where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.spelling.words import words_to_check


def found(text: str) -> list[str]:
    return [word.text for word in words_to_check(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The cat's pyjamas, don’t they?", ["The", "cat's", "pyjamas", "don’t", "they"]),
        ("a well-known *naïve* word", ["well-known", "naïve", "word"]),
        ("end.Next sentence", ["end", "Next", "sentence"]),
        ("今天用word处理。", ["word"]),
        ("Das ist schön", ["Das", "ist", "schön"]),
        ("слово and λόγος", ["and"]),
        ("see [here](https://exmaple.org/tets) now", ["see", "here", "now"]),
        ("by <b>bold</b> and <someone@exmaple.org>", ["by", "bold", "and"]),
    ],
)
def test_words_of_prose_are_found(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "https://exmaple.org/tets?q=wrld",
        "www.exmaple.org",
        "mailto:bob@exmaple.org",
        "bob.smiht@exmaple.org",
        "`teh code`",
        "#hashtga",
        "@hanlde",
        "/usr/loacl/bin",
        "C:\\Usres\\bob",
        "notes_fianl.txt",
        "exmaple.org",
        "e.g.",
        "NASA",
        "H2O",
        "3rd",
        "camelCase",
        "JavaScript",
        "你好，世界",
        "a I é",
    ],
)
def test_what_is_not_prose_is_left_alone(text: str) -> None:
    assert found(text) == []


@given(st.text())
def test_a_word_stands_where_it_says(text: str) -> None:
    for word in words_to_check(text):
        assert text[word.start : word.end] == word.text
