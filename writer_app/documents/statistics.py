"""What suggestions were good for, day by day: three numbers a day and never a word of the text."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from writer_app.documents.kept_file import kept

LIMIT = 400  # days


@dataclass(frozen=True, slots=True)
class Day:
    """How many suggestions were shown and taken, and how many keys that spared."""

    shown: int = 0
    taken: int = 0
    saved: int = 0

    def __add__(self, other: "Day") -> "Day":
        return Day(self.shown + other.shown, self.taken + other.taken, self.saved + other.saved)


class Statistics:
    """The numbers of all days, kept in one file; an unreadable one counts as none."""

    def __init__(self, file: Path, today: Callable[[], date] = date.today) -> None:
        self.file = file
        self.today = today
        self.days = self._read()

    def add(self, more: Day) -> None:
        """Add to the numbers of today."""
        today = self.today()
        self.days[today] = self.days.get(today, Day()) + more

    def total(self) -> Day:
        """Return the sum over all days."""
        return sum(self.days.values(), Day())

    def content(self) -> object:
        """Return what is to be kept."""
        return {day.isoformat(): asdict(numbers) for day, numbers in sorted(self.days.items())[-LIMIT:]}

    def clear(self) -> None:
        """Forget everything."""
        self.days.clear()

    def _read(self) -> dict[date, Day]:
        try:
            return {date.fromisoformat(day): Day(**numbers) for day, numbers in kept(self.file).items()}
        except (ValueError, TypeError, AttributeError):
            return {}
