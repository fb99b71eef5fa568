"""New models that nobody has decided about, and what the runs that made them told of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from writer_app.model import generations
from writer_app.model.pack import Pack
from writer_app.training.events import Assessed, Compared, Continuation
from writer_app.training.run_folder import RunFolder


@dataclass(frozen=True, slots=True)
class Candidate:
    """A model that a run has written, until the person keeps or discards it."""

    folder: Path
    run: RunFolder
    compared: Compared
    assessed: Assessed | None = None

    def keep(self) -> None:
        """Let it suggest from now on; `PackError` where that cannot be written down."""
        generations.keep(self.folder)
        self.run.discard()

    def discard(self, graphs: Path) -> None:
        """Remove it, with its graphs in the folder `graphs`."""
        generations.discard(self.folder, graphs)
        self.run.discard()


def waiting(personal: Path, run: RunFolder) -> dict[str, Candidate]:
    """Return the candidates that tell what they are worth, by language."""
    found: dict[str, Candidate] = {}
    for pack in generations.waiting_candidates(personal):
        compared, assessed = result_of(pack, run)
        if compared is not None:
            found.setdefault(pack.language, Candidate(pack.folder, run, compared, assessed))
    return found


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
