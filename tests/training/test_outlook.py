"""What a run promises and what it has brought, in words."""

import math

import pytest

from writer_app.model.config import ModelConfig
from writer_app.text.secrets import Kind
from writer_app.training import outlook
from writer_app.training.events import Assessed, Compared
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
    assert outlook.cost(1000, 30, SHIPPED).startswith("It takes 30 minutes at most, and up to ")
    assert outlook.cost(0.3, 30, SHIPPED).startswith("It takes about a minute, and up to ")
    assert outlook.cost(3.2, 30, SHIPPED).startswith("It takes about 4 minutes, and up to ")


def test_a_disk_that_is_nearly_full_is_said_with_the_figures() -> None:
    needed = outlook.disk_needed(SHIPPED)
    assert outlook.disk_shortage(SHIPPED, needed) == ""
    assert f"needs {needed / 1e6:.0f} MB, and 1 MB are free" in outlook.disk_shortage(SHIPPED, 1_000_000)


@pytest.mark.parametrize(
    ("after", "interval", "said"),
    [
        (1.82, (0.07, 0.11), "Better by 9 %."),
        (1.999, (0.0001, 0.001), "Better by less than 1 %."),
    ],
)
def test_the_sentence_claims_no_more_than_the_figures(
    after: float, interval: tuple[float, float], said: str
) -> None:
    assert outlook.summary(Compared(2.0, after, kept=True, interval=interval)).startswith(said)


def test_without_a_gain_the_sentence_says_so() -> None:
    assert outlook.summary(Compared(2.0, 2.0, kept=False)).startswith("No gain")


def test_a_gain_that_may_be_chance_is_not_one() -> None:
    said = outlook.summary(Compared(2.0, 1.9, kept=False, interval=(-0.01, 0.11)))
    assert "Perhaps" in said
    assert "kept the old model" in said


def test_keystrokes_are_promised_only_where_they_were_measured() -> None:
    compared = Compared(2.0, 1.82, kept=True, interval=(0.07, 0.11))
    sure = Assessed(0.30, 0.36, (0.03, 0.09), 3000, 100, 0)
    unsure = Assessed(0.30, 0.36, (-0.01, 0.13), 3000, 100, 0)
    assert "6 more keystrokes" in outlook.summary(compared, sure)
    assert "could not be told" in outlook.summary(compared, unsure)


def test_bounds_that_so_little_text_does_not_have_are_not_shown() -> None:
    unknown = (-math.inf, math.inf)
    rows = outlook.figures(
        Compared(2.0, 1.9, kept=True, interval=unknown), Assessed(0.3, 0.31, unknown, 300, 9, 0)
    )
    assert [after for _, _, after in rows] == ["1.900", "31.0"]


def test_what_is_repeated_is_counted() -> None:
    assert "none of 100" in outlook.repeats(Assessed(0.3, 0.3, (0.0, 0.0), 1, 100, 0))
    assert "3 of 100" in outlook.repeats(Assessed(0.3, 0.3, (0.0, 0.0), 1, 100, 3))


def test_secrets_are_counted_by_kind() -> None:
    found = Reading(("text",), (), 5000, secrets={Kind.EMAIL: 2, Kind.PHONE: 1})
    assert outlook.secrets(found) == "Looks like secrets: e-mail addresses (2), phone numbers (1)."
    assert outlook.secrets(reading(5000)) == ""


def test_time_left_is_no_more_exact_than_it_can_be() -> None:
    assert outlook.time_left(12) == "Less than a minute left"
    assert outlook.time_left(70) == "About a minute left"
    assert outlook.time_left(170) == "About 3 minutes left"
