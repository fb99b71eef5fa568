"""Trains a base model from a corpus folder; can be stopped, killed and resumed at any time."""

import copy
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import torch

from writer_app.atomic import replacing
from writer_app.errors import TrainingError
from writer_app.model.config import ModelConfig
from writer_app.model.lstm import LstmModel
from writer_app.model.pack import TOKENIZER
from writer_app.model.tokenizer import Tokenizer
from writer_app.training.batches import ChunkReader
from writer_app.training.checkpoint import has_checkpoint, load_checkpoint, save_checkpoint
from writer_app.training.corpus import list_documents, open_corpus
from writer_app.training.evaluate import HeldOut, evaluate, read_held_out
from writer_app.training.events import Evaluated, Event, Finished, Progress, Saved, Started
from writer_app.training.loop import Trainer
from writer_app.training.optimiser import Optimisers
from writer_app.training.plan import BasePlan
from writer_app.training.publish import CurvePoint, publish
from writer_app.training.vocabulary import sample_paragraphs, train_tokenizer
from writer_app.training.workers import Workers, join_workers


def train_base(plan: BasePlan, stopped: Callable[[], bool] = lambda: False) -> Generator[Event, None, None]:
    """Train until the plan is fulfilled or `stopped()`; then write the pack.

    Closing the generator, or killing the process, leaves the last checkpoints.
    """
    if (plan.hours is None) == (plan.tokens is None):
        raise TrainingError("How long to train is not clear.", hint="Give --hours or --tokens, one of them.")
    if not plan.resume and has_checkpoint(plan.scratch):
        raise TrainingError(
            f"A run for {plan.out.name} was begun before.", hint=f"Add --resume, or remove {plan.scratch}."
        )
    with join_workers(plan.device) as workers:
        run = BaseRun(plan, workers)
        for event in run.train(stopped):
            if workers.first:
                yield event


class BaseRun:
    """One process's part in a run."""

    def __init__(self, plan: BasePlan, workers: Workers) -> None:
        self._plan = plan
        self._workers = workers
        torch.manual_seed(plan.seed)
        if not workers.first:
            workers.wait()  # the first process prepares tokenizer and tokens
        documents = list_documents(plan.data)
        self._vocabulary = _tokenizer_bytes(plan, documents)
        tokenizer = Tokenizer(self._vocabulary)
        corpus = open_corpus(documents, tokenizer, plan.scratch)
        if workers.first:
            workers.wait()
        self._corpus_tokens = len(corpus)
        self._reader = ChunkReader(corpus, batch=plan.batch, length=plan.length, seed=plan.seed)
        self._lanes = workers.lanes(plan.batch)
        self._held_out = _held_out(plan, tokenizer) if workers.first else None
        self._trainer = _trainer(plan, workers, tokenizer)
        self._seconds = 0.0
        self._curve: list[CurvePoint] = []
        self._before: dict[str, Any] = dict(plan.start_from.facts) if plan.start_from else {}
        if plan.resume:
            self._restore()

    def train(self, stopped: Callable[[], bool]) -> Iterator[Event]:
        """Yield an event per step; see `train_base`."""
        trainer = self._trainer
        yield Started(
            parameters=trainer.model.config.parameters,
            corpus_tokens=self._corpus_tokens,
            tokens=self._tokens,
            bits_per_character=evaluate(trainer.model, self._held_out) if self._held_out else None,
        )
        saved, evaluated = time.monotonic(), self._tokens
        while (progress := self._workers.agree(1.0 if stopped() else self._progress())) < 1.0:
            yield self._step(progress)
            if self._tokens - evaluated >= self._plan.evaluate_tokens and self._held_out:
                evaluated = self._tokens
                yield self._evaluate(self._held_out)
            if time.monotonic() - saved >= 60 * self._plan.checkpoint_minutes and self._workers.first:
                saved = time.monotonic()
                yield self._save()
        if self._workers.first:
            yield from self._finish()
        self._workers.wait()

    @property
    def _tokens(self) -> int:
        plan = self._plan
        return self._trainer.step * plan.accumulate * plan.batch * plan.length

    def _progress(self) -> float:
        if self._plan.tokens is not None:
            return self._tokens / self._plan.tokens
        return self._seconds / (3600 * (self._plan.hours or 0.0)) if self._plan.hours else 1.0

    def _step(self, progress: float) -> Progress:
        started = time.monotonic()
        plan, trainer = self._plan, self._trainer
        rate = plan.schedule.rate(trainer.step, progress)
        first = trainer.step * plan.accumulate
        chunks = [self._reader.read(first + index, self._lanes) for index in range(plan.accumulate)]
        loss = self._workers.mean(trainer.train_step(chunks, rate))
        seconds = time.monotonic() - started
        self._seconds += seconds
        progress = self._progress()
        return Progress(
            step=trainer.step,
            tokens=self._tokens,
            loss=loss,
            learning_rate=rate,
            tokens_per_second=plan.accumulate * plan.batch * plan.length / seconds,
            progress=progress,
            seconds_left=self._seconds / progress * (1 - progress),
        )

    def _evaluate(self, held_out: HeldOut) -> Evaluated:
        event = Evaluated(
            tokens=self._tokens,
            seconds=self._seconds,
            bits_per_character=evaluate(self._trainer.average, held_out),
            current_bits_per_character=evaluate(self._trainer.model, held_out),
        )
        best = min(event.bits_per_character, event.current_bits_per_character)
        self._curve.append(
            {
                "tokens": self._tokens,
                "hours": round(self._seconds / 3600, 3),
                "bits_per_character": round(best, 4),
            }
        )
        return event

    def _save(self) -> Saved:
        trainer = self._trainer
        contents = {
            "step": trainer.step,
            "seconds": self._seconds,
            "curve": self._curve,
            "model": trainer.model.state_dict(),
            "average": trainer.average.state_dict(),
            "optimisers": trainer.optimisers.state_dict(),
            "state": trainer.state,
            "before": self._before,
        }
        save_checkpoint(self._plan.scratch, trainer.step, contents)
        return Saved(self._tokens)

    def _restore(self) -> None:
        contents = load_checkpoint(self._plan.scratch, self._workers.device)
        trainer = self._trainer
        trainer.model.load_state_dict(contents["model"])
        trainer.average.load_state_dict(contents["average"])
        trainer.optimisers.load_state_dict(contents["optimisers"])
        hidden, cell = contents["state"]
        if self._workers.count == 1 and hidden.shape == trainer.state[0].shape:
            trainer.state = hidden, cell  # of several processes only the first one's lanes were saved
        trainer.step = contents["step"]
        self._seconds, self._curve, self._before = contents["seconds"], contents["curve"], contents["before"]

    def _finish(self) -> Iterator[Event]:
        yield self._save()
        bits: float | None = None
        best = self._trainer.average
        if self._held_out:
            event = self._evaluate(self._held_out)
            yield event
            bits = min(event.bits_per_character, event.current_bits_per_character)
            if event.current_bits_per_character < event.bits_per_character:
                best = self._trainer.model
        publish(
            self._plan,
            best,
            self._vocabulary,
            self._before,
            self._curve,
            tokens=self._tokens,
            hours=self._seconds / 3600,
        )
        yield Finished(tokens=self._tokens, seconds=self._seconds, bits_per_character=bits)


def _tokenizer_bytes(plan: BasePlan, documents: list[Path]) -> bytes:
    """Return the tokenizer of the pack to go on from, of the run begun before, or a new one."""
    if plan.start_from:
        return (plan.start_from.folder / TOKENIZER).read_bytes()
    path = plan.scratch / TOKENIZER
    if not path.exists():
        plan.scratch.mkdir(parents=True, exist_ok=True)
        with replacing(path) as scratch:
            paragraphs = sample_paragraphs(documents, seed=plan.seed)
            scratch.write_bytes(train_tokenizer(paragraphs, plan.sizes.vocabulary))
    return path.read_bytes()


def _held_out(plan: BasePlan, tokenizer: Tokenizer) -> HeldOut | None:
    return read_held_out(list_documents(plan.held_out), tokenizer) if plan.held_out else None


def _trainer(plan: BasePlan, workers: Workers, tokenizer: Tokenizer) -> Trainer:
    sizes = plan.sizes
    config = ModelConfig.sized(tokenizer.size, sizes.embedding, sizes.hidden, sizes.layers)
    model = LstmModel(plan.start_from.config if plan.start_from else config)
    if plan.start_from:
        model.load(plan.start_from.weights())
    model.to(workers.device)
    return Trainer(
        model=model,
        optimisers=Optimisers(model, muon=plan.muon, weight_decay=plan.weight_decay),
        average=copy.deepcopy(model),
        state=model.zero_state(plan.batch // workers.count),
        share_gradients=workers.average_gradients,
    )
