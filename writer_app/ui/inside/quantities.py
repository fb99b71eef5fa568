"""What the dock shows of each unit, and the equation that it comes from, with the numbers of one cell."""

import math
from dataclasses import dataclass

from writer_app.engine.inspector import Inspection
from writer_app.i18n import tr

_NEARLY_ONE = 1 - 1e-7  # a float32 gate may have been rounded to 1, whose sum would be infinite


@dataclass(frozen=True, slots=True)
class Quantity:
    """One of the six that an LSTM computes for each unit at each token."""

    name: str
    """In `Gates`."""
    symbol: str
    signed: bool
    equation: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the heat maps."""

    quantity: Quantity
    unit: int
    token: int


def _sum(index: str) -> str:
    return f"W<sub>{index}</sub> x + U<sub>{index}</sub> h′ + b<sub>{index}</sub>"


QUANTITIES = (
    Quantity("input_gate", "i", signed=False, equation=f"i = σ({_sum('i')})"),
    Quantity("forget_gate", "f", signed=False, equation=f"f = σ({_sum('f')})"),
    Quantity("output_gate", "o", signed=False, equation=f"o = σ({_sum('o')})"),
    Quantity("candidate", "c̃", signed=True, equation=f"c̃ = tanh({_sum('c')})"),
    Quantity("cell", "m", signed=True, equation="m = f ⊙ m′ + i ⊙ c̃"),
    Quantity("hidden", "h", signed=True, equation="h = o ⊙ tanh(m)"),
)


def title(quantity: Quantity) -> str:
    """Return the name of a quantity for the person."""
    return {
        "input_gate": tr("input gate"),
        "forget_gate": tr("forget gate"),
        "output_gate": tr("output gate"),
        "candidate": tr("candidate"),
        "cell": tr("memory cell"),
        "hidden": tr("hidden state"),
    }[quantity.name]


def value(inspection: Inspection, layer: int, cell: Cell) -> float:
    """Return the number in a cell."""
    return float(getattr(inspection.layers[layer], cell.quantity.name)[cell.token, cell.unit])


def worked(inspection: Inspection, layer: int, cell: Cell) -> str:
    """Return the equation of a cell with its numbers, as rich text."""
    gates = inspection.layers[layer]
    i, f, o, c, m = (float(getattr(gates, q.name)[cell.token, cell.unit]) for q in QUANTITIES[:5])
    old = float(inspection.cell_before(layer, cell.token)[cell.unit])
    result = f"<b>{_number(value(inspection, layer, cell))}</b>"
    match cell.quantity.symbol:
        case "m":
            numbers = f"{_number(f)} · {_signed(old)} + {_number(i)} · {_signed(c)}"
        case "h":
            numbers = f"{_number(o)} · tanh({_number(m)})"
        case "c̃":
            numbers = f"tanh({_number(math.atanh(max(-_NEARLY_ONE, min(c, _NEARLY_ONE))))})"
        case symbol:
            share = max(1 - _NEARLY_ONE, min({"i": i, "f": f, "o": o}[symbol], _NEARLY_ONE))
            numbers = f"σ({_number(math.log(share / (1 - share)))})"
    return f"<i>{cell.quantity.equation}</i> = {numbers} = {result}"


def described(inspection: Inspection, layer: int, cell: Cell) -> str:
    """Return what a cell is and holds, in words."""
    return tr(
        "{name} {symbol}, layer {layer}, unit {unit}, at “{token}”: {value}",
        name=title(cell.quantity),
        symbol=cell.quantity.symbol,
        layer=layer + 1,
        unit=cell.unit,
        token=shown_token(inspection.tokens[cell.token]),
        value=_number(value(inspection, layer, cell)),
    )


def shown_token(token: str) -> str:
    """Return a token so that its spaces and line ends can be seen where they are all of it."""
    return token.strip() or token.replace("\n", "↵").replace(" ", "␣")


def _number(number: float) -> str:
    return f"{number:.2f}".replace("-", "−")


def _signed(number: float) -> str:
    return f"({_number(number)})" if number < 0 else _number(number)
