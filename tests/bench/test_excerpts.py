from pathlib import Path

import pytest

from writer_app.bench.excerpts import CONTEXT, find_documents, read_documents, sample_excerpts
from writer_app.errors import DocumentError


def document(name: str, paragraphs: int = 20) -> str:
    return "\n".join(f"{name} paragraph {n} " + "word " * 20 for n in range(paragraphs))


DOCUMENTS = [document(f"d{n}") for n in range(9)]


def test_a_passage_begins_with_a_paragraph_that_has_text_before_it() -> None:
    for excerpt in sample_excerpts(DOCUMENTS, 9, 300):
        assert excerpt.start > CONTEXT
        assert excerpt.text[excerpt.start - 1] == "\n"
        assert excerpt.end - excerpt.start == 300


def test_the_choice_does_not_depend_on_the_order_of_the_files() -> None:
    assert sample_excerpts(DOCUMENTS, 4, 300) == sample_excerpts(reversed(DOCUMENTS), 4, 300)
    assert len(sample_excerpts(DOCUMENTS, 4, 300)) == 4


def test_documents_too_short_are_left_out() -> None:
    assert not sample_excerpts(["short", document("d", 2), "long but one paragraph " * 100], 3, 300)


def test_files_and_folders_are_found_once_each(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in ("a/2.txt", "a/1.txt", "notes.md"):
        (tmp_path / name).write_text(name)
    found = find_documents([tmp_path, tmp_path / "notes.md", tmp_path / "a"])
    assert [path.name for path in found] == ["1.txt", "2.txt", "notes.md"]


def test_paragraphs_are_parted_as_the_model_reads_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("One.\r\n\r\nTwo.\u00a0Three.\n".encode())
    assert list(read_documents([tmp_path / "a.txt"])) == ["One.\nTwo. Three."]
    assert list(read_documents([tmp_path / "a.txt"], limit=3)) == ["One"]


def test_no_text_is_an_error(tmp_path: Path) -> None:
    for paths in ([tmp_path], [tmp_path / "missing.txt"], []):
        with pytest.raises(DocumentError):
            find_documents(paths)
