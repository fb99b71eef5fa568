"""What chooses a model never judges it, and prompts are what the person wrote."""

from hypothesis import given
from hypothesis import strategies as st

from tests.tiny import document
from writer_app.training.passages import MOST_CHARACTERS, PROMPTS, part, prompts

TEXTS = st.lists(st.text(alphabet="ab \n", min_size=1, max_size=9000), max_size=6)


@given(TEXTS)
def test_no_passage_is_in_both_parts_where_there_are_enough(texts: list[str]) -> None:
    parts = part(texts)
    found = [*parts.choosing, *parts.judging]
    assert sum(map(len, found)) <= 2 * MOST_CHARACTERS
    if len(found) > 6:
        assert abs(len(parts.choosing) - len(parts.judging)) <= 1


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
