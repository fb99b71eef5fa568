"""What one uses more than others do is likelier wherever it is possible."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.engine.backend import Probabilities
from writer_app.engine.gate import read_gate
from writer_app.engine.memory import Memory
from writer_app.engine.occurrences import trail_of
from writer_app.engine.partial_word import Vocabulary
from writer_app.engine.usage import Counts, Usage, scaled
from writer_app.model.pack import Pack
from writer_app.paths import resources

GENERAL = "The gardener waters the roses in the morning. My sister paints the harbour after supper.\n" * 20

EXPONENTS = 0.2, 0.4
CAPTAIN = " captain" * 300


def counts_of(pack: Pack, text: str) -> Counts:
    tokenizer = pack.tokenizer()
    return np.bincount(tokenizer.encode(text), minlength=tokenizer.size)


def token_of(pack: Pack, piece: bytes) -> int:
    return pack.tokenizer().token_bytes.index(piece)


def factors(pack: Pack, general: str, text: str, remembered: str = "") -> Probabilities:
    usage = Usage(pack.tokenizer(), general, EXPONENTS)
    usage.learn(counts_of(pack, remembered))
    return usage.factors(pack.tokenizer().encode(text))


def test_what_is_used_more_than_in_general_is_likelier_and_the_rest_less(tiny_pack: Pack) -> None:
    found = factors(tiny_pack, GENERAL, CAPTAIN)
    assert found[token_of(tiny_pack, b"apt")] > 1.5
    assert found[token_of(tiny_pack, b"ter")] < 1


def test_one_text_says_more_than_all_that_is_remembered(tiny_pack: Pack) -> None:
    token = token_of(tiny_pack, b"apt")
    here, besides = factors(tiny_pack, GENERAL, CAPTAIN), factors(tiny_pack, GENERAL, "", CAPTAIN)
    assert here[token] > besides[token] > 1


def test_usual_words_change_hardly_anything(tiny_pack: Pack) -> None:
    usual = counts_of(tiny_pack, GENERAL) > 0
    assert factors(tiny_pack, GENERAL * 100, GENERAL, GENERAL)[usual] == pytest.approx(1, abs=0.2)


def test_without_a_general_text_nothing_is_scaled(tiny_pack: Pack) -> None:
    assert (factors(tiny_pack, "", CAPTAIN, CAPTAIN) == 1).all()


def test_what_is_forgotten_counts_no_more(tiny_pack: Pack) -> None:
    usage = Usage(tiny_pack.tokenizer(), GENERAL, EXPONENTS)
    never = usage.factors([])
    usage.learn(counts_of(tiny_pack, CAPTAIN))
    usage.learn(counts_of(tiny_pack, ""))
    np.testing.assert_array_equal(usage.factors([]), never)


@given(row=st.lists(st.floats(0.125, 1), min_size=4, max_size=4))
def test_a_scaled_row_has_a_sum_of_one(row: list[float]) -> None:
    probabilities = np.array([row], np.float32) / np.float32(sum(row))
    found = scaled(probabilities, np.array([0.5, 1, 2, 3], np.float32))
    assert found.sum() == pytest.approx(1, rel=1e-3)


def test_the_text_around_the_caret_counts(tiny_pack: Pack) -> None:
    tokenizer = tiny_pack.tokenizer()
    even = np.full((1, tokenizer.size), 1 / tokenizer.size, np.float32)
    memory = Memory(tokenizer, Vocabulary(tokenizer), read_gate(resources() / "memory_gate.json", "en"))
    memory.look_around("The captain answers. " * 40, "", "")
    (mixed,) = memory.mixed(even, [trail_of([])])
    assert mixed[token_of(tiny_pack, b"apt")] > 2 * mixed[token_of(tiny_pack, b"ter")]
