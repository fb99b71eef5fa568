"""What followed where the model was in a similar state gets a share, the more the more similar it was."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tests.engine.test_context import context_of
from writer_app.engine.backend import Backend, Floats
from writer_app.engine.gate import Gate, read_gate
from writer_app.engine.memory import Memory
from writer_app.engine.neural_cache import MOST, SHARPNESS, NeuralCache, Query, kept_outputs
from writer_app.engine.occurrences import trail_of
from writer_app.engine.partial_word import Vocabulary
from writer_app.model.pack import Pack
from writer_app.model.state import LstmState
from writer_app.model.tokenizer import BEGIN
from writer_app.paths import resources

SIZE = 6  # tokens of a vocabulary
OUTPUTS = arrays(np.float32, st.tuples(st.integers(2, 9), st.just(3)), elements=st.floats(-1, 1, width=16))
LETTER = "The gardener waters the roses in the morning. My sister waters the "


def cache_of(outputs: Floats, tokens: list[int]) -> NeuralCache:
    return NeuralCache.of([kept_outputs(outputs)], tokens)


@given(outputs=OUTPUTS, query=arrays(np.float32, (2, 3), elements=st.floats(-1, 1, width=16)))
def test_each_token_has_the_weight_of_the_states_that_it_followed(outputs: Floats, query: Floats) -> None:
    tokens = [place % SIZE for place in range(len(outputs))]
    shares, closest = cache_of(outputs, tokens).after(query, SIZE)
    keys = kept_outputs(outputs)[:-1].astype(np.float64)
    for row, found, cosine in zip(kept_outputs(query).astype(np.float64), shares, closest, strict=True):
        weights = np.exp(SHARPNESS * (keys @ row))
        expected = [
            weights[[follower == token for follower in tokens[1:]]].sum() / weights.sum()
            for token in range(SIZE)
        ]
        assert found == pytest.approx(expected, abs=0.02)
        assert cosine == pytest.approx((keys @ row).max(), abs=0.002)


def test_only_the_latest_states_are_compared() -> None:
    tokens = list(range(MOST + 50))
    cache = cache_of(np.ones((len(tokens), 3), np.float32), tokens)
    assert cache.followers.tolist() == tokens[-MOST:]


@given(cuts=st.lists(st.integers(0, len(LETTER)), max_size=5))
@settings(deadline=None, max_examples=20)
def test_what_was_read_does_not_depend_on_how_the_text_came(
    cuts: list[int], random_pack: Pack, random_backend: Backend
) -> None:
    context = context_of(random_backend, random_pack)
    for cut in cuts:
        context.at(LETTER[:cut])
    read, fresh = (one.at(LETTER)[0].read for one in (context, context_of(random_backend, random_pack)))
    np.testing.assert_array_equal(read.followers, fresh.followers)
    np.testing.assert_array_equal(read.states, fresh.states)


def test_the_states_are_those_of_the_model(exact_backend: Backend, tiny_pack: Pack) -> None:
    snapshot, held = context_of(exact_backend, tiny_pack).at(LETTER)
    tokens = [BEGIN, *tiny_pack.tokenizer().encode(LETTER.removesuffix(held))]
    outputs, _ = exact_backend.read(np.array(tokens)[:, None], LstmState.zero(tiny_pack.config))
    assert snapshot.read.followers.tolist() == tokens[1:]
    np.testing.assert_allclose(snapshot.read.states, kept_outputs(outputs[:-1, 0]), atol=2e-3)


def test_what_followed_a_similar_state_becomes_likelier(exact_backend: Backend, tiny_pack: Pack) -> None:
    tokenizer = tiny_pack.tokenizer()
    gate = read_gate(resources() / "memory_gate.json", "en")
    memory = Memory(tokenizer, Vocabulary(tokenizer), gate)
    snapshot, _ = context_of(exact_backend, tiny_pack).at(LETTER)
    following = snapshot.probabilities[None]
    trails = [trail_of(snapshot.tokens)]
    query = Query(snapshot.read, snapshot.state.hidden[-1])
    (without,), (having,) = memory.mixed(following, trails), memory.mixed(following, trails, query)
    roses = tokenizer.encode(" roses")[0]
    assert having[roses] > without[roses]
    assert having.sum() == pytest.approx(1, abs=1e-4)


def test_the_more_similar_a_state_was_the_larger_is_its_share() -> None:
    gate: Gate = read_gate(resources() / "memory_gate.json", "en")
    far, near = gate.shares_of_alike(np.array([0.2, 0.95], np.float32))
    assert far < 0.05 < near


def test_nothing_read_changes_nothing(tiny_pack: Pack, exact_backend: Backend) -> None:
    snapshot, _ = context_of(exact_backend, tiny_pack).at("")
    assert len(snapshot.read) == 0
    state = LstmState.zero(tiny_pack.config)
    tokenizer = tiny_pack.tokenizer()
    gate = read_gate(resources() / "memory_gate.json", "en")
    memory = Memory(tokenizer, Vocabulary(tokenizer), replace(gate, recent=(-9.0, 0.0)))
    query = Query(snapshot.read, state.hidden[-1])
    mixed = memory.mixed(snapshot.probabilities[None], [trail_of([])], query)
    np.testing.assert_allclose(mixed[0], snapshot.probabilities, rtol=1e-3)
