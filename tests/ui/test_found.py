"""Places found, kept in step with the text."""

from hypothesis import given
from hypothesis import strategies as st

from writer_app.text.search import Query
from writer_app.ui.found import Found, find, rewrite


def test_places_are_counted_as_qt_does() -> None:
    found = find(Query("b"), ["a🎈b", "b"])
    assert (found.starts, found.ends) == ([3, 5], [4, 6])


def test_the_next_and_the_one_before_are_found() -> None:
    found = Found([2, 10, 20], [4, 12, 22])
    assert [found.after(place) for place in (0, 2, 3, 20, 21)] == [0, 0, 1, 2, None]
    assert [found.before(place) for place in (30, 22, 21, 4, 3)] == [2, 2, 1, 0, None]
    assert found.number_of(10, 12) == 1
    assert found.number_of(10, 11) is None
    assert list(found.between(3, 11)) == [(2, 4), (10, 12)]


@given(
    st.text("ab", max_size=30), st.integers(0, 30), st.integers(0, 5), st.text("ab", max_size=5),
)  # fmt: skip
def test_edits_move_what_is_found(text: str, place: int, removed: int, added: str) -> None:
    place = min(place, len(text))
    removed = min(removed, len(text) - place)
    found = find(Query("ab"), [text])
    found.move(place, removed, len(added))
    edited = text[:place] + added + text[place + removed :]
    there = find(Query("ab"), [edited])
    assert set(zip(found.starts, found.ends, strict=True)) <= set(zip(there.starts, there.ends, strict=True))


@given(st.integers(1, 3000))
def test_many_edits_are_made_as_one_with_the_same_result(count: int) -> None:
    text = "a🎈b " * count
    rewriting = rewrite(Query("b"), [text], "cc")
    raw = text.encode("utf-16-le")
    for edit in reversed(rewriting.edits):
        raw = raw[: 2 * edit.start] + edit.words.encode("utf-16-le") + raw[2 * edit.end :]
    assert raw.decode("utf-16-le") == text.replace("b", "cc")
    assert rewriting.count == count
