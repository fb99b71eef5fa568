"""Drafts: found after a crash, and only after a crash."""

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from writer_app.documents.autosave import DraftFile, abandoned_drafts
from writer_app.documents.document import Document

WRITER = """
import sys
from pathlib import Path
from writer_app.documents.autosave import DraftFile
from writer_app.documents.document import Document
draft = DraftFile(Path(sys.argv[1]))
draft.write(Document(Path("/novel.txt"), "gb18030", newline="\\r\\n"), "Chapter 1\\n你好 🎈")
print("written", flush=True)
sys.stdin.read()
"""


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
    draft.write(Document(), "text")
    draft.discard()
    draft.close()
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_draft_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "x.draft").write_bytes(b"\xff{no json\ntext")
    assert abandoned_drafts(tmp_path) == []


def test_without_a_folder_there_are_no_drafts(tmp_path: Path) -> None:
    assert abandoned_drafts(tmp_path / "none") == []


@given(text=st.text(st.characters(), max_size=50))
def test_any_text_comes_back(tmp_path_factory: "object", text: str) -> None:
    folder = tmp_path_factory.mktemp("drafts")  # type: ignore[attr-defined]
    draft = DraftFile(folder)
    draft.write(Document(), text)
    os.close(draft._lock or 0)  # as the system does when the program dies
    assert [found.text for found in abandoned_drafts(folder)] == [text]
