"""What disks, clocks, names and other programs do: the text stays, and the person is told."""

import os
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import HELD, KEYS
from tests.ui.sight import Opener, Sight
from writer_app.documents.session import read_session
from writer_app.paths import Places


@pytest.fixture
def novel(sight: Sight, tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "novel.txt"
    path.parent.mkdir()
    path.write_text("old")
    sight.open(path)
    return path


def test_a_file_that_became_a_folder_is_told_and_the_text_is_saved_elsewhere(
    sight: Sight, novel: Path, tmp_path: Path
) -> None:
    sight.type("1")
    novel.unlink()
    novel.mkdir()
    sight.questions.consent = True  # for what another program did
    sight.save()
    assert any("it is a folder" in notice for notice in sight.notices())
    assert sight.window.isWindowModified()
    assert os.listdir(novel.parent) == ["novel.txt"]
    sight.questions.path = tmp_path / "elsewhere.txt"
    sight.window.documents.save_as()
    sight.window.saver.wait(sight.window.tabs.current)
    assert (tmp_path / "elsewhere.txt").read_text() == "1old"
    assert sight.notices() == []


def test_a_folder_that_is_gone_is_told_and_saving_works_once_it_is_back(sight: Sight, novel: Path) -> None:
    sight.type("1")
    novel.unlink()
    novel.parent.rmdir()
    sight.questions.consent = True
    sight.save()
    assert any("does not exist" in notice for notice in sight.notices())
    assert sight.window.isWindowModified()
    novel.parent.mkdir()
    sight.save()
    assert novel.read_text() == "1old"


def test_a_link_stays_a_link_and_rights_stay_as_they_were(sight: Sight, tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    sight.open(link)
    sight.type("1")
    sight.save()
    assert link.is_symlink()
    assert target.read_text() == "1old"
    assert target.stat().st_mode & 0o777 == 0o640


NAMES = [
    "e\u0301tude – 你好 🎈.txt",  # an accent of its own, Chinese, an emoji
    "\u202etxt.right to left",
    "two\nlines.txt",
    "  spaces  ",
    "&amp; <b>not bold.txt",
    "-rf.txt",
    "長" * 83 + "abc.md",  # 255 bytes, the longest name there is
    os.fsdecode(b"latin-1 \xe9\xff.txt"),  # no Unicode at all
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_file_of_any_name_is_opened_saved_watched_and_found_again(
    open_window: Opener, places: Places, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text("old")
    first = open_window()
    first.open(path)
    first.type("1")
    first.save()
    assert path.read_text() == "1old"
    first.window.finish()
    assert [place.path for place in read_session(places.state / "session.json").places] == [str(path)]
    sight = open_window()
    sight.window.restore_session()
    sight.wait_until_read()
    assert sight.text == "1old"
    path.write_text("by another")
    sight.window.documents.look_at_disk()
    sight.qtbot.waitUntil(lambda: len(sight.notices()) == 1, timeout=5000)


def test_a_path_as_deep_as_paths_can_be_is_saved(sight: Sight, tmp_path: Path) -> None:
    folder = tmp_path
    while len(str(folder)) < 3900:
        folder /= "d" * 150
    try:
        folder.mkdir(parents=True)
    except OSError:
        pytest.skip("no such path can be made here")
    (folder / "deep.txt").write_text("old")
    sight.open(folder / "deep.txt")
    sight.type("1")
    sight.save()
    assert (folder / "deep.txt").read_text() == "1old"


def test_a_clock_that_was_set_back_hides_no_change_and_loses_no_version(sight: Sight, novel: Path) -> None:
    sight.type("1")
    sight.save()
    novel.write_text("by another")
    os.utime(novel, (1, 1))  # in 1970
    sight.window.documents.look_at_disk()
    sight.qtbot.waitUntil(lambda: len(sight.notices()) == 1, timeout=5000)
    assert "changed by another program" in sight.notices()[0]


def save(sight: Sight) -> None:
    """Save from the menu: without a display, keys come to one window only."""
    sight.window.documents.save()
    sight.window.saver.wait(sight.window.tabs.current)


def test_two_windows_on_one_file_never_overwrite_each_other_without_a_question(
    open_window: Opener, tmp_path: Path
) -> None:
    path = tmp_path / "novel.txt"
    path.write_text("old")
    one, other = open_window(), open_window()
    for sight in (one, other):
        sight.open(path)
    one.type("one ")
    save(one)
    other.type("other ")
    save(other)
    assert other.questions.asked == ["overwrite novel.txt"]
    assert path.read_text() == "one old"
    other.questions.consent = True
    save(other)
    assert path.read_text() == "other old"
    one.window.documents.look_at_disk()
    one.qtbot.waitUntil(lambda: len(one.notices()) == 1, timeout=5000)
    assert one.text == "one old"


def test_a_file_deleted_while_it_is_open_counts_as_unsaved(sight: Sight, novel: Path) -> None:
    novel.unlink()
    sight.qtbot.waitUntil(sight.window.isWindowModified, timeout=5000)
    assert sight.text == "old"
    started = time.monotonic()
    sight.press(KEYS.Key_S, HELD.ControlModifier)
    sight.window.saver.wait(sight.window.tabs.current)
    assert novel.read_text() == "old"
    assert time.monotonic() - started < 5


def test_undoing_does_not_make_a_text_saved_whose_file_is_gone(sight: Sight, novel: Path) -> None:
    sight.type("1")
    novel.unlink()
    sight.qtbot.waitUntil(lambda: len(sight.notices()) == 1, timeout=5000)
    sight.press(KEYS.Key_Z, HELD.ControlModifier)
    assert sight.text == "old"
    assert sight.window.isWindowModified()
    assert not sight.window.close()
    assert sight.questions.asked == ["unsaved novel.txt"]


def test_what_no_text_file_can_hold_is_left_out_of_what_is_pasted(sight: Sight, novel: Path) -> None:
    QApplication.clipboard().setText("a\0b\n")
    sight.window.editor.paste()
    sight.save()
    assert novel.read_text() == "ab\nold"
    sight.window.documents.close_current()
    sight.open(novel)
    assert sight.text == "ab\nold"
