"""Which of a layer's many units are shown, and in which order."""

import re
from collections.abc import Sequence

import numpy as np

from writer_app.model.reference import Gates


def liveliest(gates: Gates, count: int) -> list[int]:
    """Return the units whose memory cells move most, ordered by when they are farthest from 0."""
    if not len(gates.cell):
        return list(range(min(count, gates.cell.shape[1])))
    moved = np.abs(np.diff(np.tanh(gates.cell), axis=0, prepend=0)).sum(axis=0)
    chosen = np.argsort(-moved, kind="stable")[:count]
    peaks = np.abs(gates.cell[:, chosen]).argmax(axis=0)
    units: list[int] = chosen[np.argsort(peaks, kind="stable")].tolist()
    return units


def parse_units(text: str, hidden: int) -> list[int]:
    """Return the units that a person named, such as "3, 40-42", each once, as far as there are such."""
    units: dict[int, None] = {}
    for first, last in re.findall(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?", text):
        for unit in range(int(first), min(int(last or first), hidden - 1) + 1):
            units[unit] = None
    return [unit for unit in units if unit < hidden]


class UnitChoice:
    """The units shown of one layer: those chosen, else the liveliest; rows do not jump at each key."""

    def __init__(self) -> None:
        self.chosen: list[int] = []
        self._units: list[int] = []
        self._begins: str | None = None
        self._length = 0

    def units(self, gates: Gates, begins: str, count: int) -> Sequence[int]:
        """Return `count` units to show for a sentence; they change with it, and once it has doubled."""
        if self.chosen:
            return self.chosen
        length = len(gates.cell)
        if begins != self._begins or length >= 2 * self._length or len(self._units) != count:
            self._begins, self._length = begins, max(length, 1)
            self._units = liveliest(gates, count)
        return self._units

    def toggle(self, unit: int) -> None:
        """Choose a unit, or no longer."""
        if unit in self.chosen:
            self.chosen.remove(unit)
        else:
            self.chosen.append(unit)
