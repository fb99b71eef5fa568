"""The weights that a fine-tuning run changes, step by step, and the best of them so far."""

import copy
import time
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from writer_app.model.lstm import LstmModel
from writer_app.model.measures import bits_per_character, paired_interval
from writer_app.model.pack import CARD, TOKENIZER, Pack, write_pack
from writer_app.model.tokenizer import BEGIN, END, Tokenizer
from writer_app.training.batches import Chunk, ChunkReader
from writer_app.training.checkpoint import has_checkpoint, load_checkpoint, save_checkpoint
from writer_app.training.continuations import continue_each
from writer_app.training.corpus import TokenFile
from writer_app.training.evaluate import evaluate, hold_out, token_nats
from writer_app.training.events import (
    Compared,
    Continuation,
    Evaluated,
    Event,
    Progress,
    Sampled,
    Saved,
    Started,
    Weighing,
)
from writer_app.training.forgetting import TYPICAL_SHARE, Blend, between, most_forgotten, texts_of_all_kinds
from writer_app.training.laps import Laps
from writer_app.training.learned_words import learned_words
from writer_app.training.loop import Trainer
from writer_app.training.optimiser import Optimisers
from writer_app.training.passages import Passages, prompts
from writer_app.training.plan import FinetunePlan
from writer_app.training.rehearsal import beside, lanes_for, passages_of_the_base
from writer_app.training.run_folder import RunFolder
from writer_app.training.schedule import Schedule
from writer_app.training.selection import Selection

LENGTH = 64
CHUNKS_PER_EPOCH = 12  # fewer would be too few steps: the batch is made smaller first
EVALUATIONS_PER_EPOCH = 2
WARM_UP = 20  # steps
PATIENCE = 4  # evaluations without a gain


class Tuning:
    """A model on its way from the base to the person's texts."""

    def __init__(
        self, plan: FinetunePlan, selection: Selection, passages: Passages, largest_batch: int
    ) -> None:
        self._plan = plan
        torch.manual_seed(plan.seed)
        self._tokenizer = plan.base.tokenizer()
        corpus = _tokens(selection.training, self._tokenizer)
        self._corpus_tokens = len(corpus)
        rehearsed = passages_of_the_base(plan.base.language, plan.rehearsal)
        lanes = lanes_for(len(corpus) // (LENGTH * CHUNKS_PER_EPOCH), largest_batch, rehearse=bool(rehearsed))
        batch = lanes.own + lanes.rehearsed
        self._reader = ChunkReader(corpus, batch=lanes.own, length=LENGTH, seed=plan.seed)
        self._rehearsed: ChunkReader | None = None
        if lanes.rehearsed:
            wanted = (self._planned + 1) * lanes.rehearsed * LENGTH
            passages_read = _tokens(rehearsed, self._tokenizer, wanted)
            self._rehearsed = ChunkReader(passages_read, batch=lanes.rehearsed, length=LENGTH, seed=plan.seed)
        self._own_tokens, self._step_tokens = lanes.own * LENGTH, batch * LENGTH
        self._schedule = Schedule(plan.learning_rate, warm_up=WARM_UP, decay=1.0)
        self._choosing = hold_out(passages.choosing, self._tokenizer)
        self._judging = hold_out(passages.judging, self._tokenizer)
        self._prompts = prompts(passages.judging)
        model = LstmModel(plan.base.config)
        model.load(plan.base.weights())
        model.to(plan.device)
        self._root = (plan.root or plan.base).weights()
        self._most_forgotten = most_forgotten(selection.words, again=plan.root is not None)
        self._probe = copy.deepcopy(model)  # to measure weights with that are not being trained
        self._trainer = Trainer(
            model=model,
            optimisers=Optimisers(model, muon=False, weight_decay=0.01),
            average=copy.deepcopy(model),
            state=model.zero_state(batch),
            horizon=max(10, self._reader.chunks_per_epoch // 2),
            dropout=plan.dropout,
        )
        self._best = model.export()
        self._best_bits = self._bits_before = evaluate(model, self._choosing)
        self._continued_before = self._continue(model)
        self._in_vain = 0
        self._laps = Laps()
        self.seconds = 0.0
        """Of work: rests, sleep, and the time between a kill and going on do not count."""

    @property
    def tokens(self) -> int:
        """Tokens of the person trained on so far, counting repeated ones."""
        return self._trainer.step * self._own_tokens

    @property
    def done(self) -> bool:
        """Whether the plan is fulfilled, or nothing was gained for some time."""
        return self._in_vain >= PATIENCE or self._progress() >= 1

    def started(self) -> Started:
        """Tell what was found."""
        parameters = self._plan.base.config.parameters
        return Started(parameters, self._corpus_tokens, self.tokens, self._bits_before)

    def advance(self) -> Iterator[Event]:
        """Make a step, and measure where it is time for that."""
        begun = time.monotonic()
        trainer, progress = self._trainer, self._progress()
        rate = self._schedule.rate(trainer.step, progress)
        loss = trainer.train_step([self._chunk(trainer.step)], rate)
        seconds = self._laps.worked(time.monotonic() - begun)
        self.seconds += seconds
        left = self.seconds / progress * (1 - progress) if progress else 60 * self._plan.minutes
        yield Progress(
            trainer.step, self.tokens, loss, rate, self._step_tokens / seconds, self._progress(), left
        )
        if trainer.step % self._every == 0 or trainer.step == self._planned:
            yield from self._evaluate()

    def compare(self) -> Generator[Event, None, Compared]:
        """Find the weights to keep between base and best, and judge them on text that chose nothing."""
        yield Weighing()
        plan, model = self._plan, self._probe
        model.load(plan.base.weights())
        before = token_nats(model, self._judging)
        old = [float(costs.sum()) for costs in before]
        bits_before = bits_per_character(sum(old), self._judging.characters)
        if self._best_bits >= self._bits_before:
            return Compared(bits_before, bits_before, kept=False)
        general = texts_of_all_kinds(plan.base.language, self._tokenizer, plan.general)
        blend = Blend(model, self._root, self._best, general, self._most_forgotten)
        blend.choose(self._choosing)
        self._best = dict(blend.weights)
        model.load(self._best)
        after = token_nats(model, self._judging)
        new = [float(costs.sum()) for costs in after]
        interval = paired_interval(old, new)
        return Compared(
            before=bits_before,
            after=bits_per_character(sum(new), self._judging.characters),
            kept=interval[0] > 0,
            interval=interval,
            share=blend.share,
            general_before=blend.general_before,
            general_after=blend.general_after,
            continuations=self._continuations(model),
            words=tuple(learned_words(self._tokenizer, self._judging.documents, before, after)),
        )

    def write(self, selection: Selection, compared: Compared) -> Pack:
        """Write the chosen weights as a pack that names its base."""
        plan, base = self._plan, self._plan.base
        facts = {
            "base": {"name": base.name, "sha256": base.identity()},
            "made": time.strftime("%Y-%m-%d"),
            "documents": len(selection.names),
            "document_names": list(selection.names),
            "words": selection.words,
            "tokens_seen": self.tokens,
            "hours": round(self.seconds / 3600, 3),
            "held_out_bits_per_character": {
                "before": round(compared.before, 4),
                "after": round(compared.after, 4),
            },
        }
        return write_pack(
            plan.out,
            language=base.language,
            config=base.config,
            facts=facts,
            weights=self._best,
            tokenizer=(base.folder / TOKENIZER).read_bytes(),
            card=_card(base, selection, compared),
        )

    def save(self, folder: RunFolder) -> Saved:
        """Write a checkpoint; where that cannot be done the run goes on without it."""
        trainer = self._trainer
        contents: dict[str, Any] = {
            "step": trainer.step,
            "seconds": self.seconds,
            "in_vain": self._in_vain,
            "best_bits": self._best_bits,
            "best": {name: torch.from_numpy(weights) for name, weights in self._best.items()},
            "model": trainer.model.state_dict(),
            "average": trainer.average.state_dict(),
            "optimisers": trainer.optimisers.state_dict(),
            "state": trainer.state,
            "random": torch.get_rng_state(),
        }
        try:
            save_checkpoint(folder.path, trainer.step, contents)
            folder.keep_progress(self._progress())
        except (OSError, RuntimeError):  # the latter is how torch reports a full disk
            return Saved(None)
        return Saved(self.tokens)

    def restore(self, folder: Path) -> None:
        """Go on from the newest whole checkpoint; a run that was ended before its first one begins anew."""
        if not has_checkpoint(folder):
            return
        contents = load_checkpoint(folder, torch.device(self._plan.device))
        trainer = self._trainer
        trainer.model.load_state_dict(contents["model"])
        trainer.average.load_state_dict(contents["average"])
        trainer.optimisers.load_state_dict(contents["optimisers"])
        hidden, cell = contents["state"]
        if hidden.shape == trainer.state[0].shape:  # else less memory is free now, and the batch is smaller
            trainer.state = hidden, cell
        trainer.step = contents["step"]
        torch.set_rng_state(contents["random"].cpu())
        self.seconds, self._in_vain = contents["seconds"], contents["in_vain"]
        self._best_bits = contents["best_bits"]
        self._best = {name: weights.cpu().numpy() for name, weights in contents["best"].items()}

    def _chunk(self, number: int) -> Chunk:
        own = self._reader.read(number)
        return beside(own, self._rehearsed.read(number)) if self._rehearsed else own

    @property
    def _every(self) -> int:
        return max(1, self._reader.chunks_per_epoch // EVALUATIONS_PER_EPOCH)

    @property
    def _planned(self) -> int:
        return self._plan.epochs * self._reader.chunks_per_epoch

    def _progress(self) -> float:
        """Return how much is over: by steps, or by time where that runs out first."""
        by_steps, by_time = self._trainer.step / self._planned, self.seconds / (60 * self._plan.minutes)
        # the first steps are slow and say nothing; and with time enough, a run does not depend on the clock
        return by_steps if self._trainer.step < WARM_UP and by_time < 1 else max(by_steps, by_time)

    def _evaluate(self) -> Iterator[Event]:
        begun = time.monotonic()
        tuned = self._trainer.average.export()
        self._probe.load(between(self._root, tuned, TYPICAL_SHARE))
        bits = evaluate(self._probe, self._choosing)
        if bits < self._best_bits:
            self._best_bits, self._best, self._in_vain = bits, tuned, 0
        else:
            self._in_vain += 1
        continuations = self._continuations(self._probe)
        self.seconds += self._laps.worked(time.monotonic() - begun)
        yield Evaluated(self.tokens, self.seconds, bits, bits)
        yield Sampled(continuations)

    def _continue(self, model: LstmModel) -> list[str]:
        return continue_each(model, self._tokenizer, [prompt for prompt, _ in self._prompts])

    def _continuations(self, model: LstmModel) -> tuple[Continuation, ...]:
        rows = zip(self._prompts, self._continued_before, self._continue(model), strict=True)
        return tuple(Continuation(prompt, truth, before, now) for (prompt, truth), before, now in rows)


def _tokens(texts: Sequence[str], tokenizer: Tokenizer, wanted: int | None = None) -> TokenFile:
    """Return the texts as tokens; of more than `wanted` tokens only the texts up to there."""
    documents: list[NDArray[np.uint16]] = []
    total = 0
    for text in texts:
        if wanted is not None and total >= wanted:
            break
        documents.append(np.array([BEGIN, *tokenizer.encode(text), END], np.uint16))
        total += len(documents[-1])
    starts = np.cumsum([0, *map(len, documents)], dtype=np.int64)
    return TokenFile(np.concatenate(documents), starts)


def _card(base: Pack, selection: Selection, compared: Compared) -> str:
    theirs = (base.folder / CARD).read_text(encoding="utf-8") if (base.folder / CARD).exists() else ""
    forgotten = ""
    if compared.general_before and compared.general_after:
        forgotten = (
            f"Texts of all kinds: {compared.general_before:.4f} bits per character before, "
            f"{compared.general_after:.4f} after.\n\n"
        )
    return (
        f"# {base.name}, adapted to one person's texts\n\n"
        f"{len(selection.names)} documents, {selection.words:,} words; none of their text is in this folder, "
        "but the weights have learned from it: give this pack only to people who may read them.\n\n"
        f"Held-out text: {compared.before:.4f} bits per character before, {compared.after:.4f} after.\n\n"
        f"{forgotten}"
        f"What follows is the card of the pack it was adapted from.\n\n{theirs}"
    )
