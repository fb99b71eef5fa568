"""Training a tokenizer: SentencePiece, unigram, lossless."""

import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import sentencepiece

from writer_app.errors import TrainingError
from writer_app.training.corpus import read_document

SAMPLE_CHARACTERS = 40_000_000  # more changes the pieces little and costs gigabytes


def train_tokenizer(paragraphs: Iterable[str], size: int) -> bytes:
    """Return a serialised tokenizer of `size` pieces."""
    model = io.BytesIO()
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(paragraphs),
            model_writer=model,
            model_type="unigram",
            vocab_size=size,
            byte_fallback=True,
            add_dummy_prefix=False,
            normalization_rule_name="identity",
            remove_extra_whitespaces=False,
            user_defined_symbols=["\n"],
            character_coverage=0.9995,
            max_sentence_length=1 << 16,
            minloglevel=2,
        )
    except RuntimeError as error:
        raise TrainingError(
            f"No vocabulary of {size} pieces can be made from these texts.",
            hint="Add texts, or ask for fewer pieces.",
        ) from error
    return model.getvalue()


def sample_paragraphs(documents: Sequence[Path], *, seed: int = 0) -> Iterator[str]:
    """Yield the paragraphs of documents in random order, as many as a tokenizer needs."""
    left = SAMPLE_CHARACTERS
    for index in np.random.default_rng(seed).permutation(len(documents)):
        for paragraph in read_document(documents[index]).split("\n"):
            if paragraph:
                yield paragraph
                left -= len(paragraph)
        if left < 0:
            return
