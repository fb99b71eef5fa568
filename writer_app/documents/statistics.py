"""What suggestions were good for, day by day: three numbers a day and never a word of the text."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from writer_app.atomic import replacing

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
        self._file = file
        self.today = today
        self.days = self._read()

    def add(self, more: Day) -> None:
        """Add to the numbers of today."""
        today = self.today()
        self.days[today] = self.days.get(today, Day()) + more

    def total(self) -> Day:
        """Return the sum over all days."""
        return sum(self.days.values(), Day())

    def write(self) -> None:
        """Keep the numbers; they are worth no error message."""
        kept = dict(sorted(self.days.items())[-LIMIT:])
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._file) as scratch:
                scratch.write_text(json.dumps({day.isoformat(): asdict(kept[day]) for day in kept}))
        except OSError:
            return

    def delete(self) -> None:
        """Forget everything, on the disk too."""
        self.days.clear()
        self._file.unlink(missing_ok=True)

    def _read(self) -> dict[date, Day]:
        try:
            stored = json.loads(self._file.read_text(encoding="utf-8"))
            return {date.fromisoformat(day): Day(**numbers) for day, numbers in stored.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}
