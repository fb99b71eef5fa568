"""Fit how much of the probability goes to what was written before, into resources/memory_gate.json.

    python scripts/fit_gate.py en=models/en:TEXTS zh=models/zh:TEXTS

TEXTS is a folder with one folder of documents per source, none of which is measured on later. Some documents
are typed by the model; of each it is noted how likely the next token was to the model, to the text so far
and to other documents: of the same source for two in three, of another one for the third, so that the gate
learns to do without. The likelihood of the mixture is then climbed by L-BFGS. Printed are the bits per token
of the model alone, of the mixture as it was, and of one fitted on the other half of the documents. Languages
that are not named stay as they are.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from writer_app.engine.backend import Backend
from writer_app.engine.backends import open_backend
from writer_app.engine.gate import FEATURES, FORMAT, Judge
from writer_app.engine.memory import LATELY, RARE
from writer_app.engine.neural_cache import MOST, NeuralCache, Outputs, kept_outputs
from writer_app.engine.occurrences import ORDER, Followers, Occurrences, Trail, trail_of
from writer_app.engine.partial_word import Vocabulary
from writer_app.model.pack import Pack, open_pack
from writer_app.model.state import LstmState
from writer_app.model.tokenizer import BEGIN, Tokenizer
from writer_app.paths import resources
from writer_app.text.normalise import for_model

DOCUMENTS = 48  # of different sources, at most
BYTES = 8000  # of each document; a Chinese character has three
REMEMBERED_BYTES = 400_000
CHUNK = 8  # tokens read at once, as in the engine
UNFITTED = {"usage": [0.0, 0.0]}  # exponents are chosen by hand: they need every probability of every place
NOT_ALIKE = -2.0  # in place of a cosine where nothing was read
DECAY = 1e-4  # of the squared coefficients


Coefficients = tuple[Tensor, Tensor, Tensor]
"""Of the words used lately (2), of similar states (2), and of the gates (2, ORDER, FEATURES).

The sources of the last are what is remembered, and the text.
"""


@dataclass(frozen=True, slots=True)
class Observed:
    """One row for each token: what the model and each source gave it."""

    model: Tensor  # (N,)
    alike: Tensor  # (N, 2) its share of what followed similar states, and the cosine of the most similar
    recent: Tensor  # (N,) its share of the tokens used lately
    tokens: Tensor  # (N,) of text so far
    shares: Tensor  # (N, 2, ORDER) its share of the followers; sources: remembered, text
    features: Tensor  # (N, 2, ORDER, FEATURES), zeros where nothing followed

    def those(self, chosen: Tensor) -> "Observed":
        """Return the chosen rows."""
        return Observed(*(getattr(self, field.name)[chosen] for field in fields(self)))


def main() -> None:
    """Fit every language named and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("languages", nargs="+", metavar="LANGUAGE=PACK:TEXTS")
    parser.add_argument("--out", type=Path, default=resources() / "memory_gate.json")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    written = json.loads(arguments.out.read_text("utf-8")) if arguments.out.exists() else {}
    gates = written.get("languages", {})
    for named in arguments.languages:
        language, _, paths = named.partition("=")
        pack, _, texts = paths.partition(":")
        observed = observe(open_pack(Path(pack)), Path(texts))
        before = coefficients(gates[language]) if language in gates else None
        print(f"{language}: {len(observed.model)} tokens; {compared(observed, before)}", flush=True)
        gates[language] = {**gates.get(language, UNFITTED), **facts(fit(observed))}
    arguments.out.write_text(json.dumps({"format": FORMAT, "languages": gates}, indent=1) + "\n", "utf-8")


def observe(pack: Pack, texts: Path) -> Observed:
    """Read some documents and note what each source knew of them."""
    backend, tokenizer = open_backend(pack), pack.tokenizer()
    sources = [files for folder in sorted(texts.iterdir()) if len(files := _documents(folder)) > 4]
    sources = sorted(sources, key=lambda files: _rank(files[0].parent))[:DOCUMENTS]

    def encoded(path: Path) -> list[int]:
        return [BEGIN, *tokenizer.encode(for_model(path.read_text("utf-8").strip()))]

    rows = []
    for number, files in enumerate(sources):
        text = files[0].read_bytes()[:BYTES].decode("utf-8", "ignore")
        tokens = [BEGIN, *tokenizer.encode(for_model(text.strip()))]
        others = files[1:] if number % 3 else sources[number - 1][1:]
        remembered = Occurrences.of([token for path in _up_to(others) for token in encoded(path)])
        rows += _Observer(tokenizer, remembered).rows(tokens, _model(backend, tokens))
    columns = zip(*rows, strict=True)
    return Observed(*(torch.tensor(np.array(column), dtype=torch.double) for column in columns))


def _documents(folder: Path) -> list[Path]:
    return sorted((path for path in folder.rglob("*.txt") if path.stat().st_size > BYTES), key=_rank)


def _rank(path: Path) -> bytes:
    return hashlib.sha256(path.name.encode()).digest()


def _up_to(paths: list[Path]) -> Iterator[Path]:
    size = 0
    for path in paths:
        if size < REMEMBERED_BYTES:
            size += path.stat().st_size
            yield path


def _model(backend: Backend, tokens: list[int]) -> Iterator[tuple[float, tuple[float, float]]]:
    """Yield how likely each token but the first was to the model, and by what followed similar states."""
    state, read = LstmState.zero(backend.config), []
    for start in range(0, len(tokens) - 1, CHUNK):
        piece = tokens[start : start + CHUNK]
        outputs, state = backend.read(np.array(piece, np.int64)[:, None], state)
        for place, row in enumerate(backend.probabilities(outputs[:, 0]), start=start):
            read.append(kept_outputs(outputs[place - start]))
            if place + 1 < len(tokens):
                token = tokens[place + 1]
                yield float(row[token]), _alike(read, tokens[: place + 1], token)


def _alike(read: list[Outputs], tokens: list[int], token: int) -> tuple[float, float]:
    if len(tokens) < 2:
        return 0.0, NOT_ALIKE
    latest = slice(-MOST - 1, None)
    cache = NeuralCache.of(read[latest], tokens[latest])
    followed, closest = cache.after(read[-1].astype(np.float32), max(*tokens, token) + 1)
    return float(followed[0, token]), float(closest[0])


class _Observer:
    """Notes what the text so far and what is remembered knew of each token."""

    def __init__(self, tokenizer: Tokenizer, remembered: Occurrences) -> None:
        self._judge = Judge(tokenizer, Vocabulary(tokenizer))
        self._weights = np.exp(RARE * 10 * np.array(self._judge.rarities))
        self._remembered = remembered

    def rows(
        self, tokens: list[int], model: Iterator[tuple[float, tuple[float, float]]]
    ) -> Iterator[tuple[object, ...]]:
        used, total = np.zeros(len(self._weights)), 0.0
        for place, (token, (chance, alike)) in enumerate(zip(tokens[1:], model, strict=True), start=1):
            trail = trail_of(tokens[:place])
            found = [
                source.after([trail])[0] for source in (self._remembered, Occurrences.of(tokens[:place]))
            ]
            shares = [[_share_of(token, followers) for followers in row] for row in found]
            noted = [self._features(row, trail) for row in found]
            yield chance, alike, used[token] / max(total, 1e-9), place - 1, shares, noted
            used *= np.exp(-1 / LATELY)
            total = total * np.exp(-1 / LATELY) + self._weights[token]
            used[token] += self._weights[token]

    def _features(self, row: list[Followers | None], trail: Trail) -> list[tuple[float, ...]]:
        return [values or (0.0,) * FEATURES for values in self._judge.features(row, trail)]


def _share_of(token: int, followers: Followers | None) -> float:
    return float(followers.shares[followers.tokens == token].sum()) if followers else 0.0


def compared(observed: Observed, before: Coefficients | None) -> str:
    """Return the bits per token of each half of the documents, by the old gate and one of the other half."""
    document = (observed.tokens == 0).cumsum(0)
    halves = observed.those(document % 2 == 0), observed.those(document % 2 == 1)
    told = []
    for seen, other in (halves, halves[::-1]):
        alone = float(-torch.log2(other.model.clamp(1e-12)).mean())
        was = f"{float(bits(other, before)):.3f}" if before else "–"
        told.append(f"alone {alone:.3f}, was {was}, fitted {float(bits(other, fit(seen))):.3f}")
    return "; ".join(told)


def bits(observed: Observed, gate: Coefficients) -> Tensor:
    """Return the bits per token of the mixture."""
    recent, alike, gates = gate
    share = torch.sigmoid(recent[0] + recent[1] * torch.log1p(observed.tokens)) * (observed.tokens > 0)
    mixture = observed.model * (1 - share) + observed.recent * share
    for order in range(ORDER):
        for source in range(2):
            features = observed.features[:, source, order]
            part = torch.sigmoid(features @ gates[source, order]) * features[:, 0]
            mixture = mixture * (1 - part) + observed.shares[:, source, order] * part
    part = torch.sigmoid(alike[0] + alike[1] * observed.alike[:, 1]) * (observed.alike[:, 1] > NOT_ALIKE)
    mixture = mixture * (1 - part) + observed.alike[:, 0] * part
    return -torch.log2(mixture.clamp(1e-12)).mean()


def fit(observed: Observed) -> Coefficients:
    """Return the coefficients that make the texts likeliest."""
    recent = torch.tensor([-4.0, 0.0], dtype=torch.double, requires_grad=True)
    alike = torch.tensor([-3.0, 0.0], dtype=torch.double, requires_grad=True)
    gates = torch.zeros(2, ORDER, FEATURES, dtype=torch.double)
    gates[..., 0] = -2
    gates.requires_grad_(True)
    optimiser = torch.optim.LBFGS([recent, alike, gates], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimiser.zero_grad()
        loss = bits(observed, (recent, alike, gates))
        slopes = ((recent[1:] ** 2).sum(), (alike[1:] ** 2).sum(), (gates[..., 1:] ** 2).sum())
        loss = loss + DECAY * sum(slopes)
        loss.backward()  # type: ignore[no-untyped-call] - torch
        return loss

    optimiser.step(closure)  # type: ignore[no-untyped-call] - torch
    return recent.detach(), alike.detach(), gates.detach()


def facts(gate: Coefficients) -> dict[str, object]:
    """Return the coefficients as the file has them."""
    recent, alike, gates = (np.round(part.numpy(), 4).tolist() for part in gate)
    return {"recent": recent, "alike": alike, "remembered": gates[0], "text": gates[1]}


def coefficients(facts: dict[str, object]) -> Coefficients:
    """Return the coefficients that the file has."""
    parts = (facts["recent"], facts["alike"], [facts["remembered"], facts["text"]])
    recent, alike, gates = (torch.tensor(part, dtype=torch.double) for part in parts)
    return recent, alike, gates


if __name__ == "__main__":
    main()
