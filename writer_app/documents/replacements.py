"""Changes of a text, by whole paragraphs: small to keep, and enough to make the text again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replacement:
    """`removed` paragraphs, from the one numbered `first`, gave way to `lines`."""

    first: int
    removed: int
    lines: tuple[str, ...]


def applied(lines: Iterable[str], replacements: Iterable[Replacement]) -> list[str]:
    """Return `lines` after all the replacements, in their order."""
    result = list(lines)
    for change in replacements:
        result[change.first : change.first + change.removed] = change.lines
    return result


class ChangeCollector:
    """Collects what changed since it was last asked; changes that touch become one."""

    def __init__(self) -> None:
        self._done: list[Replacement] = []
        self._growing: tuple[int, int, int] | None = None  # first, removed, added

    def note(self, first: int, removed: int, added: int, lines: Sequence[str]) -> None:
        """Take notice that paragraphs were replaced; `lines` are all of the text after it."""
        if self._growing is not None:
            start, old, new = self._growing
            if first <= start + new and first + removed >= start:
                low, high = min(start, first), max(start + new, first + removed)
                self._growing = low, old + high - low - new, high - low - removed + added
                return
            now_at = start if first > start else start + added - removed
            self._done.append(Replacement(start, old, tuple(lines[now_at : now_at + new])))
        self._growing = first, removed, added

    def take(self, lines: Sequence[str]) -> list[Replacement]:
        """Return what changed, and begin anew; `lines` are all of the text now."""
        if self._growing is not None:
            start, old, new = self._growing
            self._done.append(Replacement(start, old, tuple(lines[start : start + new])))
        taken, self._done, self._growing = self._done, [], None
        return taken
