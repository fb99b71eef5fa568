"""Statistics: numbers by day, kept and bounded."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from writer_app.documents.kept_file import keep
from writer_app.documents.statistics import LIMIT, Day, Statistics

TODAY = date(2026, 3, 1)


def kept(file: Path) -> Statistics:
    return Statistics(file, today=lambda: TODAY)


def test_numbers_add_up_by_day_and_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "state" / "statistics.json"
    statistics = kept(file)
    statistics.add(Day(shown=1))
    statistics.add(Day(taken=1, saved=11))
    keep(statistics.file, statistics.content())
    later = Statistics(file, today=lambda: TODAY + timedelta(days=1))
    later.add(Day(shown=2))
    assert later.days == {TODAY: Day(1, 1, 11), TODAY + timedelta(days=1): Day(2)}
    assert later.total() == Day(3, 1, 11)


def test_the_file_does_not_grow_without_end(tmp_path: Path) -> None:
    statistics = kept(tmp_path / "statistics.json")
    statistics.days = {TODAY - timedelta(days=back): Day(1) for back in range(LIMIT + 50)}
    keep(statistics.file, statistics.content())
    assert min(kept(tmp_path / "statistics.json").days) == TODAY - timedelta(days=LIMIT - 1)


@pytest.mark.parametrize("content", ["", "[]", '{"x": 1}', '{"2026-03-01": {"words": 1}}'])
def test_an_unreadable_file_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "statistics.json").write_text(content)
    assert kept(tmp_path / "statistics.json").days == {}
