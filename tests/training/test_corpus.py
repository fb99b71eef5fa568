"""Documents become tokens once, and again when they change."""

import os
from pathlib import Path

import numpy as np
import pytest

from tests.tiny import tokenizer_bytes, write_documents
from writer_app.errors import TrainingError
from writer_app.model.tokenizer import BEGIN, END, Tokenizer
from writer_app.training.corpus import list_documents, open_corpus, read_document

TOKENIZER = Tokenizer(tokenizer_bytes())


def test_each_document_stands_between_its_marks(tmp_path: Path) -> None:
    documents = list_documents(write_documents(tmp_path / "texts", 4))
    corpus = open_corpus(documents, TOKENIZER, tmp_path / "cache")
    for index, path in enumerate(documents):
        tokens = corpus.tokens[corpus.starts[index] : corpus.starts[index + 1]].tolist()
        assert (tokens[0], tokens[-1]) == (BEGIN, END)
        assert TOKENIZER.decode(tokens) == read_document(path)
    assert corpus.starts[-1] == len(corpus)


def test_tokens_are_kept_until_a_document_changes(tmp_path: Path) -> None:
    documents = list_documents(write_documents(tmp_path / "texts", 2))
    for _ in range(2):
        open_corpus(documents, TOKENIZER, tmp_path / "cache")
    assert len(list((tmp_path / "cache").glob("*.tokens"))) == 1
    documents[0].write_text("Something else.", encoding="utf-8")
    os.utime(documents[0], ns=(1, 1))
    changed = open_corpus(documents, TOKENIZER, tmp_path / "cache")
    assert TOKENIZER.decode(changed.tokens[: changed.starts[1]].tolist()) == "Something else."


def test_tokens_whose_writing_was_cut_short_are_written_again(tmp_path: Path) -> None:
    documents = list_documents(write_documents(tmp_path / "texts", 2))
    whole = open_corpus(documents, TOKENIZER, tmp_path / "cache")
    next((tmp_path / "cache").glob("*.starts.npy")).unlink()
    again = open_corpus(documents, TOKENIZER, tmp_path / "cache")
    np.testing.assert_array_equal(whole.tokens, again.tokens)


def test_a_document_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("naïve".encode("latin-1"))
    with pytest.raises(TrainingError, match=r"latin\.txt"):
        read_document(tmp_path / "latin.txt")


@pytest.mark.parametrize("folder", ["absent", "."])
def test_a_folder_without_texts_is_said(tmp_path: Path, folder: str) -> None:
    with pytest.raises(TrainingError):
        list_documents(tmp_path / folder)
