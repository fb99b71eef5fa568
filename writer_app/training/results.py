"""The result of a run as it was kept until the person decides: from plain fields back to events."""

from collections.abc import Mapping
from typing import Any

from writer_app.model.pack import Pack
from writer_app.training.events import Assessed, Compared, Continuation
from writer_app.training.run_folder import RunFolder


def result_of(pack: Pack, folder: RunFolder) -> tuple[Compared | None, Assessed | None]:
    """Return what a run told of the candidate `pack`; without its folder, what the pack itself tells."""
    fields = folder.result() or {}
    try:
        compared = _compared(fields["compared"])
        assessed = _assessed(fields["assessed"]) if "assessed" in fields else None
    except (KeyError, TypeError, ValueError):
        return _from_facts(pack), None
    return compared, assessed


def _from_facts(pack: Pack) -> Compared | None:
    figures = pack.facts.get("held_out_bits_per_character")
    if not isinstance(figures, dict):
        return None
    before, after = figures.get("before"), figures.get("after")
    if not isinstance(before, float) or not isinstance(after, float):
        return None
    return Compared(before, after, kept=True)


def _compared(fields: Mapping[str, Any]) -> Compared:
    """Make the event of what JSON made of its tuples."""
    interval = fields["interval"]
    return Compared(
        **{
            **fields,
            "interval": None if interval is None else tuple(interval),
            "continuations": tuple(Continuation(**one) for one in fields["continuations"]),
            "words": tuple(fields["words"]),
        }
    )


def _assessed(fields: Mapping[str, Any]) -> Assessed:
    return Assessed(**{**fields, "interval": tuple(fields["interval"])})
