"""A difference leads through both texts and marks no more than it must."""

import time

from hypothesis import given
from hypothesis import strategies as st

from writer_app.documents.difference import Changed, Kind, Piece, Unchanged, difference

TEXT = st.lists(st.text("ab 你\n", max_size=6), max_size=12).map("\n".join)


def side(old: str, new: str, kind: Kind) -> str:
    text = ""
    for part in difference(old, new):
        if isinstance(part, Unchanged):
            text += "".join(f"{line}\n" for line in part.lines)
        else:
            text += "".join(piece.text for piece in part.pieces if piece.kind in (Kind.SAME, kind))
    return text


@given(old=TEXT, new=TEXT)
def test_without_additions_it_is_the_old_text_and_without_removals_the_new(old: str, new: str) -> None:
    assert side(old, new, Kind.REMOVED) == old + "\n"
    assert side(old, new, Kind.ADDED) == new + "\n"


@given(text=TEXT)
def test_equal_texts_have_no_changes(text: str) -> None:
    assert not [part for part in difference(text, text) if isinstance(part, Changed)]


def test_only_the_words_that_changed_are_marked() -> None:
    old, new = "same\nThe cat sat on the mat.\nend", "same\nThe dog sat on the mat.\nend"
    (changed,) = (part for part in difference(old, new) if isinstance(part, Changed))
    assert changed.pieces == (
        Piece(Kind.SAME, "The "),
        Piece(Kind.REMOVED, "cat"),
        Piece(Kind.ADDED, "dog"),
        Piece(Kind.SAME, " sat on the mat.\n"),
    )
    assert (changed.words(Kind.ADDED), changed.words(Kind.REMOVED)) == (1, 1)


def test_chinese_is_compared_by_characters() -> None:
    (changed,) = difference("我们今天去公园散步", "我们明天去公园散步")
    assert isinstance(changed, Changed)
    assert [piece.text for piece in changed.pieces if piece.kind is not Kind.SAME] == ["今", "明"]


def test_two_changed_words_in_a_row_are_one_change() -> None:
    (changed,) = difference("a red big house stands", "a blue small house stands")
    assert isinstance(changed, Changed)
    assert [piece.text for piece in changed.pieces] == ["a ", "red big", "blue small", " house stands\n"]


def test_a_paragraph_that_took_the_place_of_another_is_not_compared_word_by_word() -> None:
    old, new = "The boats lay in the harbour until the spring.", "Nobody knew what the letter said."
    (changed,) = difference(old, new)
    assert isinstance(changed, Changed)
    assert changed.pieces == (Piece(Kind.REMOVED, f"{old}\n"), Piece(Kind.ADDED, f"{new}\n"))


def test_ten_megabytes_with_a_thousand_changes_are_compared_in_a_moment() -> None:
    lines = [f"paragraph {number} " + "with words " * 30 if number % 2 else "" for number in range(60_000)]
    other = [f"{line} changed" if number % 60 == 1 else line for number, line in enumerate(lines)]
    started = time.process_time()
    changes = [part for part in difference("\n".join(lines), "\n".join(other)) if isinstance(part, Changed)]
    assert len(changes) == 1000
    assert time.process_time() - started < 5
