"""Drafts: found after a crash, and only after a crash."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.documents.limits import file_limit
from writer_app.documents.autosave import DraftFile, abandoned_drafts
from writer_app.documents.document import Document
from writer_app.documents.replacements import Replacement

WRITER = """
import sys
from pathlib import Path
from tests.documents.limits import file_limit
from writer_app.documents.autosave import DraftFile
from writer_app.documents.document import Document
draft = DraftFile(Path(sys.argv[1]))
draft.write(Document(Path("/novel.txt"), "gb18030", newline="\\r\\n"), ["Chapter 1", "你好 🎈"], [])
print("written", flush=True)
sys.stdin.read()
"""


NAMELESS = Document()


def test_a_killed_programs_draft_is_found_and_a_living_ones_is_not(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdin is not None
    process.stdout.readline()
    assert abandoned_drafts(tmp_path) == []
    process.kill()
    process.wait()
    (draft,) = abandoned_drafts(tmp_path)
    process.stdin.close()
    process.stdout.close()
    assert draft.text == "Chapter 1\n你好 🎈"
    assert draft.document == Document(Path("/novel.txt"), "gb18030", newline="\r\n")
    draft.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_document_that_was_saved_leaves_no_draft(tmp_path: Path) -> None:
    draft = DraftFile(tmp_path)
    draft.write(Document(), ["text"], [])
    draft.discard()
    draft.close()
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_draft_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "x.draft").write_bytes(b"\xff{no json\ntext")
    assert abandoned_drafts(tmp_path) == []


def test_without_a_folder_there_are_no_drafts(tmp_path: Path) -> None:
    assert abandoned_drafts(tmp_path / "none") == []


LINES = st.lists(st.text(st.characters(exclude_characters="\n"), max_size=8), min_size=1, max_size=6)


@settings(deadline=None)  # it waits for the disk
@given(texts=st.lists(LINES, min_size=1, max_size=6), torn=st.integers(0, 400))
@example(texts=[[""], ["", ""]], torn=1)
def test_a_torn_journal_gives_the_text_of_an_earlier_moment(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]], torn: int
) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    draft, sizes, before = DraftFile(folder), list[int](), list[str]()
    for lines in texts:
        draft.write(NAMELESS, lines, [Replacement(0, len(before), tuple(lines))])
        before = lines
        sizes.append(draft._file.stat().st_size)
    draft.release()
    end = max(sizes[0], sizes[-1] - torn)  # the first was put there whole
    with draft._file.open("r+b") as file:
        file.truncate(end)
    (found,) = abandoned_drafts(folder)
    whole = max(number for number, size in enumerate(sizes) if size - 1 <= end)  # or without its line feed
    assert found.text == "\n".join(texts[whole])


def test_what_stands_behind_a_damaged_record_is_not_read(tmp_path: Path) -> None:
    draft, sizes, before = DraftFile(tmp_path), [0], ["one"]
    for lines in (["one"], ["one", "two"], ["one", "two", "three"]):
        draft.write(NAMELESS, lines, [Replacement(0, len(before), tuple(lines))])
        before = lines
        sizes.append(draft._file.stat().st_size)
    draft.release()
    data = bytearray(draft._file.read_bytes())
    data[sizes[2] - 4] ^= 1  # in the record that brings "two"
    draft._file.write_bytes(data)
    assert abandoned_drafts(tmp_path)[0].text == "one"


def test_what_is_written_grows_with_what_is_typed_not_with_the_text(tmp_path: Path) -> None:
    lines = ["a paragraph of some length"] * 50_000
    draft = DraftFile(tmp_path)
    draft.write(NAMELESS, lines, [])
    size = draft._file.stat().st_size
    for number in range(10):
        lines[number] = "changed"
        draft.write(NAMELESS, lines, [Replacement(number, 1, ("changed",))])
    assert draft._file.stat().st_size - size < 1000
    draft.release()
    assert abandoned_drafts(tmp_path)[0].text == "\n".join(lines)


def test_a_long_journal_is_written_anew(tmp_path: Path) -> None:
    draft, long = DraftFile(tmp_path), "x" * 100_000
    for _ in range(40):
        draft.write(NAMELESS, [long], [Replacement(0, 1, (long,))])
    assert draft._file.stat().st_size < 600_000
    draft.close()


def test_after_a_failed_write_the_whole_text_is_written(tmp_path: Path) -> None:
    draft = DraftFile(tmp_path)
    draft.write(NAMELESS, ["one"], [])
    with file_limit(draft._file.stat().st_size + 4), pytest.raises(OSError, match="large"):
        draft.write(NAMELESS, ["two"], [Replacement(0, 1, ("two",))])
    draft.write(NAMELESS, ["three"], [])
    draft.release()
    assert abandoned_drafts(tmp_path)[0].text == "three"


def test_a_failed_write_under_another_name_loses_no_change(tmp_path: Path) -> None:
    draft, renamed = DraftFile(tmp_path), Document(Path("/novel.txt"))
    draft.write(NAMELESS, ["one"], [])
    with file_limit(4), pytest.raises(OSError, match="large"):
        draft.write(renamed, ["two"], [Replacement(0, 1, ("two",))])
    draft.write(NAMELESS, ["two", "three"], [Replacement(1, 0, ("three",))])
    draft.release()
    assert abandoned_drafts(tmp_path)[0].text == "two\nthree"


def test_a_lock_left_without_a_draft_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "x.lock").touch()
    assert abandoned_drafts(tmp_path) == []
    assert list(tmp_path.iterdir()) == []
