from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests import tiny
from writer_app.bench.memorised import PROMPT, SPAN, choose_documents, repetitions
from writer_app.engine.backend import Floats, Tokens
from writer_app.model.config import ModelConfig
from writer_app.model.state import LstmState
from writer_app.model.tokenizer import Tokenizer


class KnowsByHeart:
    """A model that predicts each token of one text until a place, then always the same."""

    device = "CPU"

    def __init__(self, tokens: list[int], vocabulary: int, forgets_at: int) -> None:
        self.config = ModelConfig.sized(vocabulary, 4, 4, 1)
        self._known = [token if n < forgets_at else 0 for n, token in enumerate(tokens)]

    def read(self, tokens: Tokens, state: LstmState) -> tuple[Floats, LstmState]:
        choices = np.array(self._known[: len(tokens)], np.float32)
        return choices[:, None, None].repeat(4, axis=2), state

    def probabilities(self, outputs: Floats) -> NDArray[np.float32]:
        likely = np.zeros((len(outputs), self.config.vocabulary), np.float32)
        likely[np.arange(len(outputs)), outputs[:, 0].astype(int)] = 1
        return likely


def long_text() -> str:
    return " ".join(tiny.document(seed).replace("\n", " ") for seed in range(2))[:1300]


def test_a_text_known_by_heart_is_found_out_and_how_far_is_counted() -> None:
    tokenizer = Tokenizer(tiny.tokenizer_bytes())
    text = "word " + long_text()  # short enough to be read from its beginning
    tokens = tokenizer.encode(text)
    assert len(tokens) >= PROMPT + SPAN
    for forgets_at, expected in ((10**6, SPAN), (PROMPT + 7, 7), (PROMPT, 0)):
        model = KnowsByHeart(tokens, tokenizer.size, forgets_at)
        (found,) = repetitions(model, tokenizer, [text])
        assert found.tokens == expected
        assert found.verbatim is (expected == SPAN)
        assert found.text == tokenizer.decode(tokens[PROMPT : PROMPT + expected])


def test_texts_too_short_for_a_span_are_left_out() -> None:
    tokenizer = Tokenizer(tiny.tokenizer_bytes())
    assert not list(repetitions(KnowsByHeart([], tokenizer.size, 0), tokenizer, ["short"]))


def test_the_choice_of_documents_does_not_depend_on_where_the_folder_lies() -> None:
    here = [Path(f"/here/source/{n}.txt") for n in range(20)]
    there = [Path(f"/there/deep/source/{n}.txt") for n in reversed(range(20))]
    assert [p.name for p in choose_documents(here, 5)] == [p.name for p in choose_documents(there, 5)]
