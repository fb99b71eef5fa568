"""Fine-tune on the texts of several persons and print what each gained: the table of docs/decisions/0048.

    python scripts/persons.py PACK FOLDER… --words 5000 20000 100000 [--json FILE]

A folder holds the texts of one person that the pack was not trained on. Some of them are set aside, the same
ones for every number of words; the run sees none of them, and all figures but the first two are of them: bits
per character, change in percent, with the base alone, the tuned pack, and either with the personal memory
having read what the run has. Passages of the person among the texts of all kinds are left out of those.
"""

import argparse
import json
import math
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch

from writer_app.engine.gate import read_gate
from writer_app.engine.memory import Memory
from writer_app.engine.occurrences import trail_of
from writer_app.engine.partial_word import Vocabulary
from writer_app.engine.remembered import RememberedText
from writer_app.errors import TrainingError
from writer_app.model.lstm import LstmModel
from writer_app.model.measures import bits_per_character
from writer_app.model.pack import Pack, open_pack
from writer_app.model.tokenizer import BEGIN
from writer_app.paths import resources
from writer_app.personal.store import MemoryStore
from writer_app.text.counts import count
from writer_app.text.normalise import for_model
from writer_app.text.scripts import LANGUAGE_SCRIPTS
from writer_app.training.evaluate import evaluate, hold_out
from writer_app.training.events import Compared
from writer_app.training.finetune import adapt
from writer_app.training.passages import passages
from writer_app.training.plan import FinetunePlan

SET_ASIDE = 30_000  # characters, and no more than an eighth of all
CHUNK = 8  # tokens after which the memory takes in the passage so far
FEWEST_DOCUMENTS = 8  # with fewer, their passages count as documents
LEAST_SHARE = 0.8  # of the words asked for; a person with less is left out


@dataclass(frozen=True, slots=True)
class Person:
    """What one person wrote."""

    name: str
    documents: tuple[str, ...]
    test: tuple[str, ...]
    """Passages that nothing is learned from, and nothing is chosen by."""

    def first(self, words: int) -> list[str]:
        """Return documents, the last of them cut, of so many words."""
        taken, left = [], words
        for document in self.documents:
            size = count(document).words
            taken.append(document if size <= left else document[: len(document) * left // size])
            left -= size
            if left <= 0:
                break
        return taken


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; changes are shares of what the base alone takes."""

    person: str
    words: int
    minutes: float
    judged: float
    """On the half of the held-out text that the dialog shows."""
    lowest: float
    """The bound of that gain which 95 of 100 samples exceed."""
    kept: bool
    share: float
    forgotten: float
    base: float
    """Bits per character of the text set aside."""
    tuned: float
    base_with_memory: float
    tuned_with_memory: float

    def __str__(self) -> str:
        changes = (self.tuned, self.base_with_memory, self.tuned_with_memory)
        bound = f"{100 * self.lowest:+.1f}" if math.isfinite(self.lowest) else "?"
        return (
            f"| {self.person} | {self.words:,} | {self.minutes:.1f} | {100 * self.judged:+.1f} "
            f"({bound}) | {'yes' if self.kept else 'no'} | {self.share:.2f} | "
            f"{100 * self.forgotten:+.1f} | {self.base:.3f} | "
            + " | ".join(f"{100 * change:+.1f}" for change in changes)
            + " |"
        )


HEAD = (
    "| person | words | minutes | judged (bound) | kept | share | forgotten | "
    "base | tuned | memory | both |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|"
)


def main() -> None:
    """Print one row for each person and number of words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pack", type=Path)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--words", nargs="+", type=int, default=[5_000, 20_000, 100_000])
    parser.add_argument("--epochs", type=int, default=FinetunePlan.__dataclass_fields__["epochs"].default)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--json", type=Path, help="append the rows here, but those that are there")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    base = open_pack(arguments.pack)
    there = _rows(arguments.json)
    persons = [read_person(folder) for folder in arguments.folders]
    print(HEAD)
    for words in arguments.words:
        for person in persons:
            texts = person.first(words)
            size = sum(count(text).words for text in texts)
            if size < LEAST_SHARE * words:
                continue
            row = there.get((person.name, size)) or Trial(base, person, texts).row(arguments.epochs)
            print(row, flush=True)
            if arguments.json and (person.name, size) not in there:
                with arguments.json.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(asdict(row)) + "\n")


def _rows(path: Path | None) -> dict[tuple[str, int], Row]:
    """Return the rows that were measured before, by person and words."""
    lines = path.read_text(encoding="utf-8").splitlines() if path and path.exists() else []
    rows = [Row(**json.loads(line)) for line in lines]
    return {(row.person, row.words): row for row in rows}


def read_person(folder: Path) -> Person:
    """Read a person's texts in an order of no meaning, and set some of them aside."""
    texts = [for_model(path.read_text(encoding="utf-8").strip()) for path in sorted(folder.rglob("*.txt"))]
    if len(texts) < FEWEST_DOCUMENTS:
        texts = [passage for text in texts for passage in passages(text)]
    random.Random(7).shuffle(texts)
    wanted = min(SET_ASIDE, sum(map(len, texts)) // 8)
    test: list[str] = []
    while sum(map(len, test)) < wanted:
        test.append(texts.pop())
    pieces = [piece.strip("\n") for text in test for piece in passages(text) if piece.strip()]
    every = -(-sum(map(len, pieces)) // SET_ASIDE)
    return Person(folder.name, tuple(texts), tuple(pieces[::every]))


class Trial:
    """One run, and the measurements after it."""

    def __init__(self, base: Pack, person: Person, texts: Sequence[str]) -> None:
        self._base = base
        self._person = person
        self._texts = texts
        self._tokenizer = base.tokenizer()

    def row(self, epochs: int) -> Row:
        """Fine-tune in a folder that goes again, and measure."""
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            begun = time.process_time()
            compared, out = self._adapt(folder, epochs)
            minutes = (time.process_time() - begun) / 60
            models = [_model(pack) for pack in (self._base, *([open_pack(out)] if compared.kept else []))]
            alone = [evaluate(model, hold_out(self._person.test, self._tokenizer)) for model in models]
            with_memory = [self._with_memory(model, folder / f"memory{n}") for n, model in enumerate(models)]
        general = (compared.general_before, compared.general_after)
        return Row(
            person=self._person.name,
            words=sum(count(text).words for text in self._texts),
            minutes=minutes,
            judged=compared.after / compared.before - 1,
            lowest=-compared.interval[0] if compared.interval else 0.0,
            kept=compared.kept,
            share=compared.share,
            forgotten=general[1] / general[0] - 1 if general[0] and general[1] else 0.0,
            base=alone[0],
            tuned=alone[-1] / alone[0] - 1,
            base_with_memory=with_memory[0] / alone[0] - 1,
            tuned_with_memory=with_memory[-1] / alone[0] - 1,
        )

    def _adapt(self, folder: Path, epochs: int) -> tuple[Compared, Path]:
        documents, general, out = folder / "documents", folder / "general", folder / "pack"
        documents.mkdir()
        general.mkdir()
        for number, text in enumerate(self._texts):
            (documents / f"{number:05}.txt").write_text(text, encoding="utf-8")
        name = f"{self._base.language}.txt"
        (general / name).write_text("\n\n".join(self._by_others(name)), encoding="utf-8")
        plan = FinetunePlan((documents,), self._base, out, epochs=epochs, minutes=600, general=general)
        compared = None
        for event in adapt(plan):
            compared = event if isinstance(event, Compared) else compared
        if compared is None:
            raise TrainingError("The run ended without a result.", hint="Run it from the command line.")
        return compared, out

    def _by_others(self, name: str) -> Iterator[str]:
        everything = "\n".join((*self._person.documents, *self._person.test))
        for passage in (resources() / "general" / name).read_text(encoding="utf-8").strip("\n").split("\n\n"):
            if max(passage.split("\n"), key=len) not in everything:
                yield passage

    def _with_memory(self, model: LstmModel, folder: Path) -> float:
        """Return bits per character as in the editor, with all that was learned from remembered."""
        store = MemoryStore(folder)
        for text in self._texts:
            store.learn(text)
        store.close()
        language, tokenizer = self._base.language, self._tokenizer
        remembered = RememberedText(folder, tokenizer, self._base.name, LANGUAGE_SCRIPTS.get(language))
        gate = read_gate(resources() / "memory_gate.json", language)
        memory = Memory(tokenizer, Vocabulary(tokenizer), gate, remembered)
        nats = 0.0
        for passage in self._person.test:
            tokens = [BEGIN, *tokenizer.encode(passage)]
            for place, row in enumerate(_following(model, tokens[:-1]), start=1):
                if place % CHUNK == 1:
                    memory.look_around(tokenizer.decode(tokens[1:place]), "", "")
                mixed = memory.mixed(row[None], [trail_of(tokens[:place])])
                nats -= float(np.log(mixed[0, tokens[place]]))
        remembered.close()
        return bits_per_character(nats, sum(map(len, self._person.test)))


def _model(pack: Pack) -> LstmModel:
    model = LstmModel(pack.config)
    model.load(pack.weights())
    return model.eval()


@torch.no_grad()
def _following(model: LstmModel, tokens: Sequence[int]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Return the probabilities (T, V) of what follows each token."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        features, _ = model.features(torch.tensor(tokens)[:, None], model.zero_state(1))
        scores = model.logits(features[:, 0])
    return torch.softmax(scores.float(), dim=-1).numpy()


if __name__ == "__main__":
    main()
