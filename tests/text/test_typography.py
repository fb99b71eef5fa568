"""Straight becomes curly by what stands before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.text.typography import replacement


def typed(keys: str, text: str = "") -> str:
    """Return what typing `keys` behind `text` leaves on the page."""
    for key in keys:
        text += key
        found = replacement(text)
        if found:
            text = text[: len(text) - found.length] + found.text
    return text


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ('"Go," she said. "Don\'t."', "“Go,” she said. “Don’t.”"),
        ("'Go,' she said.", "‘Go,’ she said."),
        ('("quoted")', "(“quoted”)"),
        ("the '90s' end", "the ‘90s’ end"),
        ("1914--18", "1914–18"),
        ("wait --- what", "wait — what"),
        ("well...", "well…"),
        ("a-b", "a-b"),
        ('—"so', "—“so"),
        ("---", "---"),
        ("- a list", "- a list"),
        ('`print("x--y...")`', '`print("x--y...")`'),
        ('<a href="x">"y"</a>', '<a href="x">“y”</a>'),
        ('    code = "x"', '    code = "x"'),
        ('你好"', '你好"'),
        ("好...", "好..."),
    ],
)
def test_marks_become_what_a_typesetter_would_set(keys: str, page: str) -> None:
    assert typed(keys) == page


@given(st.text("ab \"'-.`你(", max_size=30))
def test_only_the_marks_change_and_no_letter(keys: str) -> None:
    plain = str.maketrans(dict.fromkeys("\"'-.“”‘’–—…", ""))
    assert typed(keys).translate(plain) == keys.translate(plain)
