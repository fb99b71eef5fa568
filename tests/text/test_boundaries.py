"""Words and sentences, English and Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.text.boundaries import joins, sentences, whole_word, word_before
from writer_app.text.counts import Counts, count
from writer_app.text.scripts import Script, script_of


def test_letters_apostrophes_and_digits_join_and_chinese_does_not() -> None:
    assert all(map(joins, "aé7'’_"))
    assert not any(map(joins, " -.,你，。"))


@pytest.mark.parametrize(
    ("text", "word"),
    [("We are looking forw", "forw"), ("don’t", "don’t"), ("end. ", ""), ("他用Pyth", "Pyth"), ("", "")],
)
def test_the_word_begun(text: str, word: str) -> None:
    assert word_before(text) == word


@pytest.mark.parametrize(
    ("before", "continuation", "word"),
    [
        ("looking forw", "ard to", "forward"),
        ("looking", " forward to", "forward"),
        ("looking ", "forward, to", "forward"),
        ("去公", "园玩，", "园玩"),
        ("end", ", and", "and"),
        ("", "", ""),
    ],
)
def test_the_first_word_with_its_typed_letters(before: str, continuation: str, word: str) -> None:
    assert whole_word(before, continuation) == word


@given(st.text())
def test_sentences_make_up_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text


def test_sentences_end_at_their_marks() -> None:
    assert sentences("He said “No.” Then 3.5 left! 好吗？“好。”他说。") == [
        "He said “No.”",
        " Then 3.5 left!",
        " 好吗？",
        "“好。”",
        "他说。",
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Hello, world", Counts(2, 12)),
        ("don’t well-known", Counts(2, 16)),
        ("我们 use Python。\n", Counts(4, 14)),
        ("", Counts(0, 0)),
    ],
)
def test_words_and_characters_are_counted(text: str, counts: Counts) -> None:
    assert count(text) == counts


@given(st.text())
def test_counting_is_never_negative(text: str) -> None:
    counts = count(text)
    assert 0 <= counts.words <= counts.characters or counts.words == 0


def test_the_script_of_most_letters() -> None:
    assert script_of("今天 hello") is Script.HAN
    assert script_of("a long English sentence 今天") is Script.LATIN
    assert script_of("12 + 3") is None
