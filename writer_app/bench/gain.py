"""Teaching with all that the result page tells: what the new model saves a writer, and what it repeats."""

from collections.abc import Generator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from writer_app.bench.excerpts import Excerpt
from writer_app.bench.memorised import repetitions
from writer_app.bench.typist import Asker, Tally, type_with_ghost
from writer_app.engine.backends import open_backend, open_pack_suggester
from writer_app.model.measures import paired_interval
from writer_app.model.pack import Pack, open_pack
from writer_app.settings.schema import CONFIDENCE_FLOOR
from writer_app.training.control import UNATTENDED, Control
from writer_app.training.events import Assessed, Event, Finished
from writer_app.training.passages import passages
from writer_app.training.plan import FinetunePlan
from writer_app.training.run_folder import RunFolder

if TYPE_CHECKING:
    from writer_app.training.finetune import Outcome

_EXCERPTS = 16
_CHARACTERS = 200  # of each
_SPANS = 200


def teach(plan: FinetunePlan, control: Control = UNATTENDED) -> Generator[Event, None, None]:
    """Fine-tune; try what became better as in the editor, and ask it for what it has learned from."""
    from writer_app.training.finetune import adapt  # noqa: PLC0415 - loads torch, in the training process only

    outcome = yield from adapt(plan, control)
    compared = outcome.compared
    if compared.kept:
        assessed = assess(plan.base, open_pack(plan.out), outcome)
        if plan.folder:
            RunFolder(plan.folder).finish({"compared": asdict(compared), "assessed": asdict(assessed)})
        yield assessed
    yield Finished(outcome.tokens, outcome.seconds, compared.after)


def assess(old: Pack, new: Pack, outcome: "Outcome") -> Assessed:
    """Measure both models on the text that judges, and probe the new one with what it has learned from."""
    judging = outcome.passages.judging
    before, after = _typed(old, judging), _typed(new, judging)
    characters = [tally.characters for tally in before]
    # put so that the share by which the costs shrink is the difference of the savings
    fewer = [a.characters - (a.keystrokes - b.keystrokes) for a, b in zip(before, after, strict=True)]
    spans = [piece for text in outcome.selection.training for piece in passages(text)]
    probed = list(repetitions(open_backend(new), new.tokenizer(), spans[:: max(1, len(spans) // _SPANS)]))
    return Assessed(
        saved_before=_savings(before),
        saved_after=_savings(after),
        interval=paired_interval(characters, fewer) if characters else (0.0, 0.0),
        characters=sum(characters),
        spans=len(probed),
        verbatim=sum(repetition.verbatim for repetition in probed),
    )


def _typed(pack: Pack, texts: Sequence[str]) -> list[Tally]:
    asker = Asker(open_pack_suggester(pack))
    tallies = []
    for excerpt in _excerpts(texts):
        tallies.append(type_with_ghost(excerpt, asker, CONFIDENCE_FLOOR.default))
        asker.forget()
    return tallies


def _excerpts(texts: Sequence[str]) -> list[Excerpt]:
    """Choose what is typed of some passages, after half of each: of little text they are short."""
    found = []
    for text in texts[:: max(1, len(texts) // _EXCERPTS)][:_EXCERPTS]:
        half = len(text) // 2
        start = text.find(" ", half) + 1 or half  # Chinese has no spaces
        found.append(Excerpt(text, start, min(len(text), start + _CHARACTERS)))
    return found


def _savings(tallies: Sequence[Tally]) -> float:
    return sum(tallies, Tally()).savings if tallies else 0.0
