"""An inspection as a table for other programs: one row for each layer, token and unit."""

from collections.abc import Iterator

from writer_app.engine.inspector import Inspection

COLUMNS = (
    "layer", "token", "text", "bits", "unit",
    "input_gate", "forget_gate", "output_gate", "candidate", "cell", "hidden",
)  # fmt: skip


def rows(inspection: Inspection) -> Iterator[tuple[str | int | float, ...]]:
    """Yield the rows under `COLUMNS`; layers and tokens are counted from 1, units from 0."""
    for number, gates in enumerate(inspection.layers, start=1):
        values = [getattr(gates, name) for name in COLUMNS[5:]]
        for index, text in enumerate(inspection.tokens):
            bits = round(float(inspection.bits[index]), 4)
            for unit in range(gates.cell.shape[1]):
                yield number, index + 1, text, bits, unit, *(round(float(v[index, unit]), 6) for v in values)
