"""A small language to train on: sentences from a grammar, so that seconds of training show."""

from functools import cache
from pathlib import Path

import numpy as np

from writer_app.model.pack import Pack, open_pack
from writer_app.training.base import train_base
from writer_app.training.plan import BasePlan, Sizes
from writer_app.training.schedule import Schedule
from writer_app.training.vocabulary import train_tokenizer
from writer_app.training.workers import set_threads

VOCABULARY = 360
PARAGRAPHS = 6  # of a document
SENTENCES = 8  # of a paragraph
NAMES = ["Aurelia Vantongeren", "the Quillfeather Society", "Brambleholt"]

_PEOPLE = ["the gardener", "my sister", "our neighbour", "the old captain", "a careful reader", "the teacher"]
_VERBS = ["waters", "remembers", "describes", "paints", "forgets", "answers"]
_THINGS = [
    "the roses",
    "a long letter",
    "the harbour",
    "every question",
    "the first chapter",
    "an open window",
]
_TIMES = ["in the morning", "after supper", "before the rain", "on Sundays", "without a word", "in 1984"]
_CHINESE = ["今天天气很好，我们去公园散步。", "他在窗边写信，雨下了一整天。", "老师说，明天我们读第一章。"]


def sentence(random: np.random.Generator) -> str:
    """Return one sentence; one in ten is Chinese."""
    if random.random() < 0.1:
        return str(random.choice(_CHINESE))
    words = " ".join(str(random.choice(part)) for part in (_PEOPLE, _VERBS, _THINGS, _TIMES))
    return words[0].upper() + words[1:] + "."


def document(seed: int) -> str:
    """Return a document of a few paragraphs."""
    random = np.random.default_rng(seed)
    paragraphs = [" ".join(sentence(random) for _ in range(SENTENCES)) for _ in range(PARAGRAPHS)]
    return "\n\n".join(paragraphs) + "\n"


def write_documents(folder: Path, count: int, first_seed: int = 0) -> Path:
    """Write documents into `folder` and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(first_seed, first_seed + count):
        (folder / f"document-{seed:03}.txt").write_text(document(seed), encoding="utf-8")
    return folder


def write_diary(folder: Path) -> Path:
    """Write documents with names that no pack of the small language has seen, and return the folder."""
    write_documents(folder, 40, first_seed=5000)
    for index, path in enumerate(sorted(folder.iterdir())):
        name = NAMES[index % len(NAMES)]
        text = path.read_text(encoding="utf-8").replace("The gardener", name[0].upper() + name[1:])
        path.write_text(text, encoding="utf-8")
    return folder


@cache
def tokenizer_bytes(size: int = VOCABULARY) -> bytes:
    """Return a tokenizer for the small language."""
    random = np.random.default_rng(0)
    return train_tokenizer([sentence(random) for _ in range(2000)], size)


def train_pack(folder: Path) -> Pack:
    """Train a pack in `folder` until it knows the small language; takes a few seconds."""
    plan = BasePlan(
        language="en",
        data=write_documents(folder / "texts", 40),
        out=folder / "pack",
        tokens=150_000,
        sizes=Sizes(VOCABULARY, embedding=16, hidden=32, layers=2),
        schedule=Schedule(peak=1e-2, warm_up=20),
        batch=16,
        length=32,
    )
    set_threads(1)  # a small model is quicker so, and waits for nobody else's work
    for _ in train_base(plan):
        pass
    return open_pack(plan.out)
