"""How one line of Markdown is drawn."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.text.markdown_marks import Look, heading_level, heading_title, segments, spans

MARKDOWN = st.text(st.sampled_from("ab *_`~#>-1.[]()!\\<:"), max_size=60)


def looks(line: str) -> dict[str, set[Look]]:
    """Return what is drawn, by its letters; the marks themselves left out."""
    return {
        line[start:end]: set(found) for start, end, found in segments(spans(line)) if Look.MARK not in found
    }


@pytest.mark.parametrize(
    ("line", "words", "look"),
    [
        ("a **strong** b", "strong", Look.STRONG),
        ("a __strong__ b", "strong", Look.STRONG),
        ("an *emphasised word* b", "emphasised word", Look.EMPHASIS),
        ("an _emphasised_ b", "emphasised", Look.EMPHASIS),
        ("~~gone~~", "gone", Look.STRUCK),
        ("`a = *b*`", "a = *b*", Look.CODE),
        ("``a ` b``", "a ` b", Look.CODE),
        ("see [the page](https://a.b/_c_)", "the page", Look.LINK),
        ("## A title ##", "A title", Look.HEADING),
        ("> said she", "said she", Look.QUOTE),
        ("今天**很好**。", "很好", Look.STRONG),
    ],
)
def test_marks_draw_what_they_mean(line: str, words: str, look: Look) -> None:
    assert looks(line)[words] == {look}


@pytest.mark.parametrize(
    "line",
    ["2 * 3 * 4", "snake_case_name", "a ** b ** c", r"\*no\*", "#hashtag", "a [b] c", "``", "**", "a_b_c"],
)
def test_what_looks_like_a_mark_may_be_none(line: str) -> None:
    assert not looks(line)


def test_looks_lie_over_one_another() -> None:
    found = looks("> *a **b** c*")
    assert found["b"] == {Look.QUOTE, Look.EMPHASIS, Look.STRONG}
    assert found["a "] == {Look.QUOTE, Look.EMPHASIS}


def test_list_marks_are_marks() -> None:
    for line, mark in (("- a", "- "), ("  12. a", "  12. "), ("- [ ] a", "- [ ] "), ("> 1) a", "> 1) ")):
        marks = "".join(line[start:end] for start, end, found in segments(spans(line)) if Look.MARK in found)
        assert marks == mark


@given(MARKDOWN)
def test_segments_lie_side_by_side_in_the_line(line: str) -> None:
    end = 0
    for start, stop, found in segments(spans(line)):
        assert end <= start < stop <= len(line)
        assert found
        end = stop


@pytest.mark.parametrize("part", ["*a ", "**a", "`", "[a", "_a ", "~~a", "[](", "<a:", "> ", "*_"])
def test_no_line_takes_long(part: str) -> None:
    started = time.perf_counter()
    list(segments(spans(part * 3000)))
    assert time.perf_counter() - started < 2


def test_headings_have_a_level_and_a_title() -> None:
    assert [heading_level(line) for line in ("# a", "###### a", "####### a", "#a", "a", "#")] == [
        1,
        6,
        0,
        0,
        0,
        1,
    ]
    assert heading_title("## Salt & fire ##") == "Salt & fire"
