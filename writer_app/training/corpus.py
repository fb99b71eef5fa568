"""Documents to one file of tokens, memory-mapped, so that a corpus may be larger than memory."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from writer_app.atomic import replacing
from writer_app.errors import TrainingError
from writer_app.model.tokenizer import BEGIN, END, Tokenizer
from writer_app.text.normalise import for_model

Tokens = NDArray[np.uint16]
LARGEST_VOCABULARY = 1 << 16
_VERSION = b"1"  # part of the key of a token file; raise it when documents are read differently


@dataclass(frozen=True, slots=True)
class TokenFile:
    """A corpus as tokens: document n is tokens[starts[n]:starts[n + 1]], from `BEGIN` to `END`."""

    tokens: Tokens
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.tokens)


def list_documents(folder: Path) -> list[Path]:
    """Return the texts under `folder`, in a fixed order."""
    if not folder.is_dir():
        raise TrainingError(f"There is no folder {folder}.", hint="Name a folder of .txt files.")
    documents = sorted(folder.rglob("*.txt"))
    if not documents:
        raise TrainingError(f"{folder} holds no .txt files.", hint="Name a folder of .txt files.")
    return documents


def read_document(path: Path) -> str:
    """Return a document as the model reads it."""
    try:
        return for_model(path.read_text(encoding="utf-8").strip())
    except UnicodeDecodeError as error:
        raise TrainingError(f"{path} is not UTF-8.", hint="Convert it to UTF-8, or take it out.") from error


def open_corpus(documents: Sequence[Path], tokenizer: Tokenizer, folder: Path) -> TokenFile:
    """Return the documents as tokens, from `folder` where they were tokenised before.

    A changed, added or removed document, or another tokenizer, makes a new file.
    """
    if tokenizer.size > LARGEST_VOCABULARY:
        raise TrainingError(
            "The vocabulary is too large.", hint="Tokens are kept in 16 bits: 65,536 at most."
        )
    key = _key(documents, tokenizer)
    tokens, starts = folder / f"{key}.tokens", folder / f"{key}.starts.npy"
    if not starts.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _write(documents, tokenizer, tokens, starts)
    return TokenFile(np.memmap(tokens, np.uint16, mode="r"), np.load(starts))


def _key(documents: Sequence[Path], tokenizer: Tokenizer) -> str:
    digest = hashlib.sha256(_VERSION + b"\0".join(tokenizer.token_bytes))
    for path in documents:
        facts = path.stat()
        digest.update(f"{path.resolve()} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def _write(documents: Sequence[Path], tokenizer: Tokenizer, tokens: Path, starts: Path) -> None:
    offsets = [0]
    with replacing(tokens) as scratch, scratch.open("wb") as file:
        for encoded in _encoded(documents, tokenizer):
            file.write(encoded.tobytes())
            offsets.append(offsets[-1] + len(encoded))
    with replacing(starts) as scratch, scratch.open("wb") as file:  # last: it vouches for the tokens
        np.save(file, np.array(offsets, np.int64))


def _encoded(documents: Sequence[Path], tokenizer: Tokenizer) -> Iterator[Tokens]:
    for path in documents:
        yield np.array([BEGIN, *tokenizer.encode(read_document(path)), END], np.uint16)
