"""Text in the form of the training documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.text.normalise import aligned_for_model, for_model


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


@given(text=st.text(alphabet="ab \u00a0\u200be\u0301你。🙂\t", max_size=60))
def test_aligned_text_is_what_the_models_read_and_keeps_its_place(text: str) -> None:
    found, positions = aligned_for_model(text)
    assert found.split() == for_model(text).split()
    assert len(positions) == len(found) + 1
    assert positions == sorted(positions)
    assert positions[-1] == len(text)
    if found == text:
        assert positions == list(range(len(text) + 1))
