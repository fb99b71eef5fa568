"""What a run promises and what it has brought, in words."""

import pytest

from writer_app.model.config import ModelConfig
from writer_app.training import outlook
from writer_app.training.selection import Reading

SHIPPED = ModelConfig.sized(10_000, embedding=384, hidden=768, layers=2)


def reading(words: int) -> Reading:
    return Reading(("text",) * 3, (), words)


@pytest.mark.parametrize(
    ("words", "said"), [(999, "too little"), (1_000, "not to be expected"), (5_000, "enough to expect")]
)
def test_a_gain_is_promised_only_of_enough_text(words: int, said: str) -> None:
    assert said in outlook.prospect(reading(words))


def test_the_estimate_grows_with_the_text_and_shrinks_with_the_cores() -> None:
    short, long = (outlook.estimated_minutes(words, SHIPPED, 8, cores=2) for words in (20_000, 200_000))
    assert 0.5 < short < 5 < long < 40
    assert outlook.estimated_minutes(200_000, SHIPPED, 8, cores=8) < long / 3


def test_no_longer_time_is_announced_than_the_run_may_take() -> None:
    assert outlook.duration(1000, 30) == "It takes 30 minutes at most."
    assert outlook.duration(0.3, 30) == "It takes about a minute."
    assert outlook.duration(3.2, 30) == "It takes about 4 minutes."


@pytest.mark.parametrize(
    ("after", "said"),
    [(1.82, "Better by 9 %."), (1.999, "Better by less than 1 %."), (2.0, "No gain"), (2.1, "No gain")],
)
def test_the_verdict_is_as_good_as_the_figures(after: float, said: str) -> None:
    assert outlook.verdict(2.0, after).startswith(said)


def test_a_kept_model_is_said_to_be_in_use() -> None:
    assert outlook.now_in_use(2.0, 1.82) == "Better by 9 %: now in use."


def test_time_left_is_no_more_exact_than_it_can_be() -> None:
    assert outlook.time_left(12) == "Less than a minute left"
    assert outlook.time_left(70) == "About a minute left"
    assert outlook.time_left(170) == "About 3 minutes left"
