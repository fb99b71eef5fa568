"""How surprising a text is: the sum of what its tokens cost, at the right places."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiny import document
from writer_app.engine.backend import Backend
from writer_app.engine.study_model import StudyModel
from writer_app.engine.surprise import (
    CONTEXT,
    LONGEST,
    Paragraph,
    Passage,
    Surprise,
    SurpriseReader,
    passages,
    read_passages,
)
from writer_app.model.pack import Pack
from writer_app.model.state import LstmState
from writer_app.model.tokenizer import BEGIN

PARAGRAPHS = [Paragraph(text, "The teacher answers.\n") for text in document(7).split("\n") if text]


@pytest.fixture(scope="module")
def exact(tiny_pack: Pack, exact_backend: Backend) -> StudyModel:
    return StudyModel(tiny_pack, exact_backend)


def read_all(model: StudyModel, paragraphs: list[Paragraph]) -> list[Surprise]:
    found = dict(SurpriseReader(lambda _text: model).read(paragraphs))
    return [found[index] for index in range(len(paragraphs))]


def test_a_sentence_costs_what_its_tokens_cost(exact: StudyModel) -> None:
    before, text = "The teacher answers.\n", "My sister waters the roses."
    (surprise,) = read_passages(exact, [Passage(text, before)])
    tokens = [BEGIN, *exact.tokenizer.encode(before), *(own := exact.tokenizer.encode(text))]
    outputs, _ = exact.backend.read(np.array(tokens)[:, None], LstmState.zero(exact.backend.config))
    likely = exact.backend.probabilities(outputs[:, 0])
    expected = -sum(np.log2(likely[i - 1, tokens[i]]) for i in range(len(tokens) - len(own), len(tokens)))
    assert surprise.sentences[0].bits == pytest.approx(expected, abs=1e-3)
    assert (surprise.sentences[0].start, surprise.sentences[0].end) == (0, len(text))


def test_what_does_not_belong_is_the_most_surprising_word(exact: StudyModel) -> None:
    text = "My sister waters the roses in the zebra. The old captain paints the harbour on Sundays."
    (surprise,) = read_all(exact, [Paragraph(text)])
    worst = max(surprise.words, key=lambda span: span.bits / span.usual)
    assert text[worst.start : worst.end] == "zebra"
    first, second = surprise.sentences
    assert first.bits / first.usual > second.bits / second.usual


def test_side_by_side_or_alone_is_the_same_in_floats(exact: StudyModel) -> None:
    together = read_all(exact, PARAGRAPHS)
    for paragraph, surprise in zip(PARAGRAPHS, together, strict=True):
        (alone,) = read_all(exact, [paragraph])
        assert [(s.start, s.end) for s in alone.words] == [(s.start, s.end) for s in surprise.words]
        bits = [span.bits for span in surprise.words]
        np.testing.assert_allclose([span.bits for span in alone.words], bits, atol=1e-3)


def test_what_was_read_before_is_not_read_again(exact: StudyModel, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = SurpriseReader(lambda _text: exact)
    first = dict(reader.read(PARAGRAPHS))
    read: list[Passage] = []

    def watch(model: StudyModel, texts: list[Passage]) -> list[Surprise]:
        read.extend(texts)
        return read_passages(model, texts)

    monkeypatch.setattr("writer_app.engine.surprise.read_passages", watch)
    changed = Paragraph(PARAGRAPHS[0].text + " My sister paints.", PARAGRAPHS[0].before)
    second = dict(reader.read([changed, *PARAGRAPHS[1:]]))
    assert [passage.text for passage in read] == [passages(changed)[-1].text]
    assert all(second[index] == first[index] for index in range(1, len(PARAGRAPHS)))


TEXTS = st.text(alphabet="ab. \u00a0e\u0301\u200b。你好，🙂\t", max_size=900)


@given(text=TEXTS, before=st.text(alphabet="ab \n", max_size=400))
@settings(max_examples=50, deadline=None)
def test_passages_are_the_paragraph_and_a_little_before_it(text: str, before: str) -> None:
    found = passages(Paragraph(text, before))
    assert "".join(passage.text for passage in found) == text
    assert all(len(passage.text) <= 2 * LONGEST and len(passage.context) <= CONTEXT for passage in found)


@given(text=TEXTS)
@settings(max_examples=25, deadline=None)
def test_spans_lie_in_the_text_one_after_another(exact: StudyModel, text: str) -> None:
    (surprise,) = read_all(exact, [Paragraph(text)])
    for spans in (surprise.words, surprise.sentences):
        places = [place for span in spans for place in (span.start, span.end)]
        assert places == sorted(places)
        assert all(0 <= span.start < span.end <= len(text) and span.bits >= 0 for span in spans)
