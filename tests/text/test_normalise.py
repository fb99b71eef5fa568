"""Text in the form of the training documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.text.normalise import for_model


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("one\r\n\r\ntwo\n \n\nthree\n", "one\ntwo\nthree\n"),
        ("a\u00a0b  c\td", "a b c d"),
        ("e\u0301", "é"),
        ("\n\n  start", "start"),
        ("soft\u00adhyphen\ufeff", "softhyphen"),
        ("段一\n\u3000\u3000段二", "段一\n段二"),
        ("word ", "word "),
        ("line\u2028line", "line\nline"),
    ],
)
def test_examples(text: str, form: str) -> None:
    assert for_model(text) == form


@given(st.text())
def test_a_text_in_that_form_stays_as_it_is(text: str) -> None:
    assert for_model(for_model(text)) == for_model(text)


@given(st.text(alphabet="ab \n\r\t\u3000\u00a0"))
def test_no_blank_stands_beside_another(text: str) -> None:
    form = for_model(text)
    assert not any(pair in form for pair in ("  ", "\n\n", " \n", "\n ", "\r", "\t"))
