"""Numbers are kept beside the typing, in the order in which that was asked for."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from writer_app.documents.kept_file import kept
from writer_app.documents.statistics import Day, Statistics
from writer_app.ui.disk_thread import DiskThread
from writer_app.ui.number_keeper import NumberKeeper


@pytest.fixture
def disk(qapp: object) -> Iterator[DiskThread]:
    thread = DiskThread("own files")
    yield thread
    thread.stop()


@pytest.fixture
def statistics(tmp_path: Path) -> Statistics:
    made = Statistics(tmp_path / "statistics.json")
    made.add(Day(shown=1))
    return made


def test_a_slow_disk_is_not_waited_for_and_gets_the_numbers_of_the_moment(
    statistics: Statistics, disk: DiskThread
) -> None:
    parent, gate = QObject(), threading.Event()
    disk.submit(parent, gate.wait, lambda _: None)
    keeper = NumberKeeper(statistics, disk, parent)
    keeper.write()
    statistics.add(Day(shown=5))
    assert not statistics.file.exists()
    gate.set()
    disk.stop()
    assert [day["shown"] for day in kept(statistics.file).values()] == [1]


def test_deleting_leaves_nothing_on_the_disk_even_where_a_writing_is_on_its_way(
    statistics: Statistics, disk: DiskThread, tmp_path: Path
) -> None:
    parent, gate = QObject(), threading.Event()
    disk.submit(parent, gate.wait, lambda _: None)
    keeper = NumberKeeper(statistics, disk, parent)
    keeper.write()
    keeper.delete()
    gate.set()
    disk.stop()
    assert list(tmp_path.iterdir()) == []
    assert statistics.total() == Day()


def test_what_was_not_written_yet_is_at_the_end_and_only_that(
    statistics: Statistics, disk: DiskThread
) -> None:
    parent = QObject()
    keeper = NumberKeeper(statistics, disk, parent)
    keeper.finish()
    disk.stop()
    assert not statistics.file.exists()
    again = DiskThread("own files")
    keeper = NumberKeeper(statistics, again, parent)
    keeper.changed()
    keeper.finish()
    again.stop()
    assert statistics.file.exists()
