"""One trial, with the trainer's own parts; what it yields is one line of results."""

import copy
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import torch
from soap import Soap
from texts import Texts
from trials import Trial
from variants import MogrifierLstm, NormBetweenLstm, NormInCellLstm, UntiedLstm, counted_embedding

from writer_app.model.config import ModelConfig
from writer_app.model.lstm import LstmModel
from writer_app.model.pack import Pack, open_pack
from writer_app.training.batches import Chunk, ChunkReader
from writer_app.training.evaluate import HeldOut, token_nats
from writer_app.training.loop import Trainer
from writer_app.training.optimiser import Optimisers
from writer_app.training.schedule import Schedule

Result = dict[str, Any]


class ListedReader(ChunkReader):
    """Reads documents in the order in which they are listed, source after source."""

    def _open_epoch(self, epoch: int) -> None:
        super()._open_epoch(epoch)
        self._order = np.arange(len(self._corpus.starts) - 1)
        self._ends = np.asarray(self._corpus.starts[1:])


def run(trial: Trial, texts: Texts, packs: Path, tell: Callable[[str], None]) -> Result:
    """Train and measure."""
    torch.manual_seed(trial.seed)
    pack = open_pack(packs / trial.start_from) if trial.start_from else None
    tokenizer = pack.tokenizer() if pack else texts.tokenizer(trial.vocabulary)
    corpus, ratio = texts.corpus(tokenizer, shuffled=trial.shuffled, prose=trial.texts == "prose")
    held_out, kinds = texts.held_out(tokenizer)
    began = time.process_time()
    model = _model(trial, pack)
    if trial.counted:
        counted = counted_embedding(corpus.tokens, trial.vocabulary, trial.embedding)
        model.embedding.weight.data.copy_(counted)
    prepared = time.process_time() - began
    before = measure(model, held_out, kinds) if pack else None
    trainer = _trainer(trial, model)
    reader = ListedReader if not trial.shuffled else ChunkReader
    steps = math.ceil(trial.characters / ratio / (trial.batch * trial.length))
    chunks = reader(corpus, batch=trial.batch, length=trial.length, seed=trial.seed)
    losses, seconds = _train(trainer, chunks, trial, steps, tell)
    now, average = measure(model, held_out, kinds), measure(trainer.average, held_out, kinds)
    return {
        "trial": asdict(trial),
        "parameters": _parameters(model),
        "tokens": steps * trial.batch * trial.length,
        "characters_per_token": round(ratio, 4),
        "preparing_seconds": round(prepared, 1),
        "seconds": round(sum(seconds), 1),
        "tokens_per_second": round(trial.batch * trial.length / median(seconds)),
        "tokens_per_second_best": round(trial.batch * trial.length / float(np.quantile(seconds, 0.1))),
        "losses": [round(float(np.mean(part)), 4) for part in np.array_split(losses, 10)],
        "before": before,
        "current": now,
        "average": average,
        "bits_per_character": min(now["all"], average["all"]),
    }


def _train(
    trainer: Trainer, chunks: ChunkReader, trial: Trial, steps: int, tell: Callable[[str], None]
) -> tuple[list[float], list[float]]:
    """Return loss and processor seconds of each step: others may use the processor too."""
    schedule = Schedule(trial.rate, warm_up=max(1, round(trial.warm_up * steps)), decay=trial.decay)
    losses, seconds = [], []
    for step in range(steps):
        began = time.process_time()
        loss = trainer.train_step([chunks.read(step)], schedule.rate(step, step / steps))
        seconds.append(time.process_time() - began)
        losses.append(loss)
        if step % 20 == 0:
            tell(f"{trial.name}: step {step} of {steps}, loss {loss:.3f}")
    return losses, seconds


def measure(model: LstmModel, held_out: HeldOut, kinds: list[str]) -> dict[str, float]:
    """Return bits per character, of all documents and of each kind."""
    nats = np.array([costs.sum() for costs in token_nats(model, held_out)])
    lengths, labels = np.array(held_out.lengths), np.array(kinds)
    chosen = {"all": np.ones(len(nats), bool)} | {kind: labels == kind for kind in sorted(set(kinds))}
    return {
        kind: round(float(nats[rows].sum() / lengths[rows].sum() / math.log(2)), 4)
        for kind, rows in chosen.items()
    }


def _model(trial: Trial, pack: Pack | None = None) -> LstmModel:
    if pack:
        model = LstmModel(pack.config)
        model.load(pack.weights())
        return model
    config = ModelConfig.sized(trial.vocabulary, trial.embedding, trial.hidden, trial.layers)
    if trial.mogrified:
        return MogrifierLstm(config)
    classes = {"none": LstmModel, "between": NormBetweenLstm, "cell": NormInCellLstm}
    return (classes[trial.norm] if trial.tied else UntiedLstm)(config)


def _trainer(trial: Trial, model: LstmModel) -> Trainer:
    optimisers = Optimisers(model, muon=trial.muon and not trial.soap, weight_decay=trial.weight_decay)
    if trial.soap:
        optimisers = Soap(model, weight_decay=trial.weight_decay)
    return Trainer(
        model=model,
        optimisers=optimisers,
        average=copy.deepcopy(model),
        state=model.zero_state(trial.batch),
        horizon=trial.horizon,
        dropout=trial.dropout,
    )


def speeds(trials: Sequence[Trial], rounds: int) -> Iterator[tuple[Trial, int, float]]:
    """Yield the parameters and the most tokens per second of each trial, whose steps are taken in turns.

    Random tokens take as long as a text.
    """
    trainers = [_trainer(trial, _model(trial)) for trial in trials]
    least = [math.inf] * len(trials)
    for number in range(rounds * len(trials)):
        index = number % len(trials)
        trial = trials[index]
        tokens = np.random.default_rng(number).integers(
            trial.vocabulary, size=(trial.length + 1, trial.batch)
        )
        began = time.process_time()
        trainers[index].train_step([Chunk(tokens[:-1], tokens[1:], fresh=False)], 0.0)
        least[index] = min(least[index], time.process_time() - began)
        if number >= (rounds - 1) * len(trials):
            yield trial, _parameters(trainers[index].model), trial.batch * trial.length / least[index]


def _parameters(model: LstmModel) -> int:
    return sum(parameter.numel() for parameter in model.parameters() if parameter.requires_grad)
