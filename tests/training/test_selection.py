"""What is learned from, what is held out, and what is left out."""

import threading
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from tests.tiny import document, write_documents
from writer_app.errors import TrainingError
from writer_app.training import selection
from writer_app.training.holding_out import split
from writer_app.training.selection import read, select

GERMAN = "".join(
    f"Am {day}. Mai habe ich lange mit meiner Schwester gesprochen, und wir wollen an die See fahren.\n"
    for day in range(1, 30)
)
PARAGRAPHS = st.lists(st.text(alphabet="ab .", min_size=1, max_size=400), min_size=1, max_size=40)


def test_whole_documents_are_held_out_where_there_are_many(tmp_path: Path) -> None:
    chosen = select([write_documents(tmp_path / "texts", 60)], "en")
    assert len(chosen.names) == 60
    assert not set(chosen.training) & set(chosen.held_out)
    share = sum(map(len, chosen.held_out)) / sum(map(len, (*chosen.training, *chosen.held_out)))
    assert 0.08 < share < 0.12


def test_passages_are_held_out_of_a_single_document(tmp_path: Path) -> None:
    path = tmp_path / "novel.txt"
    path.write_text("".join(document(seed) + "\n" for seed in range(30)), encoding="utf-8")
    chosen = select([path], "en")
    assert chosen.training
    assert chosen.held_out


@given(st.lists(PARAGRAPHS, min_size=1, max_size=12))
def test_splitting_loses_and_repeats_nothing(texts: list[list[str]]) -> None:
    documents = ["\n".join(paragraphs) for paragraphs in texts]
    training, held_out = split(documents)
    assert sorted("".join((*training, *held_out)).replace("\n", "")) == sorted(
        "".join(documents).replace("\n", "")
    )
    assert all(any(piece in document for document in documents) for piece in (*training, *held_out))


@pytest.mark.parametrize("words", [1_200, 4_500, 20_000])
def test_of_little_text_more_is_held_out_though_it_is_a_single_paragraph(words: int) -> None:
    text = " ".join(document(seed).replace("\n", " ") for seed in range(words // 300))
    training, held_out = split([text])
    share = sum(map(len, held_out)) / len(text)
    assert 0.2 < share < 0.3 if words < 5_000 else 0.05 < share < 0.12
    assert training


def test_what_cannot_be_used_is_named_with_its_reason(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "texts", 12)
    (folder / "short.txt").write_text("Too short.", encoding="utf-8")
    (folder / "copy.txt").write_bytes((folder / "document-003.txt").read_bytes())
    (folder / "numbers.txt").write_text("1,234.50 99.1 17\n" * 100, encoding="utf-8")
    (folder / "chinese.txt").write_text("今天天气很好，我们去公园散步。\n" * 50, encoding="utf-8")
    (folder / "brief.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    (folder / "~$letter.docx").write_bytes(b"of Word, while a document is open")
    chosen = select([folder, tmp_path / "absent.txt"], "en")
    skipped = {skip.path.name: skip.reason for skip in chosen.skipped}
    assert skipped == {
        "short.txt": "It is nearly empty.",
        "document-003.txt": "Most of it was read before, here or in another document.",
        "numbers.txt": "It is mostly numbers and signs.",
        "chinese.txt": "It is in another language than was chosen above.",
        "brief.txt": "It is in another language than was chosen above.",
        "old.doc": "“old.doc” is of a kind that cannot be read.",
        "absent.txt": "“absent.txt” cannot be read: No such file or directory.",
    }
    assert len(chosen.names) == 12  # the copy comes first in the alphabet and stands for the original


def test_secrets_are_left_out_and_counted_unless_asked_for(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "texts", 12)
    text = document(900) + "Mail ann@example.org about card 4111 1111 1111 1111. It is late.\n"
    (folder / "mail.txt").write_text(text, encoding="utf-8")
    (folder / "vault.txt").write_text("Password: hunter2 and Tr0ub4dor&3 today.\n" * 20, encoding="utf-8")
    found = read([folder], "en")
    assert found.secrets == {"email": 1, "account": 1}
    assert "ann@example.org" not in "".join(found.texts)
    assert "It is late." in "".join(found.texts)
    assert [skip.path.name for skip in found.skipped] == ["vault.txt"]
    with_them = read([folder], "en", with_secrets=True)
    assert with_them.secrets["email"] == 1
    assert "ann@example.org" in "".join(with_them.texts)


def test_what_cannot_be_read_is_left_out_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "texts", 12)
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(500_000_000)
    with zipfile.ZipFile(folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("word/document.xml", b" " * 400_000_000)
    (folder / "half.docx").write_bytes((folder / "bomb.docx").read_bytes()[:300])
    (folder / "scan.pdf").write_bytes(_scanned_pdf())
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    (folder / "below").symlink_to(folder)
    found = read([folder, tmp_path / "moved.txt"], "en")
    assert len(found.texts) == 12
    assert {skip.path.name for skip in found.skipped} >= {"huge.txt", "bomb.docx", "half.docx", "scan.pdf"}
    assert all(skip.reason and skip.hint for skip in found.skipped)


def test_a_file_that_is_written_or_vanishes_while_it_is_read_spoils_nothing(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "texts", 30)
    stop = threading.Event()

    def disturb() -> None:
        """Write, cut short, and move away what is being read."""
        while not stop.is_set():
            for number in range(20, 30):
                path = folder / f"document-{number:03}.txt"
                path.write_text(document(number) * 2, encoding="utf-8")
                path.write_text(document(number)[:50], encoding="utf-8")
                path.unlink()

    other = threading.Thread(target=disturb)
    other.start()
    try:
        for _ in range(5):
            found = read([folder], "en")
            assert {f"document-{number:03}.txt" for number in range(20)} <= set(found.names)
            assert all(skip.reason for skip in found.skipped)
    finally:
        stop.set()
        other.join()


def test_more_text_than_memory_is_good_for_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_documents(tmp_path / "texts", 12)
    monkeypatch.setattr(selection, "MOST_CHARACTERS", 8000)
    found = read([folder], "en")
    assert sum(map(len, found.texts)) <= 8000
    assert found.skipped[-1].reason.startswith("There is more than enough")


def _scanned_pdf() -> bytes:
    """Return a page without a text layer, as a scanner makes it."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "texts", 12)
    assert select([folder, folder / "document-000.txt"], "en").names == tuple(
        f"document-{n:03}.txt" for n in range(12)
    )


def test_too_little_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(TrainingError) as caught:
        select([write_documents(tmp_path / "texts", 1)], "en")
    assert "words" in caught.value.hint
