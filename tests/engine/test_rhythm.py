"""The pause before a suggestion follows the pace of typing."""

from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine.rhythm import MOST, Rhythm


def paused(gaps: list[float], least_ms: int = 120) -> int:
    """Type a key before and after each gap; return the pause that follows."""
    now = 0.0
    rhythm = Rhythm(clock=lambda: now)
    rhythm.key()
    for gap in gaps:
        now += gap
        rhythm.key()
    return rhythm.pause_ms(least_ms)


def test_who_types_fast_is_not_shown_anything_between_two_keys() -> None:
    gaps = [0.11, 0.14, 0.12, 0.18, 0.13] * 3
    assert max(gaps) * 1000 < paused(gaps) < 250


def test_who_types_slowly_waits_no_longer_than_the_least_pause() -> None:
    assert paused([0.5, 0.6, 0.45] * 4) == 120


def test_a_long_thought_is_not_part_of_the_pace() -> None:
    assert paused([0.12] * 9 + [30.0] * 6) == paused([0.12] * 9)


def test_before_anything_is_known_the_least_pause_holds() -> None:
    assert Rhythm().pause_ms(120) == 120


def test_a_new_pace_is_followed_within_a_few_words() -> None:
    assert paused([0.6] * 40 + [0.1] * 15) == paused([0.1] * 15)


@given(st.lists(st.floats(0, 5), max_size=40), st.integers(0, 2000))
def test_the_pause_is_never_below_the_setting_nor_above_both_bounds(gaps: list[float], least: int) -> None:
    assert least <= paused(gaps, least) <= max(least, MOST * 1000)
