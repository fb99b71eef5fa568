"""Replacements of paragraphs lead from the text before to the text after."""

from hypothesis import given
from hypothesis import strategies as st

from writer_app.documents.replacements import ChangeCollector, Replacement, applied

EDITS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 4), st.lists(st.sampled_from("abc"), max_size=4)),
    max_size=12,
)


@given(before=st.lists(st.sampled_from("xyz"), max_size=12), edits=EDITS, asked_after=st.integers(0, 12))
def test_what_was_collected_gives_the_text_after_all_edits(
    before: list[str], edits: list[tuple[int, int, list[str]]], asked_after: int
) -> None:
    collector, lines, kept = ChangeCollector(), before.copy(), before.copy()
    for number, (place, removed, new) in enumerate(edits):
        first = min(place, len(lines))
        end = min(first + removed, len(lines))
        lines[first:end] = new
        collector.note(first, end - first, len(new), lines)
        if number == asked_after:
            kept = applied(kept, collector.take(lines))
            assert kept == lines
    assert applied(kept, collector.take(lines)) == lines


def test_typing_in_one_paragraph_is_one_replacement() -> None:
    collector, lines = ChangeCollector(), ["one", "two", "three"]
    for letter in "!?.":
        lines[1] += letter
        collector.note(1, 1, 1, lines)
    assert collector.take(lines) == [Replacement(1, 1, ("two!?.",))]
    assert collector.take(lines) == []
