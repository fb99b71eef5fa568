"""Measure what an n-gram of the same texts and tokens would add to a pack: an upper bound for mixing one in.

    python scripts/ngram_share.py --pack models/en --ngram FILE --texts FOLDER

FILE is read by KenLM: its words are the numbers of the pack's tokens, its sentences whole documents.
Shares are fitted on every second document and measured on the others: one for all tokens, then one by a
logistic gate that sees how sure the model is and how long a history the n-gram knows.
"""

import argparse
import math
from dataclasses import dataclass
from pathlib import Path

import kenlm
import torch
from torch import Tensor

from writer_app.model.lstm import LstmModel
from writer_app.model.pack import open_pack
from writer_app.model.tokenizer import BEGIN
from writer_app.training.corpus import list_documents, read_document

CHARACTERS = 3000  # of each document
ORDER = 5


@dataclass(frozen=True, slots=True)
class Observed:
    """One row for each token of some documents."""

    model: Tensor  # (N,) its probability to the model
    ngram: Tensor  # (N,) and to the n-gram
    features: Tensor  # (N, F) what a gate may see before the token is known
    characters: int

    def bits(self, probabilities: Tensor) -> float:
        """Return bits per character."""
        return float(-probabilities.log2().sum()) / self.characters


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--ngram", type=Path, nargs="+", required=True)
    parser.add_argument("--texts", type=Path, required=True)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    pack = open_pack(arguments.pack)
    model, tokenizer = LstmModel(pack.config), pack.tokenizer()
    model.load(pack.weights())
    texts = [read_document(path)[:CHARACTERS] for path in list_documents(arguments.texts)]
    documents = [tokenizer.encode(text) for text in texts]
    read = [observe_model(model, document) for document in documents]
    print("| n-gram | MB | model | n-gram alone | one share | gate |")
    print("|---|---|---|---|---|---|")
    for path in arguments.ngram:
        ngram = kenlm.Model(str(path))
        parts = []
        for start in (0, 1):  # fitted on, measured on
            chosen = range(start, len(documents), 2)
            counted = [observe_ngram(ngram, documents[index]) for index in chosen]
            parts.append(
                gather([read[index] for index in chosen], counted, sum(len(texts[i]) for i in chosen))
            )
        fitted, measured = parts
        row = (
            measured.bits(measured.model),
            measured.bits(measured.ngram),
            measured.bits(mixed(measured, fit(fitted, features=1))),
            measured.bits(mixed(measured, fit(fitted, features=fitted.features.shape[1]))),
        )
        figures = " | ".join(f"{bits:.4f} ({bits / row[0] - 1:+.2%})" for bits in row)
        print(f"| {path.name} | {path.stat().st_size / 1e6:.1f} | {figures} |", flush=True)


@torch.no_grad()
def observe_model(model: LstmModel, document: list[int]) -> Tensor:
    """Return, for each token: its probability, the entropy (bits) and the greatest probability before it."""
    tokens = torch.tensor([BEGIN, *document])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        features, _ = model.features(tokens[:-1, None], model.zero_state(1))
    logs = torch.log_softmax(model.logits(features[:, 0].float()), dim=-1)
    probabilities = logs.exp()
    entropy = -(probabilities * logs).sum(dim=-1) / math.log(2)
    its = probabilities.gather(1, tokens[1:, None])[:, 0]
    return torch.stack([its, entropy, probabilities.amax(dim=-1)], dim=1).double()


def observe_ngram(ngram: kenlm.Model, document: list[int]) -> Tensor:
    """Return, for each token: its probability, and how long a history before it the n-gram knows."""
    scores = list(ngram.full_scores(" ".join(map(str, document)), bos=True, eos=False))
    known = [1] + [length for _, length, _ in scores[:-1]]
    rows = [(10**score, length) for (score, _, _), length in zip(scores, known, strict=True)]
    return torch.tensor(rows, dtype=torch.double)


def gather(read: list[Tensor], counted: list[Tensor], characters: int) -> Observed:
    """Put documents together."""
    model, ngram = torch.cat(read), torch.cat(counted)
    history = torch.nn.functional.one_hot(ngram[:, 1].long().clamp(0, ORDER), ORDER + 1).double()
    columns = [torch.ones(len(model), 1), history, model[:, 1:2] / 10, model[:, 2:3], model[:, 2:3].log()]
    numbers = [column.double() for column in columns]
    crossed = history * model[:, 1:2] / 10  # entropy matters more where the history is long
    return Observed(model[:, 0], ngram[:, 0], torch.cat([*numbers, crossed], dim=1), characters)


def mixed(observed: Observed, weights: Tensor) -> Tensor:
    """Return the probabilities of the mixture."""
    share = torch.sigmoid(observed.features[:, : len(weights)] @ weights)
    return (1 - share) * observed.model + share * observed.ngram


def fit(observed: Observed, features: int) -> Tensor:
    """Return the gate of the first so many features that makes the texts likeliest."""
    weights = torch.zeros(features, dtype=torch.double, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimiser.zero_grad()
        loss = -mixed(observed, weights).log().mean() + 1e-5 * weights.square().sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimiser.step(closure)  # type: ignore[no-untyped-call]
    return weights.detach()


if __name__ == "__main__":
    main()
