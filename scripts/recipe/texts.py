"""The texts of the trials: a sample of the corpus, vocabularies made of it, some of the held-out texts."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from writer_app.atomic import replacing
from writer_app.model.tokenizer import Tokenizer
from writer_app.training.corpus import TokenFile, list_documents, open_corpus, read_document
from writer_app.training.evaluate import HeldOut, read_held_out
from writer_app.training.vocabulary import train_tokenizer

SAMPLE = 24_000_000  # characters that trials read from, the same for all
FOR_VOCABULARY = 10_000_000  # characters
HELD_OUT = slice(None, None, 3)  # of the held-out documents: a third is enough

# Contemporary or plain 20th-century prose for a general reader, without the dialogues of crowd-workers and
# without leads to code that was taken out.
PROSE = frozenset(Path(__file__).with_name("prose.txt").read_text("utf-8").split())


@dataclass(frozen=True, slots=True)
class Texts:
    """Where texts come from, and where what is made of them lies."""

    train: Path
    dev: Path
    folder: Path

    def sample(self, *, prose: bool = False) -> list[Path]:
        """Return documents of the corpus, in a random order that is always the same."""
        documents = list_documents(self.train)
        if prose:
            documents = [path for path in documents if path.parent.name in PROSE]
        chosen, size = [], 0
        for index in np.random.default_rng(0).permutation(len(documents)):
            chosen.append(documents[index])
            size += documents[index].stat().st_size
            if size > SAMPLE:
                break
        return chosen

    def tokenizer(self, vocabulary: int) -> Tokenizer:
        """Return the vocabulary of a size, made of the sample once."""
        path = self.folder / f"{vocabulary}.model"
        if not path.exists():
            texts, size = [], 0
            for document in self.sample():
                texts.append(read_document(document))
                size += len(texts[-1])
                if size > FOR_VOCABULARY:
                    break
            paragraphs = (part for text in texts for part in text.split("\n") if part)
            with replacing(path) as scratch:
                scratch.write_bytes(train_tokenizer(paragraphs, vocabulary))
        return Tokenizer(path.read_bytes())

    def corpus(self, tokenizer: Tokenizer, *, shuffled: bool, prose: bool) -> tuple[TokenFile, float]:
        """Return the sample as tokens, and how many characters there are to a token."""
        documents = self.sample(prose=prose)
        if not shuffled:
            documents.sort()
        corpus = open_corpus(documents, tokenizer, self.folder)
        characters = sum(len(read_document(path)) for path in documents)
        return corpus, characters / len(corpus)

    def held_out(self, tokenizer: Tokenizer) -> tuple[HeldOut, list[str]]:
        """Return a part of the held-out documents, and which kind of text each is."""
        paths = list_documents(self.dev)[HELD_OUT]
        return read_held_out(paths, tokenizer), [_kind(path.parent.name) for path in paths]


def _kind(source: str) -> str:
    if source.startswith("se_"):
        return "fiction"
    if source.startswith("openstax_"):
        return "textbooks"
    return "dialogue" if "dialogue" in source else "web"
