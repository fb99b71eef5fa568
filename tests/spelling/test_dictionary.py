"""The dictionaries that come with the program, through the real Hunspell."""

from pathlib import Path

import pytest

from writer_app.errors import SpellingError
from writer_app.paths import resources
from writer_app.spelling.dialects import DIALECTS, dialect_for
from writer_app.spelling.dictionary import Dictionary

FOLDER = resources() / "dictionaries"


@pytest.fixture(scope="module")
def british() -> Dictionary:
    return Dictionary(FOLDER, "en_GB")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_knows_english_and_no_nonsense(dialect: str) -> None:
    dictionary = Dictionary(FOLDER, dialect)
    assert all(map(dictionary.knows, ["the", "Ferry", "don't", "don’t", "café", "well-known", "London"]))
    assert not any(map(dictionary.knows, ["teh", "recieve", "wrods"]))


@pytest.mark.parametrize(
    ("dialect", "right", "wrong"),
    [
        ("en_US", "color", "colour"),
        ("en_GB", "colour", "color"),
        ("en_CA", "colour", "organise"),
        ("en_AU", "organise", "color"),
    ],
)
def test_dialects_differ(dialect: str, right: str, wrong: str) -> None:
    dictionary = Dictionary(FOLDER, dialect)
    assert dictionary.knows(right)
    assert not dictionary.knows(wrong)


def test_the_word_that_was_meant_comes_first(british: Dictionary) -> None:
    meant = {"recieve": "receive", "teh": "the", "langauge": "language", "Wendesday": "Wednesday"}
    assert {word: british.like(word)[0] for word in meant} == meant


def test_the_person_s_kind_of_apostrophe_is_kept(british: Dictionary) -> None:
    assert "doesn’t" in british.like("does’nt")
    assert "doesn't" in british.like("does'nt")


def test_a_missing_dictionary_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SpellingError) as caught:
        Dictionary(tmp_path, "en_GB")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("system", "dialect"),
    [
        ("en_US", "en_US"),
        ("en_AU.UTF-8", "en_AU"),
        ("en_NZ", "en_AU"),
        ("en_IE", "en_GB"),
        ("de_DE", "en_US"),
        ("zh_CN", "en_US"),
    ],
)
def test_the_system_s_country_decides(system: str, dialect: str) -> None:
    assert dialect_for("system", system) == dialect
    assert dialect_for("en_CA", system) == "en_CA"
