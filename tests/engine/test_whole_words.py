"""A name spelt from several pieces is one thing to offer, as soon as its letters say that it is meant."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine.backends import open_pack_suggester
from writer_app.engine.lstm_suggester import LstmSuggester, Manner
from writer_app.engine.partial_word import Vocabulary
from writer_app.engine.protocol import Request
from writer_app.engine.whole_words import (
    LETTERS,
    MOST_PIECES,
    PIECES,
    Pieces,
    Spelt,
    Whole,
    WholeWords,
    agreeing,
)
from writer_app.model.pack import Pack
from writer_app.model.tokenizer import BEGIN, Tokenizer
from writer_app.personal.store import MemoryStore

NAME = "Wojcik"
LETTER = f"My sister paints {NAME} again. The teacher answers {NAME} after supper. "


@pytest.fixture(scope="session")
def tokenizer(random_pack: Pack) -> Tokenizer:
    return random_pack.tokenizer()


@pytest.fixture(scope="session")
def pieces(tokenizer: Tokenizer) -> Pieces:
    return Pieces(Vocabulary(tokenizer))


def words(pieces: Pieces, tokenizer: Tokenizer, text: str) -> list[str]:
    return [word.text for word, _ in pieces.words([BEGIN, *tokenizer.encode(text)])]


def test_long_words_are_found_with_the_tokens_that_spell_them(pieces: Pieces, tokenizer: Tokenizer) -> None:
    tokens = tokenizer.encode(f"We met {NAME}, the gardener.")
    (found,) = [word for word, _ in pieces.words(tokens) if word.text == f" {NAME}"]
    assert tokenizer.decode(found.tokens) == f" {NAME}"
    assert len(found.tokens) >= PIECES


@pytest.mark.parametrize("text", ["", "the", " 20260117 1234567890", " xq12zk", "我们一起去公园"])
def test_numbers_codes_and_chinese_are_no_such_words(pieces: Pieces, tokenizer: Tokenizer, text: str) -> None:
    assert words(pieces, tokenizer, text) == []


@given(text=st.text("abcXYZé' 你1-.\n", max_size=60))
def test_every_word_found_stands_in_the_text(pieces: Pieces, tokenizer: Tokenizer, text: str) -> None:
    for word in words(pieces, tokenizer, text):
        assert word in text
        assert word[0] == " "
        assert word[1:].replace("'", "").isalpha()


@given(
    times=st.dictionaries(st.text("abc", min_size=3, max_size=5), st.integers(1, 9), max_size=8),
    letters=st.text("abc", min_size=2, max_size=3),
)
def test_it_finds_what_looking_at_every_word_finds(times: dict[str, int], letters: str) -> None:
    known = WholeWords(share=0.5, unseen=10.0)
    for word, count in times.items():
        known.add([(Spelt(f" {word}", (7, 8, 9)), count)])
    total = sum(times.values())
    expected = {
        word[len(letters) :]: 0.5 * count / (total + 10)
        for word, count in times.items()
        if word.startswith(letters) and word != letters
    }
    assert {whole.rest: whole.prior for whole in agreeing(f" {letters}", known)} == pytest.approx(expected)


def test_what_two_sources_know_adds_up() -> None:
    text, remembered = WholeWords(0.5, 1.0), WholeWords(0.5, 3.0)
    for source in (text, remembered):
        source.add([(Spelt(" abc", (7, 8, 9)), 1)])
    assert agreeing(" ab", text, remembered) == [Whole("c", (7, 8, 9), 0.25 + 0.125)]


@pytest.mark.parametrize("letters", ["", " ", " a", "abc"])
def test_with_too_few_letters_nothing_agrees(letters: str) -> None:
    known = WholeWords(0.5, 1.0)
    known.add([(Spelt(" abc", (7, 8, 9)), 1)])
    assert len(letters.strip()) < LETTERS or not letters.startswith(" ")
    assert agreeing(letters, known) == []


def offered(suggester: LstmSuggester, before: str, rejected: frozenset[str] = frozenset()) -> list[str]:
    answer = suggester.suggest(Request(1, before, rejected=rejected))
    return [suggestion.text for suggestion in answer.suggestions]


def test_a_name_of_several_pieces_is_offered_whole_after_two_letters(suggester: LstmSuggester) -> None:
    assert offered(suggester, LETTER + "My sister paints Wo")[0].startswith("jcik")
    assert not any(text.startswith("jcik") for text in offered(suggester, "My sister paints Wo"))


def test_what_is_likely_after_it_goes_on(suggester: LstmSuggester) -> None:
    answer = suggester.suggest(Request(1, LETTER + "My sister paints Wo", spaced=True))
    assert answer.suggestions[0].text.startswith("jcik ")


def test_a_whole_word_that_was_passed_over_is_not_offered(suggester: LstmSuggester) -> None:
    found = offered(suggester, LETTER + "My sister paints Wo", frozenset({NAME}))
    assert not any(text.split()[0] == "jcik" for text in found)


def test_a_name_from_another_text_is_offered_until_it_is_forgotten(tiny_pack: Pack, tmp_path: Path) -> None:
    store = MemoryStore(tmp_path)
    suggester = open_pack_suggester(tiny_pack, manner=Manner(floor=0.0), personal=tmp_path)
    for number in range(40):
        store.learn(f"In {number} my sister paints {NAME} again.")
    before = "In the morning my sister paints Woj"

    def first() -> str:
        while suggester.idle():
            pass
        return offered(suggester, before)[0]

    assert first().startswith("cik")
    store.forget(NAME)
    assert not first().startswith("cik")


def test_each_word_is_counted(tokenizer: Tokenizer, pieces: Pieces) -> None:
    tokens = np.array(tokenizer.encode(f"We met {NAME} and {NAME} in {NAME}"), np.uint16)
    assert {word.text: times for word, times in pieces.words(tokens)}[f" {NAME}"] == 3


@given(run=st.integers(1, 30))
def test_a_word_of_too_many_pieces_is_left_out(pieces: Pieces, tokenizer: Tokenizer, run: int) -> None:
    (letter,) = tokenizer.encode("q")
    (spaced,) = tokenizer.encode(" ")
    found = list(pieces.words([spaced, *[letter] * run]))
    assert bool(found) == (PIECES <= run + 1 <= MOST_PIECES)
