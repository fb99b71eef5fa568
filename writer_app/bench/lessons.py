"""The passages on which a memory is measured: late in long documents, in turns from each folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path

from writer_app.bench.excerpts import Excerpt, read_documents

LONG = 5000  # characters of a document


@dataclass(frozen=True, slots=True)
class Lesson:
    """A passage to be typed, and other texts of its folder, which are taken for the same author's."""

    source: str
    excerpt: Excerpt
    others: tuple[Path, ...]


def lessons(paths: Sequence[Path], count: int, length: int, more: Path | None = None) -> list[Lesson]:
    """Choose `count` passages, as evenly over the folders as they allow.

    A folder of the same name in `more` holds other texts by the same author.
    """
    folders: dict[Path, list[Path]] = {}
    for path in paths:
        if path.stat().st_size >= LONG:
            folders.setdefault(path.parent, []).append(path)
    of_folders = [_lessons(files, length, more) for files in folders.values()]
    turns = chain.from_iterable(zip_longest(*of_folders))
    return [lesson for lesson in turns if lesson is not None][:count]


def _lessons(files: Sequence[Path], length: int, more: Path | None) -> Iterator[Lesson]:
    for path in files:
        source = path.parent.name
        elsewhere = sorted((more / source).rglob("*.txt")) if more else []
        passage = _late_passage(path, length)
        if passage is not None:
            others = (*(other for other in files if other != path), *elsewhere)
            yield Lesson(source, passage, others)


def _late_passage(path: Path, length: int) -> Excerpt | None:
    """Return the passage at the first paragraph after two thirds of a long document."""
    text = next(read_documents([path]), "")
    start = text.find("\n", len(text) * 2 // 3) + 1
    fits = len(text) >= LONG and 0 < start <= len(text) - length
    return Excerpt(text, start, start + length) if fits else None
