"""The texts that measures are taken on, and the passages of them that the typist types."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from writer_app.documents.document import load
from writer_app.errors import DocumentError
from writer_app.text.normalise import for_model

PASSAGES, PASSAGE_CHARACTERS = 60, 300
"""How many passages are typed where nothing else is said, and how long they are."""
CONTEXT = 500  # characters that stand before the passage at least, as in a letter already begun


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage to be typed: characters `start` to `end` of `text`, which goes on behind it."""

    text: str
    start: int
    end: int


def find_documents(paths: Sequence[Path]) -> list[Path]:
    """Return the files among `paths` and the .txt files in the folders among them, in a fixed order."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(path.rglob("*.txt"))
        elif path.is_file():
            found.append(path)
        else:
            raise DocumentError(f"There is no {path}.", hint="Name text files, or folders that hold some.")
    if not found:
        raise DocumentError("There is no text to measure on.", hint="Name .txt files, or folders of them.")
    return list(dict.fromkeys(found))


def read_documents(paths: Iterable[Path], limit: int | None = None) -> Iterator[str]:
    """Yield each document as the model reads it, or its first `limit` characters; blank ones are left out."""
    for path in paths:
        _, text = load(path)
        if text := for_model(text.strip()):
            yield text[:limit]


def sample_excerpts(documents: Iterable[str], count: int, length: int) -> list[Excerpt]:
    """Choose `count` documents by a hash of their text, and in each the passage to type.

    It begins at the first paragraph after `CONTEXT` characters; documents too short for it are left out,
    and where too few remain, all of them are taken.
    """
    placed = ((_rank(text), _place(text, length)) for text in documents)
    ranked = sorted(((rank, excerpt) for rank, excerpt in placed if excerpt), key=lambda pair: pair[0])
    return [excerpt for _, excerpt in ranked[:count]]


def _rank(text: str) -> bytes:
    """Order documents by content, so that renaming or moving files changes nothing."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _place(text: str, length: int) -> Excerpt | None:
    start = text.find("\n", CONTEXT) + 1
    return Excerpt(text, start, start + length) if 0 < start <= len(text) - length else None
