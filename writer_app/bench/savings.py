"""Methods beside one another on the same passages: what each saves a writer, and at what price."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from writer_app.bench.excerpts import Excerpt
from writer_app.bench.report import Figure, Goal, Report, Rows, Table
from writer_app.bench.typist import Asker, Tally, type_with_ghost, type_with_list
from writer_app.engine.protocol import Suggester

LIST_LENGTHS = (1, 3, 5)
FLOORS = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
PRICES = (5, 10, 15, 25, 45)
"""Suggestions shown in vain per 100 characters, at which methods are compared."""
_ASKED = {"en": (0.58, 0.36), "zh": (0.20, 0.13)}
_ASKED_PRICE = 25


@dataclass(frozen=True, slots=True)
class Savings:
    """What one method did: a tally for each length of list, and two for each confidence floor."""

    lists: tuple[Tally, ...] = (Tally(),) * len(LIST_LENGTHS)
    ghosts: tuple[Tally, ...] = (Tally(),) * len(FLOORS)
    bare_ghosts: tuple[Tally, ...] = (Tally(),) * len(FLOORS)
    """The same with suggestions that leave the space behind them to the writer."""

    def __add__(self, other: "Savings") -> "Savings":
        return Savings(
            tuple(a + b for a, b in zip(self.lists, other.lists, strict=True)),
            tuple(a + b for a, b in zip(self.ghosts, other.ghosts, strict=True)),
            tuple(a + b for a, b in zip(self.bare_ghosts, other.bare_ghosts, strict=True)),
        )

    def ghost_at(self, price: float) -> float:
        """Return the savings of ghost text with `price` suggestions shown in vain per 100 characters."""
        return savings_at(self.ghosts, price)

    def bare_ghost_at(self, price: float) -> float:
        """Return the same for suggestions that leave the space behind them to the writer."""
        return savings_at(self.bare_ghosts, price)


def savings_at(curve: Iterable[Tally], price: float) -> float:
    """Return the savings with `price` suggestions shown in vain per 100 characters.

    Between two floors it is interpolated; a method that cannot spend so much gets its best.
    """
    points = [(0.0, 0.0)]  # a floor that nothing reaches
    points += sorted((tally.in_vain, tally.savings) for tally in curve)
    affordable = [saved for paid, saved in points if paid <= price]
    for (low, saved), (high, more) in pairwise(points):
        if low <= price < high:
            affordable.append(saved + (more - saved) * (price - low) / (high - low))
    return max(affordable)


def measure(suggester: Suggester, excerpts: Iterable[Excerpt]) -> Iterator[Savings]:
    """Yield what the suggester saves in each excerpt."""
    asker = Asker(suggester)
    for excerpt in excerpts:
        yield type_excerpt(excerpt, asker)
        asker.forget()


def type_excerpt(excerpt: Excerpt, asker: Asker) -> Savings:
    """Type one excerpt with every length of list and every confidence floor."""
    return Savings(
        tuple(type_with_list(excerpt, asker, length) for length in LIST_LENGTHS),
        tuple(type_with_ghost(excerpt, asker, floor) for floor in FLOORS),
        tuple(type_with_ghost(excerpt, asker, floor, spaced=False) for floor in FLOORS),
    )


def report(methods: Mapping[str, Savings], language: str, notes: Sequence[str] = ()) -> Report:
    """Return the tables; the first method is the one held to the limits."""
    lists: Rows = tuple((name, *(tally.savings for tally in saved.lists)) for name, saved in methods.items())
    priced: Rows = tuple(
        (name, *(saved.ghost_at(price) for price in PRICES)) for name, saved in methods.items()
    )
    bare: Rows = tuple(
        (name, *(saved.bare_ghost_at(price) for price in PRICES)) for name, saved in methods.items()
    )
    prices = ("method", *(f"at {price}" for price in PRICES))
    curve: Rows = tuple(
        (name, floor, t.savings, t.accepted_share, t.in_vain, t.characters_per_acceptance)
        for name, saved in methods.items()
        for floor, t in zip(FLOORS, saved.ghosts, strict=True)
    )
    columns = ("method", "floor", "savings", "accepted", "in vain/100", "characters/acceptance")
    return Report(
        "typing",
        _figures(next(iter(methods.values())), language),
        (
            Table("word list, keystroke savings", ("method", *(f"n = {n}" for n in LIST_LENGTHS)), lists),
            Table(
                "ghost text, keystroke savings at equal price (shown in vain per 100 characters)",
                prices,
                priced,
            ),
            Table("the same, with the space behind each suggestion left to the writer", prices, bare),
            Table("ghost text by confidence floor", columns, curve),
        ),
        tuple(notes),
    )


def _figures(saved: Savings, language: str) -> tuple[Figure, ...]:
    in_list, as_ghost = _ASKED.get(language, (None, None))
    at = LIST_LENGTHS.index(3)
    return (
        Figure("word list, n = 3", saved.lists[at].savings, "saved", in_list, Goal.AT_LEAST),
        # The limit comes from figures of other methods, which leave the space to the writer.
        Figure(
            f"ghost text without its space, {_ASKED_PRICE} in vain per 100 characters",
            saved.bare_ghost_at(_ASKED_PRICE),
            "saved",
            as_ghost,
            Goal.AT_LEAST,
        ),
        Figure("the same with its space, as in the editor", saved.ghost_at(_ASKED_PRICE), "saved"),
    )
