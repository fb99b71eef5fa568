"""A text file is read whatever its encoding, and what is no text is told apart."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.text.encodings import UTF8, Decoded, decode

ENGLISH = "“Naïve” cafés – or so he said – cost £5 on the façade’s side.\n" * 3
CHINESE = "今天的天气很好，我们一起去公园散步吧。孩子们在草地上放风筝，老人们坐在树下聊天。\n" * 3
RUSSIAN = "Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.\n" * 3


@given(st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"])))
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, UTF8, b"")


@given(st.binary())
def test_what_was_decoded_gives_its_bytes_back(data: bytes) -> None:
    decoded = decode(data)
    if decoded is not None:
        assert decoded.mark + decoded.text.encode(decoded.encoding) == data


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"),
        (CHINESE, "big5"),
        (RUSSIAN, "cp1251"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "utf-16-le"),
    ],
)
def test_an_encoding_without_a_mark_is_guessed(text: str, encoding: str) -> None:
    characters = text.encode(encoding, "ignore").decode(encoding)  # Big5 lacks some of the simplified ones
    decoded = decode(characters.encode(encoding))
    assert decoded is not None
    assert decoded.text == characters


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    assert decode(mark + CHINESE.encode(encoding)) == Decoded(CHINESE, encoding, mark)


def test_a_picture_is_no_text() -> None:
    assert decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10") is None
