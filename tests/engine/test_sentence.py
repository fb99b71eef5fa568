"""The sentence at the caret."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine.sentence import LONGEST_HEAD, Sentence, sentence_at
from writer_app.text.normalise import for_model


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", Sentence("", "", "")),
        ("It rained. She stay", "ed in. So", Sentence("It rained.", " She stay", "ed in.")),
        ("It rained. She stayed.", " So", Sentence("It rained.", " She stayed.", "")),
        ("It rained. She stayed. ", "", Sentence("It rained.", " She stayed. ", "")),
        ("A title\nIt", " rained.", Sentence("A title\n", "It", " rained.")),
        ("It rained", "\nNext", Sentence("", "It rained", "")),
        ("下雨了。他在窗", "边写信。完", Sentence("下雨了。", "他在窗", "边写信。")),
    ],
)
def test_the_sentence_around_the_caret(before: str, after: str, expected: Sentence) -> None:
    assert sentence_at(before, after) == expected


@given(before=st.text(alphabet="ab. \n你。", max_size=60), after=st.text(alphabet="ab. \n", max_size=20))
def test_context_and_sentence_are_the_text_before_the_caret(before: str, after: str) -> None:
    found = sentence_at(before, after)
    assert found.context + found.head == for_model(before)


def test_of_a_sentence_without_end_the_part_around_the_caret_is_shown() -> None:
    found = sentence_at("word " * 1000, "word " * 1000)
    assert LONGEST_HEAD - 10 < len(found.head) <= LONGEST_HEAD
    assert found.head.startswith(" word")
    assert len(found.tail) < 200
