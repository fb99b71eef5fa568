"""A file comes back as it was: its encoding, its line ends, its permissions, its place."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.limits import file_limit
from writer_app.documents.document import (
    Document,
    UnsupportedCharacterError,
    changed_on_disk,
    load,
    save,
    stamp_on_disk,
)
from writer_app.errors import DocumentError

ENGLISH = "“Café au lait”, she said – naïve, déjà vu. It costs 5 €.\nAnother line.\n"
CHINESE = "我们今天去公园散步，天气很好。\n孩子们在草地上奔跑，老人坐在长椅上聊天。\n"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (ENGLISH.encode(), ENGLISH, "utf-8"),
        (b"\xef\xbb\xbf" + ENGLISH.encode(), ENGLISH, "utf-8"),
        (ENGLISH.encode("utf-16"), ENGLISH, "utf-16-le"),
        (b"\xfe\xff" + ENGLISH.encode("utf-16-be"), ENGLISH, "utf-16-be"),
        (ENGLISH.encode("cp1252"), ENGLISH, "cp1252"),
        (CHINESE.encode("gb18030"), CHINESE, "gb18030"),
        (b"", "", "utf-8"),
        (b"plain", "plain", "utf-8"),
    ],
    ids=["UTF-8", "UTF-8 with mark", "UTF-16", "UTF-16 BE", "Windows-1252", "GB 18030", "empty", "ASCII"],
)
def test_an_encoding_is_detected_and_kept(tmp_path: Path, data: bytes, text: str, encoding: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    document, read = load(path)
    assert read == text
    assert document.encoding.replace("_", "-") == encoding
    save(document, read)
    assert path.read_bytes() == data


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_are_kept(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(newline.join(["one", "two", ""]).encode())
    document, text = load(path)
    assert text == "one\ntwo\n"
    save(document, text + "three\n")
    assert path.read_bytes() == newline.join(["one", "two", "three", ""]).encode()


def test_unicodes_own_mark_between_paragraphs_is_a_line_end_among_others(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("one\u2029two\nthree")
    document, text = load(path)
    assert text == "one\ntwo\nthree"
    assert document.mixed


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=80) | st.text("a\n\r\u2028\u2029\x0b\x0c\x85\u00a0é").map(str.encode))
def test_whatever_opens_is_saved_byte_for_byte_where_its_lines_end_alike(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(data)
    try:
        document, text = load(path)
    except DocumentError as error:
        assert error.hint  # noqa: PT017 - either outcome is right, as long as it says what to do
        return
    if not document.mixed:
        save(document, text)
        assert path.read_bytes() == data


def test_what_is_no_text_is_refused_with_a_hint(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0")
    with pytest.raises(DocumentError) as error:
        load(path)
    assert "not a text file" in str(error.value)
    assert error.value.hint


def test_a_missing_file_and_a_folder_are_explained(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="does not exist"):
        load(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="folder"):
        load(tmp_path)


def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("old")
    path.chmod(0o640)
    save(load(path)[0], "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_saving_through_a_link_changes_what_it_points_to(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    save(load(link)[0], "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_read_only_file_is_left_alone_and_the_reason_said(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(DocumentError, match="may not") as error:
        save(load(path)[0], "new")
    assert error.value.hint
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["text.txt"]


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("old")
    document, _ = load(path)
    with file_limit(4096), pytest.raises(DocumentError, match="not saved"):
        save(document, "new" * 5000)
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["text.txt"]


def test_a_character_that_the_encoding_lacks_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(ENGLISH.encode("cp1252"))
    document, text = load(path)
    with pytest.raises(UnsupportedCharacterError, match="你"):
        save(document, text + "你好")
    assert path.read_bytes() == ENGLISH.encode("cp1252")


def test_another_programs_change_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("mine")
    document, _ = load(path)
    assert not changed_on_disk(document)
    document = save(document, "mine too")
    assert not changed_on_disk(document)
    path.write_text("theirs, and longer")
    assert changed_on_disk(document)
    assert not changed_on_disk(replace(document, stamp=stamp_on_disk(document)))
    path.unlink()
    assert changed_on_disk(document)


def test_a_new_document_has_no_file_that_could_have_changed(tmp_path: Path) -> None:
    assert not changed_on_disk(Document())
    assert save(Document(tmp_path / "new.txt"), "text").stamp is not None


SAVER = """
import sys
from pathlib import Path
from writer_app.documents.document import load, save
document, _ = load(Path(sys.argv[1]))
print("ready", flush=True)
number = 0
while True:
    number += 1
    save(document, f"{number % 10}" * 400_000)
"""


def test_a_file_is_whole_whenever_the_program_is_killed_while_saving(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("0" * 400_000)
    for moment in range(6):
        process = subprocess.Popen([sys.executable, "-c", SAVER, str(path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.011 * moment)  # not waiting for anything: a moment to be killed at
        process.kill()
        process.wait()
        process.stdout.close()
        text = path.read_text()
        assert len(text) == 400_000
        assert len(set(text)) == 1
