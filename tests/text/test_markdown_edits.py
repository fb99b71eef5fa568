"""Marks around words, headings, lists and quotations, on plain strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.text.markdown_edits import (
    Edit,
    linked,
    next_prefix,
    prefix_of,
    toggled,
    with_heading,
    with_items,
    with_quotes,
)


def after(line: str, edit: Edit) -> str:
    """Return the line with the selection, or the caret, shown as |."""
    text = line[: edit.start] + edit.text + line[edit.end :]
    start, end = edit.selected
    return text[:start] + "|" + (text[start:end] + "|" if end > start else "") + text[end:]


def place(shown: str) -> tuple[str, int, int]:
    start, end = shown.index("|"), shown.rindex("|")
    return shown.replace("|", ""), start, end - 1 if end > start else start


@pytest.mark.parametrize(
    ("before", "mark", "expected"),
    [
        ("a wo|rd b", "**", "a **wo|rd** b"),
        ("a **wo|rd** b", "**", "a wo|rd b"),
        ("a |two words| b", "*", "a *|two words|* b"),
        ("a *|two words|* b", "*", "a |two words| b"),
        ("a |*two words*| b", "*", "a |two words| b"),
        ("a **|two|** b", "*", "a ***|two|*** b"),
        ("a | b", "**", "a **|** b"),
        ("a |word |b", "**", "a **|word|** b"),
        ("|今天|很好", "**", "**|今天|**很好"),
        ("`co|de`", "`", "co|de"),
    ],
)
def test_a_mark_is_put_around_words_and_taken_away(before: str, mark: str, expected: str) -> None:
    line, start, end = place(before)
    assert after(line, toggled(line, start, end, mark)) == expected


@given(
    st.text("ab *\n_x", max_size=20),
    st.integers(0, 20),
    st.integers(0, 20),
    st.sampled_from(["**", "*", "~~", "`"]),
)
def test_toggling_changes_nothing_but_marks(line: str, one: int, other: int, mark: str) -> None:
    start, end = sorted((min(one, len(line)), min(other, len(line))))
    edit = toggled(line, start, end, mark)
    made = line[: edit.start] + edit.text + line[edit.end :]
    assert made.replace(mark[0], "") == line.replace(mark[0], "")
    assert 0 <= edit.selected[0] <= edit.selected[1] <= len(made)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("see |this page| now", "see [this page](|) now"),
        ("see th|is now", "see [this](|) now"),
        ("|https://a.b/c|", "[|](https://a.b/c)"),
        ("a | b", "a [|]() b"),
    ],
)
def test_a_link_leaves_the_caret_where_the_rest_is_typed(before: str, expected: str) -> None:
    line, start, end = place(before)
    assert after(line, linked(line, start, end)) == expected


def test_a_heading_changes_its_level_and_ends() -> None:
    assert with_heading("Title", 2) == "## Title"
    assert with_heading("## Title", 3) == "### Title"
    assert with_heading("## Title", 2) == "Title"


def test_lines_become_a_list_and_paragraphs_again() -> None:
    lines = ["one", "", "two"]
    assert with_items(lines, numbered=False) == ["- one", "", "- two"]
    assert with_items(lines, numbered=True) == ["1. one", "", "2. two"]
    assert with_items(["- one", "- two"], numbered=True) == ["1. one", "2. two"]
    assert with_items(["1. one", "2. two"], numbered=True) == ["one", "two"]
    assert with_items([""], numbered=False) == ["- "]


def test_lines_become_a_quotation_and_paragraphs_again() -> None:
    assert with_quotes(["a", "", "b"]) == ["> a", ">", "> b"]
    assert with_quotes(["> a", ">", "> > b"]) == ["a", "", "> b"]


def test_a_list_goes_on_with_its_next_mark() -> None:
    for line, following in (
        ("- a", "- "), ("  * a", "  * "), ("9. a", "10. "), ("- [x] done", "- [ ] "), ("> a", "> "),
        ("> 1) a", "> 2) "), ("plain", ""),
    ):  # fmt: skip
        assert next_prefix(prefix_of(line)) == following
