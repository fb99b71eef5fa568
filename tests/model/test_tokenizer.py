"""The tokenizer is lossless for every string, whatever a person pastes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiny import tokenizer_bytes
from writer_app.errors import PackError
from writer_app.model.tokenizer import BEGIN, END, Tokenizer

TOKENIZER = Tokenizer(tokenizer_bytes())

ODD = [
    "",
    " ",
    "\n",
    "  two  spaces ",
    "\u2581a\u2581",
    "a\x00b",
    "\ud800",
    "x\udfff\ud800y",
    "<s></s><0x41>",
    "👩‍👩‍👧 e\u0301",
    "你好，world。\r\n",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_come_back(text: str) -> None:
    assert TOKENIZER.decode(TOKENIZER.encode(text)) == text


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_every_string_comes_back(text: str) -> None:
    assert TOKENIZER.decode(TOKENIZER.encode(text)) == text


@given(st.lists(st.integers(min_value=0, max_value=TOKENIZER.size - 1)))
def test_every_sequence_of_tokens_has_a_text(tokens: list[int]) -> None:
    assert isinstance(TOKENIZER.decode(tokens), str)


def test_text_never_holds_the_marks_of_a_document() -> None:
    assert not {BEGIN, END} & set(TOKENIZER.encode("<s>text</s>"))


def test_something_else_is_refused() -> None:
    with pytest.raises(PackError):
        Tokenizer(b"not a tokenizer")
