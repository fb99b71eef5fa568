"""What is learned from, what is held out, and what is left out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiny import document, write_documents
from writer_app.errors import TrainingError
from writer_app.training.selection import select, split

PARAGRAPHS = st.lists(st.text(alphabet="ab .", min_size=1, max_size=400), min_size=1, max_size=40)


def test_whole_documents_are_held_out_where_there_are_many(tmp_path: Path) -> None:
    selection = select([write_documents(tmp_path / "texts", 20)], "en")
    assert selection.documents == 20
    assert not set(selection.training) & set(selection.held_out)
    share = sum(map(len, selection.held_out)) / sum(map(len, (*selection.training, *selection.held_out)))
    assert 0.08 < share < 0.2


def test_passages_are_held_out_of_a_single_document(tmp_path: Path) -> None:
    path = tmp_path / "novel.txt"
    path.write_text("".join(document(seed) + "\n" for seed in range(30)), encoding="utf-8")
    selection = select([path], "en")
    assert selection.training
    assert selection.held_out


@given(st.lists(PARAGRAPHS, min_size=1, max_size=12))
def test_splitting_loses_and_repeats_nothing(texts: list[list[str]]) -> None:
    documents = ["\n".join(paragraphs) for paragraphs in texts]
    training, held_out = split(documents)
    paragraphs = sorted(p for text in documents for p in text.split("\n"))
    assert sorted(p for text in (*training, *held_out) for p in text.split("\n")) == paragraphs


def test_what_cannot_be_used_is_named_with_its_reason(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "texts", 12)
    (folder / "short.txt").write_text("Too short.", encoding="utf-8")
    (folder / "copy.txt").write_bytes((folder / "document-003.txt").read_bytes())
    (folder / "numbers.txt").write_text("1,234.50 99.1 17\n" * 100, encoding="utf-8")
    (folder / "chinese.txt").write_text("今天天气很好，我们去公园散步。\n" * 50, encoding="utf-8")
    selection = select([folder, tmp_path / "absent.txt"], "en")
    skipped = {skip.path.name: skip.reason for skip in selection.skipped}
    assert skipped.keys() == {"short.txt", "document-003.txt", "numbers.txt", "chinese.txt", "absent.txt"}
    assert all(skipped.values())
    assert selection.documents == 12  # the copy comes first in the alphabet and stands for the original


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "texts", 12)
    assert select([folder, folder / "document-000.txt"], "en").documents == 12


def test_too_little_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(TrainingError) as caught:
        select([write_documents(tmp_path / "texts", 1)], "en")
    assert "words" in caught.value.hint
