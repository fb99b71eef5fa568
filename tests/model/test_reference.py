"""The equations against an independent implementation of them."""

from dataclasses import fields

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from writer_app.model.config import ModelConfig
from writer_app.model.lstm import LstmModel
from writer_app.model.reference import Gates, LayerWeights, ReferenceModel, log_softmax, lstm_cell, sigmoid
from writer_app.model.state import LstmState


@given(seed=st.integers(0, 2**32 - 1), inputs=st.integers(1, 9), hidden=st.integers(1, 9))
@settings(max_examples=30, deadline=None)
def test_the_cell_agrees_with_torch(seed: int, inputs: int, hidden: int) -> None:
    torch.manual_seed(seed)
    theirs = torch.nn.LSTMCell(inputs, hidden)
    x, h, c = torch.randn(2, inputs), torch.randn(2, hidden), torch.randn(2, hidden)
    with torch.no_grad():
        expected_hidden, expected_cell = theirs(x, (h, c))
        bias = theirs.bias_ih + theirs.bias_hh
        weights = LayerWeights(*(w.numpy() for w in (theirs.weight_ih, theirs.weight_hh, bias)))
    ours = lstm_cell(x.numpy(), h.numpy(), c.numpy(), weights)
    np.testing.assert_allclose(ours.hidden, expected_hidden, atol=1e-5)
    np.testing.assert_allclose(ours.cell, expected_cell, atol=1e-5)


@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=10, deadline=None)
def test_the_whole_model_agrees_with_torch(seed: int) -> None:
    torch.manual_seed(seed)
    config = ModelConfig.sized(vocabulary=23, embedding=6, hidden=8, layers=2)
    model = LstmModel(config)
    reference = ReferenceModel(config, model.export())
    tokens = torch.randint(0, 23, (7, 3))
    with torch.no_grad():
        features, (hidden, cell) = model.features(tokens, model.zero_state(3))
        expected = model.logits(features[-1]).log_softmax(dim=-1)
    state = LstmState.zero(config, batch=3)
    for row in tokens.tolist():
        _, state = reference.step(row, state)
    np.testing.assert_allclose(state.hidden, hidden, atol=1e-5)
    np.testing.assert_allclose(state.cell, cell, atol=1e-5)
    np.testing.assert_allclose(log_softmax(reference.logits(state.hidden[-1])), expected, atol=1e-5)


def test_the_sigmoid_does_not_overflow() -> None:
    np.testing.assert_allclose(sigmoid(np.array([-1e4, 0.0, 1e4])), [0, 0.5, 1])


def test_weights_survive_export_and_load() -> None:
    config = ModelConfig.sized(vocabulary=11, embedding=4, hidden=5, layers=3)
    model, other = LstmModel(config), LstmModel(config)
    other.load(model.export())
    assert model.export().keys() == config.shapes().keys()
    for name, weights in model.export().items():
        assert weights.shape == config.shapes()[name]
        np.testing.assert_array_equal(weights, other.export()[name])


def test_the_forget_gate_starts_open() -> None:
    config = ModelConfig.sized(vocabulary=11, embedding=4, hidden=5, layers=1)
    bias = LstmModel(config).export()["lstm.bias_l0"]
    np.testing.assert_array_equal(bias, [0] * 5 + [1] * 5 + [0] * 10)


@given(seed=st.integers(0, 2**32 - 1), lengths=st.lists(st.integers(0, 5), min_size=1, max_size=5))
@settings(max_examples=30, deadline=None)
def test_a_sequence_read_in_any_chunks_is_the_same_as_token_by_token(seed: int, lengths: list[int]) -> None:
    config = ModelConfig.sized(vocabulary=13, embedding=4, hidden=6, layers=2)
    random = np.random.default_rng(seed)
    weights = {n: random.normal(size=s).astype(np.float32) for n, s in config.shapes().items()}
    reference = ReferenceModel(config, weights)
    tokens = random.integers(0, 13, sum(lengths)).tolist()
    stepped: list[list[Gates]] = []
    state = chunk_state = LstmState.zero(config)
    for token in tokens:
        layers, state = reference.step([token], state)
        stepped.append(layers)
    chunks: list[list[Gates]] = []
    for length in lengths:
        chunk, tokens = tokens[:length], tokens[length:]
        chunks.append(reference.read(chunk, chunk_state))
        if length:
            hidden = np.stack([gates.hidden[-1:] for gates in chunks[-1]])
            chunk_state = LstmState(hidden, np.stack([gates.cell[-1:] for gates in chunks[-1]]))
    for layer in range(config.layers):
        for name in (field.name for field in fields(Gates)):
            read = np.concatenate([getattr(chunk[layer], name) for chunk in chunks])
            expected = [getattr(layers[layer], name)[0] for layers in stepped]
            np.testing.assert_allclose(read, np.reshape(expected, read.shape), atol=1e-5)
