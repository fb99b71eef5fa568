"""Saving happens beside the typing, in order, and what went wrong leaves the changes unsaved."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtWidgets import QApplication

from tests.documents.limits import file_limit
from tests.ui.conftest import HELD, KEYS
from tests.ui.sight import Sight
from writer_app.documents.document import Document, save
from writer_app.ui import saver
from writer_app.ui.disk_thread import PATIENCE
from writer_app.ui.questions import Unsaved


@pytest.fixture
def novel(sight: Sight, tmp_path: Path) -> Path:
    path = tmp_path / "novel.txt"
    path.write_text("old")
    sight.open(path)
    return path


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Give the gate of a disk that writes nothing while it is shut; it is open at first."""
    made = threading.Event()
    made.set()

    def wait_and_save(document: Document, text: str) -> Document:
        made.wait()
        return save(document, text)

    monkeypatch.setattr(saver, "save", wait_and_save)
    yield made
    made.set()


@contextmanager
def slow_disk(gate: threading.Event) -> Iterator[None]:
    """Shut the gate."""
    gate.clear()
    try:
        yield
    finally:
        gate.set()


def ask_to_save(sight: Sight) -> None:
    sight.press(KEYS.Key_S, HELD.ControlModifier)


def type_around_saving(sight: Sight, gate: threading.Event) -> None:
    """Type a letter, save, and type another one before the disk is done."""
    with slow_disk(gate):
        sight.type("1")
        ask_to_save(sight)
        sight.type("2")
        gate.set()
        sight.window.saver.wait(sight.window.tabs.current)


def test_what_is_typed_while_saving_stays_unsaved_until_it_is_saved_too(
    sight: Sight, novel: Path, gate: threading.Event
) -> None:
    type_around_saving(sight, gate)
    assert novel.read_text() == "1old"
    assert sight.window.isWindowModified()
    sight.save()
    assert novel.read_text() == "12old"
    assert not sight.window.isWindowModified()


def test_undoing_all_that_was_typed_leaves_a_text_unsaved_that_is_in_no_file(
    sight: Sight, novel: Path, gate: threading.Event
) -> None:
    type_around_saving(sight, gate)
    assert novel.read_text() == "1old"
    while sight.text != "old":
        sight.press(KEYS.Key_Z, HELD.ControlModifier)
    assert sight.window.isWindowModified()


def test_the_newest_of_several_savings_is_what_stays_and_nobody_is_asked(
    sight: Sight, novel: Path, gate: threading.Event
) -> None:
    with slow_disk(gate):
        for letter in "123":
            sight.type(letter)
            ask_to_save(sight)
        gate.set()
        sight.window.saver.wait(sight.window.tabs.current)
    assert novel.read_text() == "123old"
    assert not sight.window.isWindowModified()
    assert sight.questions.asked == []


def test_our_own_saving_is_not_taken_for_anothers_while_it_goes_on(
    sight: Sight, novel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written, gate = threading.Event(), threading.Event()

    def save_and_wait(document: Document, text: str) -> Document:
        saved = save(document, text)
        written.set()
        gate.wait()
        return saved

    monkeypatch.setattr(saver, "save", save_and_wait)
    sight.type("1")
    ask_to_save(sight)
    assert written.wait(5)
    with sight.qtbot.waitSignal(sight.window.tabs.current.watch.looked, timeout=5000):
        sight.window.documents.look_at_disk()
    assert novel.read_text() == "1old"
    assert sight.notices() == []
    gate.set()
    sight.window.saver.wait(sight.window.tabs.current)
    assert sight.notices() == []


def test_a_mistake_of_ours_in_saving_is_told_and_the_text_can_be_saved_again(
    sight: Sight, novel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(saver, "save", lambda _document, _text: 1 / 0)
        sight.type("1")
        sight.save()
    assert "was not saved" in sight.notices()[0]
    assert sight.window.isWindowModified()
    sight.save()
    assert novel.read_text() == "1old"
    assert sight.notices() == []


def test_a_name_that_promises_another_kind_of_document_is_not_given_to_a_text(
    sight: Sight, novel: Path
) -> None:
    word = novel.with_suffix(".docx")
    word.write_bytes(b"a document of Word")
    sight.type("1")
    sight.questions.path = word
    sight.window.documents.save_as()
    sight.window.saver.wait(sight.window.tabs.current)
    (notice,) = sight.shown()
    assert "would not be what its name says" in notice.text
    assert word.read_bytes() == b"a document of Word"
    assert sight.window.tabs.current.path == novel
    sight.questions.path = novel.with_suffix(".md")
    sight.choose(notice, "Save as…")
    sight.window.saver.wait(sight.window.tabs.current)
    assert novel.with_suffix(".md").read_text() == "1old"
    assert sight.notices() == []


def test_closing_waits_for_the_disk(sight: Sight, novel: Path, gate: threading.Event) -> None:
    sight.type("1")
    with slow_disk(gate):
        ask_to_save(sight)
        threading.Timer(0.2, gate.set).start()
        assert sight.window.close()
    assert sight.questions.asked == []
    assert novel.read_text() == "1old"


def test_a_closed_tabs_saving_ends_before_it_goes(sight: Sight, novel: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("other")
    sight.open(tmp_path / "other.txt")
    sight.type("1")
    sight.questions.unsaved = Unsaved.SAVE
    sight.press(KEYS.Key_W, HELD.ControlModifier)
    assert (tmp_path / "other.txt").read_text() == "1other"
    QApplication.processEvents()


def test_a_full_disk_is_told_and_nothing_is_lost(sight: Sight, novel: Path) -> None:
    sight.window.editor.insertPlainText("x" * 10_000)
    with file_limit(4096):
        sight.save()
    assert "not saved" in sight.notices()[0]
    assert sight.window.isWindowModified()
    assert novel.read_text() == "old"
    sight.save()
    assert sight.notices() == []
    assert novel.read_text() == "x" * 10_000 + "old"


def test_a_window_does_not_close_over_text_that_could_not_be_saved(sight: Sight, novel: Path) -> None:
    sight.type("1")
    novel.chmod(0o444)
    sight.questions.unsaved = Unsaved.SAVE
    assert not sight.window.close()
    assert "not saved" in sight.notices()[0]
    novel.chmod(0o644)
    assert sight.window.close()
    assert novel.read_text() == "1old"


@contextmanager
def as_nobody() -> Iterator[None]:
    """Have the rights of somebody who owns nothing, where the tests are run by the superuser."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """Give a folder that everybody may enter and write to."""
    with TemporaryDirectory(prefix="writer-app-tests-") as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


def test_permission_pulled_away_from_a_folder_is_told_and_nothing_is_lost(
    sight: Sight, public_folder: Path
) -> None:
    path = public_folder / "novel.txt"
    path.write_text("old")
    path.chmod(0o666)
    sight.open(path)
    sight.type("1")
    public_folder.chmod(0o555)
    with as_nobody():
        sight.save()
    assert any("you may not do that there" in notice for notice in sight.notices())
    assert sight.window.isWindowModified()
    assert path.read_text() == "old"
    public_folder.chmod(0o777)
    sight.save()
    assert path.read_text() == "1old"
    assert not any("not saved" in notice for notice in sight.notices())


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 64 KiB, where this machine lets one be made."""
    folder = tmp_path / "disk"
    folder.mkdir()
    make = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(make, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be made here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_real_disk_that_is_full_leaves_the_file_whole(sight: Sight, small_disk: Path) -> None:
    path = small_disk / "novel.txt"
    path.write_text("old")
    sight.open(path)
    sight.window.editor.insertPlainText("x" * 100_000)
    sight.save()
    assert "the disk is full" in sight.notices()[0]
    assert sight.window.isWindowModified()
    assert os.listdir(small_disk) == ["novel.txt"]
    assert path.read_text() == "old"
    sight.window.editor.undo()
    sight.type("1")
    sight.save()
    assert path.read_text() == "1old"
    assert sight.notices() == []


@pytest.fixture
def dead_drive(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Give a folder in which no write ends before the test does."""
    folder, gate = tmp_path / "dead", threading.Event()
    folder.mkdir()

    def save_or_wait(document: Document, text: str) -> Document:
        if document.path is not None and document.path.parent == folder:
            gate.wait()
        return save(document, text)

    monkeypatch.setattr(saver, "save", save_or_wait)
    yield folder
    gate.set()


def test_a_drive_that_stalls_holds_up_neither_other_documents_nor_saving_elsewhere(
    sight: Sight, dead_drive: Path, tmp_path: Path
) -> None:
    (dead_drive / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    sight.open(dead_drive / "a.txt")
    sight.type("1")
    ask_to_save(sight)
    stalled = sight.window.tabs.current
    sight.open(tmp_path / "b.txt")
    sight.type("1")
    sight.save()
    assert (tmp_path / "b.txt").read_text() == "1b"
    sight.window.tabs.show_document(stalled)
    sight.questions.path = tmp_path / "c.txt"
    sight.window.documents.save_as()
    sight.window.saver.wait(stalled)
    assert (tmp_path / "c.txt").read_text() == "1a"
    assert not stalled.modified


def test_a_save_that_stalls_counts_as_unsaved_and_the_window_closes_in_time(
    sight: Sight, dead_drive: Path
) -> None:
    (dead_drive / "a.txt").write_text("a")
    sight.open(dead_drive / "a.txt")
    sight.type("1")
    ask_to_save(sight)
    sight.questions.unsaved = Unsaved.SAVE
    assert not sight.window.close()
    assert "its disk does not answer" in sight.notices()[0]
    sight.questions.unsaved = Unsaved.DISCARD
    started = time.monotonic()
    assert sight.window.close()
    assert time.monotonic() - started < 2 * PATIENCE + 1
