"""The log of what was written: numbers by day, whatever happens to the file."""

from datetime import date, timedelta
from pathlib import Path

from writer_app.documents.kept_file import keep
from writer_app.documents.writing_log import WritingLog

TODAY = date(2026, 3, 1)


def log(file: Path, today: date = TODAY) -> WritingLog:
    return WritingLog(file, lambda: today)


def test_days_are_kept_for_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "data" / "writing.json"
    first = log(file, TODAY - timedelta(days=1))
    first.add(30)
    keep(first.file, first.content())
    second = log(file)
    second.add(12)
    second.add(-2)
    assert second.lately(3) == [
        (date(2026, 2, 27), 0),
        (date(2026, 2, 28), 30),
        (TODAY, 10),
    ]


def test_a_day_of_deleting_brought_nothing_and_takes_nothing_from_others(tmp_path: Path) -> None:
    kept = log(tmp_path / "writing.json")
    kept.add(-40)
    assert kept.on(TODAY) == 0
    kept.add(50)
    assert kept.on(TODAY) == 10


def test_days_in_a_row_hold_until_today_is_over(tmp_path: Path) -> None:
    file = tmp_path / "writing.json"
    for back in (3, 2, 1):
        day = log(file, TODAY - timedelta(days=back))
        day.add(100)
        keep(day.file, day.content())
    today = log(file)
    assert today.days_in_a_row(100) == 3
    today.add(100)
    assert today.days_in_a_row(100) == 4
    assert today.days_in_a_row(101) == 0
    assert today.days_in_a_row(0) == 0


def test_a_document_has_a_goal_until_it_is_taken_away(tmp_path: Path) -> None:
    file, novel = tmp_path / "writing.json", Path("/novel.md")
    kept = log(file)
    kept.set_goal(novel, 80_000)
    keep(kept.file, kept.content())
    again = log(file)
    assert again.goal(novel) == 80_000
    assert again.goal(None) == 0
    again.set_goal(novel, 0)
    assert again.empty


def test_a_broken_file_counts_as_none(tmp_path: Path) -> None:
    file = tmp_path / "writing.json"
    for broken in ("{", "[]", '{"days": {"no day": 1}, "goals": {}}', '{"days": 3}'):
        file.write_text(broken)
        assert log(file).empty
