"""Words of the text itself are offered again, the rare ones above all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine.lstm_suggester import LstmSuggester
from writer_app.engine.protocol import Request
from writer_app.engine.recent_words import BEFORE, begun_word, recent_chances

NAME = "Quillfeather"
LETTER = f"The gardener remembers {NAME}. The teacher answers {NAME} after supper. "


def test_a_name_of_the_text_is_offered_after_two_letters(suggester: LstmSuggester) -> None:
    (first, *_) = suggester.suggest(Request(1, LETTER + "My sister paints Qu")).suggestions
    assert first.text.startswith("illfeather")
    assert first.probability > 0.5


def test_a_name_from_behind_the_caret_counts(suggester: LstmSuggester) -> None:
    (first, *_) = suggester.suggest(
        Request(1, "My sister paints Qu", " in the morning. " + LETTER)
    ).suggestions
    assert first.text.startswith("illfeather")


def test_a_name_that_was_passed_over_is_not_offered(suggester: LstmSuggester) -> None:
    request = Request(1, LETTER + "My sister paints Qu", count=5, rejected=frozenset({NAME}))
    assert all(s.text != "illfeather" for s in suggester.suggest(request).suggestions)


def test_a_word_is_likelier_after_the_word_it_followed() -> None:
    text = "red apples and green pears, red apples and yellow apples, red "
    assert recent_chances(text, "", "")["apples"] > recent_chances(text + "and ", "", "")["apples"]


@given(before=st.text(alphabet="ab 'c.你\n", max_size=60), after=st.text(alphabet="ab 你", max_size=20))
def test_chances_are_shares_of_one(before: str, after: str) -> None:
    typed = before[len(before.rstrip("abc")) :]
    chances = recent_chances(before, after, typed)
    assert sum(chances.values()) <= 1 + 1e-9
    assert all(word.startswith(typed) and word != typed for word in chances)


def test_words_far_back_are_forgotten() -> None:
    assert NAME not in recent_chances(NAME + " " + "word " * BEFORE, "", "Q")


@pytest.mark.parametrize(
    ("held", "before", "typed"),
    [
        (" forw", "We are looking forw", "forw"),
        (" ", "We are ", ""),
        ("We", "We", "We"),
        ("", "Line.\n", ""),
        (" (forw", "looking (forw", None),
        ("公", "去公", None),
        ("", "他说，", None),
    ],
)
def test_the_word_begun(held: str, before: str, typed: str | None) -> None:
    assert begun_word(held, before) == typed
