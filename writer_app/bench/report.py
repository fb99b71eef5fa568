"""Figures against their limits, as tables for people and as JSON for programs; one way for every bench."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import east_asian_width

Cell = str | int | float | None
Rows = tuple[tuple[Cell, ...], ...]


class Goal(StrEnum):
    """On which side of its limit a figure should be."""

    AT_MOST = "at most"
    AT_LEAST = "at least"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number; without a limit it is only for information."""

    name: str
    value: float
    unit: str = ""
    limit: float | None = None
    goal: Goal = Goal.AT_MOST

    @property
    def met(self) -> bool | None:
        """Whether the limit is kept; None where there is none."""
        if self.limit is None:
            return None
        if self.goal is Goal.AT_MOST:
            return self.value <= self.limit
        return self.value >= self.limit  # NaN keeps no limit on either side


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under named columns."""

    title: str
    columns: tuple[str, ...]
    rows: Rows


@dataclass(frozen=True, slots=True)
class Report:
    """What one bench found out, with notes on what was skipped and why."""

    title: str
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


def as_text(report: Report) -> str:
    """Return the report for a terminal: figures, tables, notes."""
    parts = [report.title]
    if report.figures:
        parts.append(_aligned([_figure_cells(figure) for figure in report.figures]))
    for table in report.tables:
        cells = [list(table.columns), *([_shown(cell) for cell in row] for row in table.rows)]
        parts.append(f"{table.title}\n{_aligned(cells)}")
    if report.notes:
        parts.append("\n".join(f"  {note}" for note in report.notes))
    return "\n\n".join(parts)


def as_json(reports: Iterable[Report]) -> str:
    """Return one JSON object: the reports by title, and whether every limit is kept."""
    reports = tuple(reports)
    met = [figure.met for report in reports for figure in report.figures if figure.limit is not None]
    content = {"ok": all(met), "reports": {report.title: _plain(report) for report in reports}}
    return json.dumps(content, ensure_ascii=False, allow_nan=False)


def _plain(report: Report) -> dict[str, object]:
    return {
        "figures": {
            figure.name: {
                "value": finite(figure.value),
                "unit": figure.unit,
                "limit": figure.limit,
                "goal": str(figure.goal),
                "met": figure.met,
            }
            for figure in report.figures
        },
        "tables": {
            table.title: [dict(zip(table.columns, map(finite, row), strict=True)) for row in table.rows]
            for table in report.tables
        },
        "notes": list(report.notes),
    }


def finite(cell: Cell) -> Cell:
    """Return what JSON can hold of a cell, which knows neither NaN nor infinity."""
    return None if isinstance(cell, float) and not math.isfinite(cell) else cell


def _figure_cells(figure: Figure) -> list[str]:
    if figure.limit is None:
        return [figure.name, _shown(figure.value), figure.unit, "", ""]
    limit = f"{figure.goal} {_shown(figure.limit)}"
    return [figure.name, _shown(figure.value), figure.unit, limit, "met" if figure.met else "MISSED"]


def _shown(cell: Cell) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, str):
        return cell
    if isinstance(cell, int) or abs(cell) >= 1000:
        return f"{cell:,.0f}"
    return f"{cell:.4g}"


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(f"  {line.rstrip()}" for line in lines)


def _width(text: str) -> int:
    """Chinese characters take two columns of a terminal."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
