from collections.abc import Sequence

import pytest

from tests import tiny
from writer_app.bench.baselines import (
    Lexicon,
    WithSpaces,
    WordFrequencySuggester,
    count_pieces,
    count_words,
    space_share,
)
from writer_app.bench.ngram import NgramSuggester
from writer_app.engine.protocol import Request, Suggester
from writer_app.model.tokenizer import Tokenizer

LEXICON = Lexicon(count_words(["the then the there the then don't 42 _"]))
FREQUENCY = WordFrequencySuggester(LEXICON, spaced=True)


def offered(suggester: Suggester, before: str, count: int = 3, rejected: Sequence[str] = ()) -> list[str]:
    answer = suggester.suggest(Request(1, before, count=count, rejected=frozenset(rejected)))
    return [suggestion.text for suggestion in answer.suggestions]


def test_the_most_frequent_words_that_agree_with_what_is_typed_come_first() -> None:
    assert offered(FREQUENCY, "") == ["the", "then", "don't"]
    assert offered(FREQUENCY, "and th") == ["e", "en", "ere"]
    assert offered(FREQUENCY, "“the") == ["n", "re"]
    assert offered(FREQUENCY, "do") == ["n't"]
    assert offered(FREQUENCY, "xyz") == []


def test_no_word_begins_right_behind_a_full_stop() -> None:
    assert offered(FREQUENCY, "end.") == []
    assert offered(FREQUENCY, "end. ") != []


def test_words_passed_over_are_left_out() -> None:
    assert offered(FREQUENCY, "th", rejected=["the", "then"]) == ["ere"]
    assert "en" in offered(FREQUENCY, "th", rejected=["en"])  # another word


def test_probabilities_are_shares_of_the_words_that_agree() -> None:
    answer = FREQUENCY.suggest(Request(1, "th", count=9))
    assert sum(suggestion.probability for suggestion in answer.suggestions) == pytest.approx(1)
    assert answer.suggestions[0].probability == pytest.approx(3 / 6)


def test_baselines_bring_the_space_behind_a_word_where_it_is_asked_for() -> None:
    share = space_share(["the then, the then don't 42 _ the"])
    assert share == pytest.approx(4 / 6)
    spaced = WithSpaces(FREQUENCY, share)
    (with_space,) = spaced.suggest(Request(1, "th", count=1, spaced=True)).suggestions
    (bare,) = spaced.suggest(Request(1, "th", count=1)).suggestions
    assert (with_space.text, bare.text) == ("e ", "e")
    assert with_space.probability == pytest.approx(bare.probability * share)
    (rare,) = WithSpaces(FREQUENCY, 0.4).suggest(Request(1, "th", count=1, spaced=True)).suggestions
    assert rare == bare


def test_chinese_words_begin_with_the_last_character() -> None:
    counts = count_pieces(["今天天气很好。", "今天。"], Tokenizer(tiny.tokenizer_bytes()))
    assert all(len(piece) > 1 for piece in counts)
    suggester = WordFrequencySuggester(Lexicon({"今天": 3, "今年": 1}), spaced=False)
    assert offered(suggester, "我说今") == ["天", "年"]
    assert offered(suggester, "我说今", rejected=["天"]) == ["年"]


class Bigram:
    """Prefers one word after each word."""

    def scores(self, history: Sequence[str], words: Sequence[str]) -> list[float]:
        preferred = {"over": "there", ",": "then"}.get(history[-1] if history else "")
        return [-0.1 if word == preferred else -2.0 for word in words]


def test_an_ngram_ranks_by_the_words_before() -> None:
    ngram = NgramSuggester(Bigram(), LEXICON)
    assert offered(ngram, "over th", count=1) == ["ere"]
    assert offered(ngram, "well, th", count=1) == ["en"]
    assert offered(ngram, "over\nth", count=1) == ["e"]  # a new paragraph knows nothing of the one before
