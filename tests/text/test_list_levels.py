"""Items go one level down, up, and are numbered where they come to stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.text.list_levels import is_item, shifted

LISTS = st.lists(
    st.sampled_from(["- a", "  - b", "1. c", "   2. d", "words", "", "> - e", "\t* f"]), max_size=6
)


@pytest.mark.parametrize(
    ("line", "above", "deeper"),
    [
        ("- b", ["- a"], "  - b"),
        ("2. b", ["1. a"], "   1. b"),
        ("11. b", ["10. a"], "    1. b"),
        ("3. c", ["1. a", "   1. b"], "   2. c"),
        ("- [ ] b", ["- [x] a"], "  - [ ] b"),
        ("> - b", ["> - a"], ">   - b"),
        ("- c", ["- a", "", "  more of it", ""], "  - c"),
        ("- b", ["- a", "lazily on"], "  - b"),
    ],
)
def test_an_item_goes_down_to_the_words_of_the_one_above(line: str, above: list[str], deeper: str) -> None:
    assert shifted(line, above, +1) == deeper


@pytest.mark.parametrize(
    ("line", "above"), [("- a", []), ("- a", ["words", ""]), ("words", ["- a"]), ("  - b", ["- a"])]
)
def test_what_has_nothing_to_belong_to_stays(line: str, above: list[str]) -> None:
    assert shifted(line, above, +1) == line


@pytest.mark.parametrize(
    ("line", "above", "higher"),
    [
        ("  - b", ["- a"], "- b"),
        ("   2. c", ["1. a", "   1. b"], "2. c"),
        ("    - c", ["- a", "  - b"], "  - c"),
        ("- a", [], "- a"),
    ],
)
def test_an_item_goes_up_to_the_one_that_it_is_part_of(line: str, above: list[str], higher: str) -> None:
    assert shifted(line, above, -1) == higher


@given(LISTS, st.sampled_from(["- x", "3. x", "> * x"]))
def test_down_and_up_again_is_where_it_was(above: list[str], line: str) -> None:
    down = shifted(line, above, +1)
    assert is_item(down)
    up = shifted(down, above, -1)
    if down != line and not line[0].isdigit():  # a number is that of its place, not of where it came from
        assert up.replace(" ", "") == line.replace(" ", "")
        assert len(up) < len(down)
