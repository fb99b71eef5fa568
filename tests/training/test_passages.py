"""What chooses a model never judges it, and prompts are what the person wrote."""

from hypothesis import given
from hypothesis import strategies as st

from tests.tiny import document
from writer_app.training.passages import MOST_CHARACTERS, PROMPTS, part, passages, prompts

TEXTS = st.lists(st.text(alphabet="ab \n", min_size=1, max_size=9000), max_size=6)


@given(TEXTS)
def test_no_passage_is_in_both_parts_where_there_are_enough(texts: list[str]) -> None:
    parts = part(texts)
    found = [*parts.choosing, *parts.judging]
    assert sum(map(len, found)) <= 2 * MOST_CHARACTERS
    if len(found) > 2:
        assert abs(2 * len(parts.choosing) - len(parts.judging)) <= 2


@given(st.text(alphabet="ab. \n", max_size=900), st.integers(0, 100))
def test_passages_joined_are_the_text_again(text: str, size: int) -> None:
    assert "".join(passages(text, size)) == text


def test_one_long_paragraph_is_cut_between_sentences() -> None:
    text = document(1).replace("\n", " ") * 10
    found = passages(text)
    assert len(found) > 5
    assert all(passage.rstrip().endswith((".", "。")) for passage in found)


def test_little_text_still_gives_passages_enough_to_tell() -> None:
    parts = part([document(seed) for seed in range(4)])  # about 7,000 characters
    assert len(parts.judging) >= 6
    assert len(parts.choosing) >= 3


def test_a_long_text_is_cut_into_passages_from_all_over_it() -> None:
    text = "\n".join(f"{number} " + document(number).replace("\n", " ") for number in range(400))
    parts = part([text])
    numbers = [int(passage.split(" ", 1)[0]) for passage in parts.judging]
    assert max(numbers) - min(numbers) > 300
    assert sum(map(len, (*parts.choosing, *parts.judging))) <= 1.1 * MOST_CHARACTERS


def test_prompts_go_on_as_the_text_does() -> None:
    passages = [document(seed) for seed in range(20)]
    found = prompts(passages)
    assert len(found) == PROMPTS
    whole = "\n".join(passages)
    assert all(prompt + truth in whole for prompt, truth in found)


def test_chinese_is_cut_without_spaces() -> None:
    ((prompt, truth),) = prompts(["他在窗边写信，雨下了一整天。" * 10])
    assert 20 < len(prompt) < 40
    assert truth
