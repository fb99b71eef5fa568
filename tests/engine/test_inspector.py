"""What the dock shows is what the engine computes."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiny import document
from writer_app.engine.backend import Backend
from writer_app.engine.inspector import Inspection, Inspector
from writer_app.engine.study_model import StudyModel
from writer_app.model.lstm import LstmModel
from writer_app.model.pack import Pack
from writer_app.model.state import Floats
from writer_app.model.tokenizer import BEGIN
from writer_app.personal.store import MemoryStore

TEXT = "My sister waters the roses. The old captain paints the harbour "


@pytest.fixture(scope="module")
def exact(tiny_pack: Pack, exact_backend: Backend) -> StudyModel:
    return StudyModel(tiny_pack, exact_backend)


def last_states(inspection: Inspection) -> tuple[Floats, Floats]:
    hidden, cell = ([getattr(g, name)[-1] for g in inspection.layers] for name in ("hidden", "cell"))
    return np.array(hidden), np.array(cell)


def test_it_agrees_with_the_states_of_the_engine(exact: StudyModel, exact_backend: Backend) -> None:
    hidden, cell = last_states(Inspector(exact).inspect(TEXT, ""))
    engine = exact.context.after(TEXT)
    np.testing.assert_allclose(hidden, engine.hidden[:, 0], atol=1e-5)
    np.testing.assert_allclose(cell, engine.cell[:, 0], atol=1e-5)


def test_the_integer_graph_is_close_to_it(tiny_pack: Pack, tiny_backend: Backend) -> None:
    hidden, _ = last_states(Inspector(StudyModel(tiny_pack, tiny_backend)).inspect(TEXT, ""))
    engine = StudyModel(tiny_pack, tiny_backend).context.after(TEXT)
    errors = np.abs(hidden - engine.hidden[:, 0])
    assert errors.mean() < 0.02
    assert errors.max() < 0.2


def test_it_agrees_with_the_lstm_of_torch(exact: StudyModel, tiny_pack: Pack) -> None:
    inspection = Inspector(exact).inspect(TEXT, "")
    model = LstmModel(tiny_pack.config)
    model.load(tiny_pack.weights())
    tokens = torch.tensor([BEGIN, *exact.tokenizer.encode(TEXT)])[:, None]
    with torch.no_grad():
        features, (hidden, _) = model.features(tokens, model.zero_state(1))
        scores = model.logits(features)[:-1, 0].log_softmax(-1)
    bits = -scores.gather(1, tokens[1:])[:, 0] / math.log(2)
    np.testing.assert_allclose([g.hidden[-1] for g in inspection.layers], hidden[:, 0], atol=1e-5)
    np.testing.assert_allclose(inspection.bits, bits[-len(inspection) :], atol=1e-4)


@given(cuts=st.lists(st.integers(0, 120), max_size=6), after=st.sampled_from(["", " in the morning."]))
@settings(deadline=None, max_examples=25)
def test_how_one_came_to_a_place_does_not_matter(exact: StudyModel, cuts: list[int], after: str) -> None:
    text = document(3)[:120]
    inspector = Inspector(exact)
    for cut in cuts:
        inspector.inspect(text[:cut], after)
    found, fresh = inspector.inspect(text, after), Inspector(exact).inspect(text, after)
    assert found.tokens == fresh.tokens
    assert found.caret == fresh.caret
    np.testing.assert_allclose(found.bits, fresh.bits, atol=1e-4)
    for ours, theirs in zip(found.layers, fresh.layers, strict=True):
        np.testing.assert_allclose(ours.cell, theirs.cell, atol=1e-5)


def test_a_trained_model_expects_what_comes_and_is_surprised_by_what_does_not(exact: StudyModel) -> None:
    inspection = Inspector(exact).inspect("My sister waters the roses in the zebra", "")
    words = ["".join(inspection.tokens[i] for i in word) for word in inspection.words()]
    bits = dict(
        zip(words, (sum(inspection.bits[i] for i in word) for word in inspection.words()), strict=True)
    )
    assert bits[" the"] < 3
    assert bits[" zebra"] > 10
    assert inspection.expected[-1][0].probability >= inspection.expected[-1][1].probability
    for token, rank, expected in zip(inspection.tokens, inspection.ranks, inspection.expected, strict=False):
        assert rank > len(expected) or expected[rank - 1].text == token


def test_the_caret_stands_after_the_tokens_before_it(exact: StudyModel) -> None:
    inspection = Inspector(exact).inspect("My sister waters", " the roses after supper. Then")
    assert "".join(inspection.tokens[: inspection.caret]) == "My sister waters"
    assert "".join(inspection.tokens[inspection.caret :]) == " the roses after supper."


def test_before_the_first_letter_there_is_an_expectation_and_no_token(exact: StudyModel) -> None:
    inspection = Inspector(exact).inspect("", "")
    assert len(inspection) == 0
    assert inspection.words() == []
    assert len(inspection.expected) == 1


def test_what_was_written_before_has_its_part_at_the_caret(exact: StudyModel) -> None:
    name = "the gardener Vantongeren waters "
    found = Inspector(exact).inspect(f"{name}the roses. Then {name}the roses. And the gardener Vant", "")
    first, *_ = found.next_words
    assert first.text == "Vantongeren"  # whole, though it is spelt from many tokens
    assert first.memory > first.model  # the model has never seen the name
    assert sum(row.probability for row in found.next_words) <= 1 + 1e-5
    assert all(row.model >= 0 and row.memory >= 0 for row in found.next_words)


def test_what_is_remembered_counts_and_its_passages_are_found(
    tiny_pack: Pack, exact_backend: Backend, tmp_path: Path
) -> None:
    store = MemoryStore(tmp_path)
    store.learn("The gardener Quill swims.\nThen old Quill sleeps.")
    inspector = Inspector(StudyModel(tiny_pack, exact_backend, personal=tmp_path))
    place = "And now the gardener Qu", ""
    inspection = inspector.inspect(*place)
    assert next(row for row in inspection.next_words if row.text == "Quill").memory > 0.01
    passages = inspector.recall(inspection, *place)["Quill"]
    assert [(passage.shared, passage.here) for passage in passages] == [
        ("gardener Quill", False),
        ("Quill", False),
    ]
    store.forget("Quill")
    assert "Quill" not in {row.text for row in inspector.inspect(*place).next_words}
    store.close()


def test_a_word_of_the_model_alone_has_no_passages(exact: StudyModel) -> None:
    inspector = Inspector(exact)
    inspection = inspector.inspect("My sister waters the ro", "")
    assert inspection.next_words[0].text == "roses"
    assert inspector.recall(inspection, "My sister waters the ro", "") == {}
