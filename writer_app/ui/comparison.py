"""A version compared with the text of now, on a thread, and given up when nobody waits for it."""

import threading
from dataclasses import dataclass

from writer_app.documents.difference import Changed, Kind, Unchanged, difference
from writer_app.documents.history import Version
from writer_app.errors import DocumentError
from writer_app.ui.paragraphs import joined

MOST_PLACES = 400  # that are shown


@dataclass(frozen=True, slots=True)
class Comparison:
    """The version's text, what changed since, and how much that is."""

    text: str
    parts: tuple[Unchanged | Changed, ...]  # up to the last place that is shown
    places: int
    added: int
    removed: int


class Comparing:
    """One comparison; `cancel` ends it at the next passage."""

    def __init__(self, version: Version, now: list[str]) -> None:
        self._version = version
        self._now = now
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Nobody waits for it any more."""
        self._cancelled.set()

    def run(self) -> Comparison | DocumentError | None:
        """Compare, on the thread; None where it was given up."""
        try:
            text = self._version.text()
        except DocumentError as error:
            return error
        parts, places, added, removed = list[Unchanged | Changed](), 0, 0, 0
        for part in difference(text, joined(self._now)):
            if self._cancelled.is_set():
                return None
            if isinstance(part, Changed):
                places += 1
                added += part.words(Kind.ADDED)
                removed += part.words(Kind.REMOVED)
            if places <= MOST_PLACES:
                parts.append(part)
        return Comparison(text, tuple(parts), places, added, removed)
