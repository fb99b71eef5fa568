"""How lines of Markdown are drawn that decide about one another."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.text.markdown_groups import begins_item, group_spans, joins, stays_in_list
from writer_app.text.markdown_marks import LONGEST, Look, Span, segments, spans

LINES = st.lists(
    st.text(st.sampled_from("ab *_`~#>-=|1.[]()!\\:^"), min_size=1, max_size=16).filter(joins), min_size=1
)


def looks(text: str, *, in_list: bool = False, first: bool = False) -> list[dict[str, set[Look]]]:
    """Return what is drawn in each line, by its letters; the marks themselves left out."""
    lines = text.split("\n")
    return [
        {line[start:end]: set(found) for start, end, found in segments(drawn) if Look.MARK not in found}
        for line, drawn in zip(lines, group_spans(lines, in_list=in_list, first=first), strict=True)
    ]


@pytest.mark.parametrize("underline", ["=====", "---", "=", "  ------  "])
def test_a_row_below_a_paragraph_makes_it_a_title(underline: str) -> None:
    assert looks(f"A title\nof two lines\n{underline}\nwords") == [
        {"A title": {Look.HEADING}},
        {"of two lines": {Look.HEADING}},
        {},
        {},
    ]


@pytest.mark.parametrize("text", ["- item\n---", "> said\n---", "***\n---", "words\n- item", "words\n--x"])
def test_what_stands_above_a_row_may_be_no_title(text: str) -> None:
    assert not any(Look.HEADING in found for line in looks(text) for found in line.values())


def test_emphasis_goes_on_over_the_end_of_a_line() -> None:
    assert looks("so *very\nlong* and **that\ntoo**") == [
        {"very": {Look.EMPHASIS}},
        {"long": {Look.EMPHASIS}, "that": {Look.STRONG}},
        {"too": {Look.STRONG}},
    ]


@pytest.mark.parametrize("text", ["- *a\n- b*", "*a\n# b*", "*a\n> b*", "a *b\nc"])
def test_emphasis_does_not_go_on_into_another_part(text: str) -> None:
    assert not any(Look.EMPHASIS in found for line in looks(text) for found in line.values())


def test_a_row_of_a_table_may_be_longer_than_a_line_that_is_ended_by_hand() -> None:
    row = f"| {'a long cell ' * 20} | {'and another ' * 20} |"
    assert joins(row)
    assert not joins(row.replace("|", ""))
    table = [row, "| --- | --- |", *[row] * 40]
    assert sum(map(len, table)) > LONGEST
    found = group_spans(table)
    assert all(Span(0, len(line), Look.TABLE) in spans for line, spans in zip(table, found, strict=True))


def test_a_quotation_is_one_paragraph_and_its_marks_stay_quiet() -> None:
    first, second = looks("> so *very\n> long* ago")
    assert first["very"] == {Look.QUOTE, Look.EMPHASIS}
    assert second["long"] == {Look.QUOTE, Look.EMPHASIS}


def test_a_table_stands_in_one_width_with_a_strong_head() -> None:
    head, row, cells = looks("| Name | Salt |\n|---|:-:|\n| *Ann* | 3 |")
    assert head[" Name "] == {Look.TABLE, Look.STRONG}
    assert row == {}
    assert cells["Ann"] == {Look.TABLE, Look.EMPHASIS}
    assert cells[" 3 "] == {Look.TABLE}


@pytest.mark.parametrize("text", ["a | b\nc | d", "a | b\n---", "a\n-|-"])
def test_strokes_alone_make_no_table(text: str) -> None:
    assert not any(Look.TABLE in found for line in looks(text) for found in line.values())


def test_indented_lines_are_code_but_not_in_a_list() -> None:
    assert looks("    x = *1*\n\ty")[0] == {"    x = *1*": {Look.CODE}}
    assert looks("    *x*", in_list=True) == [{"x": {Look.EMPHASIS}}]
    assert looks("words\n    *x*")[1] == {"x": {Look.EMPHASIS}}


def test_a_line_that_the_window_wraps_is_a_paragraph_of_its_own() -> None:
    assert joins("a line that ends by hand")
    assert not any(map(joins, ("word " * 41, "", "  ", "```")))


def test_items_within_items_are_items() -> None:
    for line in ("  - a", "    - a", "      1. a"):
        (drawn,) = group_spans([line], in_list=True)
        assert drawn[0].look is Look.MARK
        assert line[drawn[0].end :] == "a"


def test_footnotes_and_references_are_links() -> None:
    assert looks("so it is[^1] and [there][two]") == [{"1": {Look.LINK}, "there": {Look.LINK}}]
    assert looks("[^1]: It *is*.")[0] == {"1": {Look.LINK}, "is": {Look.EMPHASIS}}
    assert looks('[two]: https://a.b/_c_ "A *page*"')[0] == {"two": {Look.LINK}}


def test_what_programs_are_told_at_the_top_is_quiet() -> None:
    assert looks("---\ntitle: *A*\n---\n*words*", first=True) == [{}, {}, {}, {"words": {Look.EMPHASIS}}]
    assert looks("---\ntitle: *A*", first=True)[1] == {"A": {Look.EMPHASIS}}


def test_a_list_ends_at_words_that_are_not_indented() -> None:
    assert begins_item("- a")
    assert stays_in_list("  more", "- a")
    assert stays_in_list("lazily on", "- a")
    assert stays_in_list("", "- a")
    assert not stays_in_list("words", "")


@given(LINES)
def test_spans_lie_in_their_lines(lines: list[str]) -> None:
    for line, drawn in zip(lines, group_spans(lines), strict=True):
        assert all(0 <= span.start < span.end <= len(line) for span in drawn if span.start != span.end)


@given(LINES.map(lambda lines: lines[:1]))
def test_a_line_alone_is_drawn_as_ever(lines: list[str]) -> None:
    alone = list(segments(group_spans(lines)[0]))
    special = lines[0].startswith("[") or lines[0].startswith("    ")
    assert special or alone == list(segments(spans(lines[0])))


@pytest.mark.parametrize("part", ["*a\n", "**a\n", "`\n", "[a\n", "_a ~~b\n", "a | b\n-|-\n", "> - *a\n"])
def test_no_group_takes_long(part: str) -> None:
    lines = (part * 60).strip().split("\n")
    started = time.perf_counter()
    group_spans(lines)
    assert time.perf_counter() - started < 0.5
