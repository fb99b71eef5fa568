import math
from itertools import pairwise

import numpy as np
import pytest

from tests import tiny
from writer_app.bench.likelihood import (
    CHUNK,
    Likelihood,
    measure,
    open_float_backend,
    open_integer_backend,
)
from writer_app.engine.backend import Backend
from writer_app.model.pack import Pack
from writer_app.model.state import LstmState
from writer_app.model.tokenizer import BEGIN, END, Tokenizer
from writer_app.text.normalise import for_model

DOCUMENTS = [for_model(tiny.document(seed).strip())[: 150 * seed] for seed in range(1, 8)]


@pytest.fixture(scope="module")
def exact(tiny_pack: Pack) -> Backend:
    return open_float_backend(tiny_pack)


@pytest.fixture(scope="module")
def tokenizer(tiny_pack: Pack) -> Tokenizer:
    return tiny_pack.tokenizer()


def total(backend: Backend, tokenizer: Tokenizer, **how: int) -> Likelihood:
    return sum(measure(backend, tokenizer, DOCUMENTS, **how), Likelihood())


@pytest.mark.parametrize("rows", [1, 2, 3, 7, 64])
def test_figures_do_not_depend_on_how_many_texts_are_read_side_by_side(
    exact: Backend, tokenizer: Tokenizer, rows: int
) -> None:
    one_by_one, together = total(exact, tokenizer), total(exact, tokenizer, rows=rows)
    assert together.nats == pytest.approx(one_by_one.nats, rel=1e-5)
    assert together.tokens == one_by_one.tokens
    assert together.characters == sum(map(len, DOCUMENTS))


def test_each_token_is_asked_for_after_those_before_it_and_nothing_else(
    exact: Backend, tokenizer: Tokenizer
) -> None:
    text = DOCUMENTS[-1]
    tokens = [BEGIN, *tokenizer.encode(text), END]
    assert len(tokens) > 2 * CHUNK
    state, nats = LstmState.zero(exact.config), 0.0
    for token, following in pairwise(tokens):
        outputs, state = exact.read(np.array([[token]]), state)
        nats -= math.log(exact.probabilities(outputs[0])[0, following])
    (measured,) = measure(exact, tokenizer, [text])
    assert measured.nats == pytest.approx(nats, rel=1e-5)
    assert measured.bits_per_character == pytest.approx(nats / len(text) / math.log(2), rel=1e-5)


def test_a_text_that_was_cut_is_not_asked_for_its_end(exact: Backend, tokenizer: Tokenizer) -> None:
    text = DOCUMENTS[2]
    (cut,) = measure(exact, tokenizer, [text], limit=100)
    (short,) = measure(exact, tokenizer, [text[:100]])
    assert cut.characters == short.characters == 100
    assert short.tokens == cut.tokens + 1
    assert short.nats > cut.nats


def test_integers_cost_little(tiny_pack: Pack, exact: Backend, tokenizer: Tokenizer) -> None:
    rounded = total(open_integer_backend(tiny_pack), tokenizer)
    assert rounded.nats == pytest.approx(total(exact, tokenizer).nats, rel=0.005)


def test_an_empty_text_has_only_an_end(exact: Backend, tokenizer: Tokenizer) -> None:
    (empty,) = measure(exact, tokenizer, [""])
    assert (empty.characters, empty.words, empty.tokens) == (0, 0, 1)


def test_a_perplexity_beyond_numbers_is_infinite() -> None:
    assert Likelihood(nats=1e6, words=1).perplexity_per_word == math.inf
