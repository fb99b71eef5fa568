"""Line breaks that only a full line made are undone; those that the writer made stay."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.importers.lines import joint, paragraphs

WORDS = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=1, max_size=12)
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
POEM = """Shall I compare thee to a summer's day?
Thou art more lovely and more temperate:
Rough winds do shake the darling buds of May,
And summer's lease hath all too short a date;"""


@given(st.lists(PARAGRAPH, min_size=1, max_size=6), st.integers(60, 90))
def test_wrapping_is_undone(texts: list[str], width: int) -> None:
    texts = [*texts, "I " * 199 + "I"]  # its lines are full, so that the width can be seen
    assert paragraphs("\n\n".join(textwrap.fill(text, width) for text in texts)) == texts


@given(st.lists(PARAGRAPH, max_size=9))
def test_a_paragraph_on_one_line_stays_whole(texts: list[str]) -> None:
    assert paragraphs("\n\n".join(texts)) == texts


@pytest.mark.parametrize(
    "lines",
    [
        POEM.splitlines(),
        ["Dear Anna,", "thank you for the parcel, which came on Tuesday.", "Yours,", "Ben"],
        ["Dear Anna, thank you for the parcel, which came on Tuesday at noon.", "Ben"],
        ["今天的天气很好，我们一起去公园散步吧。" * 2, "老人们坐在树下聊天。", "孩子们在草地上放风筝。"],
    ],
)
def test_lines_that_the_writer_ended_stay(lines: list[str]) -> None:
    assert paragraphs("\n".join(lines)) == lines


def test_an_indent_begins_a_chinese_paragraph() -> None:
    long, full = ("\u3000\u3000" + "很" * (40 * lines - 2) for lines in (5, 1))
    wrapped = [long[start : start + 40] for start in range(0, len(long), 40)]
    assert paragraphs("\n".join([*wrapped, full, full])) == [long.strip(), full.strip(), full.strip()]


def test_a_list_in_a_wrapped_text_stays_a_list() -> None:
    filler = textwrap.fill("The weather was bad and everybody stayed at home to read the paper. " * 6, 70)
    text = f"{filler}\n\nThings to do, in the order in which they ought to be done this week:\n- sleep\n- eat"
    assert paragraphs(text)[1:] == [
        "Things to do, in the order in which they ought to be done this week:",
        "- sleep",
        "- eat",
    ]


def test_a_dash_at_the_start_of_a_line_goes_on_with_the_sentence() -> None:
    text = textwrap.fill(
        "It was raining, as it always did in those days – and we had no umbrella – alas. " * 5, 66
    )
    assert len(paragraphs(text)) == 1


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("one", "two", " "),
        ("我们", "一起", ""),
        ("我们", "Qt", " "),
        ("well-", "known", ""),
        ("–", "so", " "),
    ],
)
def test_pieces_of_a_line_are_joined_as_their_script_asks(before: str, after: str, between: str) -> None:
    assert joint(before, after) == between
