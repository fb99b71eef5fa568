"""Write beside, then replace."""

import os
import stat
from pathlib import Path

import pytest

from writer_app.atomic import replacing


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    with replacing(path) as scratch:
        scratch.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert os.listdir(tmp_path) == ["file"]


def test_after_an_error_the_old_file_is_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    with pytest.raises(RuntimeError, match="half way"), replacing(path) as scratch:  # noqa: PT012 - the case
        scratch.write_text("ne")
        raise RuntimeError("half way")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["file"]


def test_two_who_write_the_same_file_at_once_do_not_meet(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with replacing(path) as one:
        one.write_text("one and more")
        with replacing(path) as other:
            other.write_text("other")
        assert path.read_text() == "other"
    assert path.read_text() == "one and more"
    assert os.listdir(tmp_path) == ["file"]


def test_a_link_that_lies_in_the_way_is_not_written_through(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    (tmp_path / ".file.new").symlink_to(precious)
    with replacing(tmp_path / "file") as scratch:
        scratch.write_text("new")
    assert (tmp_path / "file").read_text() == "new"
    assert precious.read_text() == "precious"


def test_what_a_killed_program_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / ".file.new"
    left.write_text("half")
    os.utime(left, (1, 1))
    with replacing(tmp_path / "file") as scratch:
        scratch.write_text("new")
    assert os.listdir(tmp_path) == ["file"]


def test_nobody_can_read_what_is_written_who_may_not_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "diary"
    path.write_text("old")
    path.chmod(0o600)
    with replacing(path) as scratch:
        scratch.write_text("new")
        assert stat.S_IMODE(scratch.stat().st_mode) == 0o600


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    (tmp_path / "usual").write_text("")
    with replacing(tmp_path / "file") as scratch:
        scratch.write_text("new")
    assert (tmp_path / "file").stat().st_mode == (tmp_path / "usual").stat().st_mode
