"""How many words were written on which day, and the goals of documents; never a word of the text."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from writer_app.documents.kept_file import kept

LIMIT = 400  # days and documents


class WritingLog:
    """Numbers kept in one file in the person's folder; an unreadable file counts as none."""

    def __init__(self, file: Path, today: Callable[[], date] = date.today) -> None:
        self.file = file
        self.today = today
        self._days: dict[date, int] = {}
        self._goals: dict[str, int] = {}
        self._read()

    @property
    def empty(self) -> bool:
        """Is nothing kept?"""
        return not self._days and not self._goals

    def add(self, words: int) -> None:
        """Add to what was written today; what is deleted again counts back."""
        today = self.today()
        self._days[today] = self._days.get(today, 0) + words

    def on(self, day: date) -> int:
        """Return how many words a day brought; one of deleting brought none."""
        return max(0, self._days.get(day, 0))

    def lately(self, days: int) -> list[tuple[date, int]]:
        """Return the last days, today last."""
        today = self.today()
        return [
            (day, self.on(day)) for back in range(days - 1, -1, -1) for day in [today - timedelta(days=back)]
        ]

    def days_in_a_row(self, goal: int) -> int:
        """Return for how many days the goal was reached without a gap; today counts once it is."""
        day, row = self.today(), 0
        if self.on(day) < goal:
            day -= timedelta(days=1)
        while goal and self.on(day) >= goal:
            day, row = day - timedelta(days=1), row + 1
        return row

    def goal(self, document: Path | None) -> int:
        """Return how many words a document is to have; 0 is no goal."""
        return self._goals.get(str(document), 0)

    def set_goal(self, document: Path, words: int) -> None:
        """Set the goal of a document; 0 takes it away."""
        self._goals.pop(str(document), None)
        if words:
            self._goals[str(document)] = words

    def content(self) -> object:
        """Return what is to be kept."""
        days = {day.isoformat(): words for day, words in sorted(self._days.items())[-LIMIT:]}
        return {"days": days, "goals": dict(list(self._goals.items())[-LIMIT:])}

    def clear(self) -> None:
        """Forget everything."""
        self._days.clear()
        self._goals.clear()

    def _read(self) -> None:
        stored = kept(self.file)
        try:
            self._days = {date.fromisoformat(day): int(words) for day, words in stored["days"].items()}
            self._goals = {str(path): int(words) for path, words in stored["goals"].items()}
        except (ValueError, TypeError, KeyError, AttributeError):
            self.clear()
