"""Versions come back as they were, and there are never too many of them."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.limits import file_limit
from writer_app.documents.history import MOST, MOST_BYTES, OLDEST, History, Version, superfluous
from writer_app.errors import DocumentError

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def test_versions_come_back_newest_first_and_each_once(tmp_path: Path) -> None:
    history, path = History(tmp_path / "history"), tmp_path / "novel.txt"
    for number, text in enumerate(("one", "two 你好", "two 你好", "one")):
        history.add(path, text, NOW + timedelta(seconds=number))
    assert [version.text() for version in history.versions(path)] == ["one", "two 你好", "one"]
    assert history.versions(tmp_path / "other.txt") == []


def test_an_emptied_page_is_no_version(tmp_path: Path) -> None:
    history, path = History(tmp_path / "history"), tmp_path / "novel.txt"
    history.add(path, "", NOW)
    history.add(path, "text", NOW)
    history.add(path, "", NOW + timedelta(minutes=1))
    assert [version.text() for version in history.versions(path)] == ["text"]


def test_a_link_has_the_history_of_what_it_points_to(tmp_path: Path) -> None:
    history = History(tmp_path / "history")
    (tmp_path / "novel.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "novel.txt")
    history.add(tmp_path / "link.txt", "text")
    assert len(history.versions(tmp_path / "novel.txt")) == 1


def test_a_damaged_version_says_so_and_leaves_the_others(tmp_path: Path) -> None:
    history, path = History(tmp_path / "history"), tmp_path / "novel.txt"
    history.add(path, "old", NOW)
    history.add(path, "new", NOW + timedelta(hours=1))
    newest, oldest = history.versions(path)
    newest.file.write_bytes(newest.file.read_bytes()[:9])
    with pytest.raises(DocumentError) as error:
        newest.text()
    assert error.value.hint
    assert oldest.text() == "old"
    history.add(path, "newer", NOW + timedelta(hours=2))
    assert history.versions(path)[0].text() == "newer"


def test_a_full_disk_takes_no_earlier_version_away(tmp_path: Path) -> None:
    history, path = History(tmp_path / "history"), tmp_path / "novel.txt"
    history.add(path, "old", NOW)
    with file_limit(16), pytest.raises(OSError, match="large"):
        history.add(path, "".join(map(chr, range(200, 900))), NOW + timedelta(hours=1))
    assert [version.text() for version in history.versions(path)] == ["old"]


AGES = st.lists(st.integers(0, 500 * 86_400), max_size=400)


@given(ages=AGES, size=st.integers(1, 3 * 1024 * 1024))
def test_versions_are_bounded_in_number_bytes_and_age_and_the_last_stays(ages: list[int], size: int) -> None:
    versions = [Version(Path(str(n)), NOW - timedelta(seconds=age), size) for n, age in enumerate([0, *ages])]
    gone = superfluous(versions, NOW)
    kept = sorted((v for v in versions if v not in gone), key=lambda v: v.time)
    assert kept[-1].time == NOW
    assert len(kept) <= MOST
    assert sum(version.size for version in kept) <= MOST_BYTES
    assert all(NOW - version.time <= OLDEST for version in kept)
    assert superfluous(kept, NOW) == []


def test_of_a_day_of_writing_every_ten_minutes_stay(tmp_path: Path) -> None:
    versions = [Version(Path(str(n)), NOW - timedelta(minutes=n), 1000) for n in range(12 * 60)]
    gone = superfluous(versions, NOW)
    kept = [v for v in versions if v not in gone]
    assert len([v for v in kept if NOW - v.time < timedelta(hours=1)]) == 60
    older = [v.time for v in kept if NOW - v.time > timedelta(hours=1)]
    assert len(older) > 30
    assert all(later - earlier >= timedelta(minutes=10) for later, earlier in pairwise(older))


def test_what_never_had_a_name_and_was_given_up_long_ago_is_taken_away(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.add("old", "given up")
    history.add("new", "being written", datetime.now(UTC) + timedelta(days=20))
    assert [folder.name for folder in sorted(tmp_path.iterdir())] == ["untitled-new", "untitled-old"]
    history.add("newer", "being written", datetime.now(UTC) + timedelta(days=32))
    assert [folder.name for folder in tmp_path.iterdir()] == ["untitled-newer"]
