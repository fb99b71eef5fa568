"""Bits per character on held-out text."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.tiny import tokenizer_bytes
from writer_app.model.config import ModelConfig
from writer_app.model.lstm import LstmModel
from writer_app.model.reference import ReferenceModel, log_softmax
from writer_app.model.state import LstmState
from writer_app.model.tokenizer import BEGIN, Tokenizer
from writer_app.training import evaluate as evaluation
from writer_app.training.corpus import list_documents

TOKENIZER = Tokenizer(tokenizer_bytes())


@pytest.fixture
def model() -> LstmModel:
    torch.manual_seed(0)
    return LstmModel(ModelConfig.sized(TOKENIZER.size, 8, 12, 2))


def test_the_figure_is_that_of_the_reference(model: LstmModel, corpus_folder: Path) -> None:
    held_out = evaluation.read_held_out(list_documents(corpus_folder / "dev"), TOKENIZER, limit=200)
    reference = ReferenceModel(model.config, model.export())
    nats = 0.0
    for document in held_out.documents:
        state = LstmState.zero(model.config)
        for token, following in zip((BEGIN, *document), document, strict=False):
            _, state = reference.step([token], state)
            nats -= float(log_softmax(reference.logits(state.hidden[-1]))[0, following])
    expected = nats / math.log(2) / held_out.characters
    assert evaluation.evaluate(model, held_out) == pytest.approx(expected, rel=0.01)  # bfloat16


def test_the_figure_does_not_depend_on_the_batch(
    model: LstmModel, corpus_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held_out = evaluation.read_held_out(list_documents(corpus_folder / "dev"), TOKENIZER)
    whole = evaluation.evaluate(model, held_out)
    monkeypatch.setattr(evaluation, "_BATCH", 2)
    monkeypatch.setattr(evaluation, "_LENGTH", 17)
    np.testing.assert_allclose(evaluation.evaluate(model, held_out), whole, rtol=1e-3)
