"""Adapts a model to a person's texts, and tells on texts held out whether it became better."""

import copy
import time
from collections.abc import Callable, Generator, Iterator, Sequence

import numpy as np
import torch

from writer_app.model.lstm import LstmModel
from writer_app.model.pack import CARD, TOKENIZER, Pack, write_pack
from writer_app.model.tokenizer import BEGIN, END, Tokenizer
from writer_app.training.batches import ChunkReader
from writer_app.training.corpus import TokenFile
from writer_app.training.evaluate import HeldOut, evaluate, hold_out
from writer_app.training.events import Compared, Evaluated, Event, Finished, Progress, Started
from writer_app.training.loop import Trainer
from writer_app.training.optimiser import Optimisers
from writer_app.training.plan import FinetunePlan
from writer_app.training.schedule import Schedule
from writer_app.training.selection import Selection, select

LENGTH = 64
LARGEST_BATCH = 32
CHUNKS_PER_EPOCH = 12  # fewer would be too few steps: the batch is made smaller first
EVALUATIONS_PER_EPOCH = 2
WARM_UP = 20  # steps
PATIENCE = 4  # evaluations without a gain
HELD_OUT_CHARACTERS = 100_000  # enough to tell; more would only take time


def finetune(plan: FinetunePlan, stopped: Callable[[], bool] = lambda: False) -> Generator[Event, None, None]:
    """Train, keep the best weights by the held-out text, and write the pack if they are better than the base.

    Ends early when nothing is gained any more, the time is up, or `stopped()`.
    Closing the generator leaves everything as it was.
    """
    started = time.monotonic()
    run = _Run(plan)
    yield run.started()
    yield from run.steps(started, stopped)
    if run.best_bits < run.bits_before:
        run.write(hours=(time.monotonic() - started) / 3600)
    yield Compared(before=run.bits_before, after=run.best_bits, kept=run.best_bits < run.bits_before)
    yield Finished(run.tokens, time.monotonic() - started, run.best_bits)


class _Run:
    def __init__(self, plan: FinetunePlan) -> None:
        self._plan = plan
        torch.manual_seed(plan.seed)
        self.selection: Selection = select(plan.documents, plan.base.language)
        tokenizer = plan.base.tokenizer()
        corpus = _tokens(self.selection.training, tokenizer)
        self._corpus_tokens = len(corpus)
        batch = max(1, min(LARGEST_BATCH, len(corpus) // (LENGTH * CHUNKS_PER_EPOCH)))
        self._reader = ChunkReader(corpus, batch=batch, length=LENGTH, seed=plan.seed)
        self._step_tokens = batch * LENGTH
        self._held_out: HeldOut = hold_out(_shortened(self.selection.held_out), tokenizer)
        model = LstmModel(plan.base.config)
        model.load(plan.base.weights())
        model.to(plan.device)
        self._trainer = Trainer(
            model=model,
            optimisers=Optimisers(model, muon=False, weight_decay=0.01),
            average=copy.deepcopy(model),
            state=model.zero_state(batch),
            horizon=max(10, self._reader.chunks_per_epoch // 2),
            dropout=plan.dropout,
        )
        self._best = model.export()
        self.bits_before = self.best_bits = evaluate(model, self._held_out)

    @property
    def tokens(self) -> int:
        """Tokens trained on so far, counting repeated ones."""
        return self._trainer.step * self._step_tokens

    def started(self) -> Started:
        """Tell what was found."""
        parameters = self._plan.base.config.parameters
        return Started(parameters, self._corpus_tokens, 0, self.bits_before)

    def steps(self, started: float, stopped: Callable[[], bool]) -> Iterator[Event]:
        """Train until the plan is fulfilled or nothing is gained any more."""
        plan, per_epoch = self._plan, self._reader.chunks_per_epoch
        schedule = Schedule(plan.learning_rate, warm_up=WARM_UP, decay=1.0)
        every = max(1, per_epoch // EVALUATIONS_PER_EPOCH)
        planned = plan.epochs * per_epoch
        in_vain = 0
        while in_vain < PATIENCE and not stopped():
            elapsed = time.monotonic() - started
            progress = self._progress(planned, elapsed)
            if progress >= 1:
                break
            yield self._step(schedule.rate(self._trainer.step, progress), progress, elapsed)
            if self._trainer.step % every == 0 or self._trainer.step == planned:
                before = self.best_bits
                yield self._evaluate(time.monotonic() - started)
                in_vain = 0 if self.best_bits < before else in_vain + 1

    def write(self, hours: float) -> Pack:
        """Write the best weights as a pack that names its base."""
        plan, base = self._plan, self._plan.base
        facts = {
            "base": {"name": base.name, "sha256": base.identity()},
            "documents": self.selection.documents,
            "words": self.selection.words,
            "tokens_seen": self.tokens,
            "hours": round(hours, 3),
            "held_out_bits_per_character": {
                "before": round(self.bits_before, 4),
                "after": round(self.best_bits, 4),
            },
        }
        return write_pack(
            plan.out,
            language=base.language,
            config=base.config,
            facts=facts,
            weights=self._best,
            tokenizer=(base.folder / TOKENIZER).read_bytes(),
            card=_card(base, self.selection, self.bits_before, self.best_bits),
        )

    def _progress(self, planned: int, elapsed: float) -> float:
        """Return how much is over: by steps, or by time where that runs out first."""
        by_steps, by_time = self._trainer.step / planned, elapsed / (60 * self._plan.minutes)
        # the first steps are slow and say nothing; and with time enough, a run does not depend on the clock
        return by_steps if self._trainer.step < WARM_UP and by_time < 1 else max(by_steps, by_time)

    def _step(self, rate: float, progress: float, elapsed: float) -> Progress:
        begun = time.monotonic()
        chunk = self._reader.read(self._trainer.step)
        loss = self._trainer.train_step([chunk], rate)
        speed = self._step_tokens / (time.monotonic() - begun)
        left = elapsed / progress * (1 - progress) if progress else 60 * self._plan.minutes
        return Progress(self._trainer.step, self.tokens, loss, rate, speed, progress, left)

    def _evaluate(self, elapsed: float) -> Evaluated:
        averaged = evaluate(self._trainer.average, self._held_out)
        current = evaluate(self._trainer.model, self._held_out)
        for bits, model in ((averaged, self._trainer.average), (current, self._trainer.model)):
            if bits < self.best_bits:
                self.best_bits, self._best = bits, model.export()
        return Evaluated(self.tokens, elapsed, averaged, current)


def _tokens(texts: Sequence[str], tokenizer: Tokenizer) -> TokenFile:
    documents = [np.array([BEGIN, *tokenizer.encode(text), END], np.uint16) for text in texts]
    starts = np.cumsum([0, *map(len, documents)], dtype=np.int64)
    return TokenFile(np.concatenate(documents), starts)


def _shortened(texts: Sequence[str]) -> list[str]:
    share = HELD_OUT_CHARACTERS // max(1, len(texts))
    return [text[: max(share, 1000)] for text in texts]


def _card(base: Pack, selection: Selection, before: float, after: float) -> str:
    theirs = (base.folder / CARD).read_text(encoding="utf-8") if (base.folder / CARD).exists() else ""
    return (
        f"# {base.name}, adapted to one person's texts\n\n"
        f"{selection.documents} documents, {selection.words:,} words; none of their text is in this folder, "
        "but the weights have learned from it: give this pack only to people who may read them.\n\n"
        f"Held-out text: {before:.4f} bits per character before, {after:.4f} after.\n\n"
        f"What follows is the card of the pack it was adapted from.\n\n{theirs}"
    )
