"""The headings of a text, kept up to date, and sections that move."""

from hypothesis import given
from hypothesis import strategies as st

from writer_app.text.markdown_groups import FRONT
from writer_app.text.outline import Headings, at, moved, section_end, siblings

LINES = st.lists(st.sampled_from(["# a", "## b", "### c", "text", "", "---", "=="]), max_size=12)
TEXT = ["# a", "a text", "## b", "b text", "## c", "c text", "# d", "d text"]


def headings(lines: list[str]) -> Headings:
    made = Headings()
    made.replace(0, 0, len(lines), lines)
    return made


@given(LINES, LINES, st.integers(0, 12), st.integers(0, 12))
def test_edits_leave_what_reading_anew_would_find(
    lines: list[str], new: list[str], first: int, removed: int
) -> None:
    first = min(first, len(lines))
    removed = min(removed, len(lines) - first)
    kept = headings(lines)
    before = list(kept.all)
    edited = [*lines[:first], *new, *lines[first + removed :]]
    changed = kept.replace(first, removed, len(new), edited)
    assert kept.all == headings(edited).all
    assert changed or [(h.level, h.title) for h in before] == [(h.level, h.title) for h in kept.all]


@given(LINES, LINES, st.integers(0, 12), st.integers(0, 12))
def test_edits_far_from_the_top_leave_what_reading_anew_would_find(
    lines: list[str], new: list[str], first: int, removed: int
) -> None:
    above = ["text"] * (FRONT + 1)
    first = min(first, len(lines))
    removed = min(removed, len(lines) - first)
    kept = headings([*above, *lines])
    edited = [*above, *lines[:first], *new, *lines[first + removed :]]
    kept.replace(len(above) + first, removed, len(new), edited)
    assert kept.all == headings(edited).all


def test_a_title_may_be_underlined() -> None:
    found = headings(
        ["One", "===", "", "Two", "---", "words", "", "- item", "---", "more", "words", "---"]
    ).all
    assert [(h.line, h.level, h.title) for h in found] == [(0, 1, "One"), (3, 2, "Two")]
    assert headings(["---", "title: a", "---", "Two", "---"]).all[0].title == "Two"
    assert not headings(["---", "title: a", "---"]).all


def test_a_line_belongs_to_the_heading_above_it() -> None:
    found = headings(["before", *TEXT]).all
    assert [at(found, line) for line in range(5)] == [None, 0, 0, 1, 1]


def test_a_section_ends_where_one_of_its_level_or_above_begins() -> None:
    found = headings(TEXT).all
    assert [section_end(found, number, len(TEXT)) for number in range(4)] == [6, 4, 6, 8]


def test_neighbours_are_of_the_same_level_below_the_same_heading() -> None:
    found = headings(TEXT).all
    assert [siblings(found, number) for number in range(4)] == [(None, 3), (None, 2), (1, None), (0, None)]


@given(LINES, st.integers(0, 12), st.integers(0, 12))
def test_moving_a_section_loses_no_line_and_stays_in_order(lines: list[str], number: int, to: int) -> None:
    found = headings(lines).all
    if not found:
        return
    number, to = number % len(found), min(to, len(lines))
    move = moved(lines, found, number, to)
    if move is None:
        return
    made = [*lines[: move.first], *move.lines, *lines[move.end :]]
    assert sorted(filter(None, made)) == sorted(filter(None, lines))
    section = lines[found[number].line : section_end(found, number, len(lines))]
    written, words = list(filter(None, made)), list(filter(None, section))
    assert any(written[start : start + len(words)] == words for start in range(len(written)))


def test_a_section_moved_from_the_end_is_parted_from_the_next() -> None:
    lines = ["# a", "", "one", "", "# b", "", "two"]
    move = moved(lines, headings(lines).all, 1, 0)
    assert move is not None
    assert move.lines == ["# b", "", "two", "", "# a", "", "one"]
