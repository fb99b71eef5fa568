"""Texts cut into passages; of the text held back, some choose a model, and the others judge it."""

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from writer_app.text.boundaries import sentences

PASSAGE = 2_000  # characters
MOST_CHARACTERS = 100_000  # enough to tell; more would only take time
PROMPTS = 5
_PROMPT = 80  # characters, up to the end of a word
_LONG = 2  # times a passage; a paragraph longer than this is cut between sentences
_SHORTEST = 500  # characters of a passage; shorter ones are mostly beginnings, which surprise any model
_PASSAGES = 24  # that are wanted; where there is little text, they are shorter
_CHOOSES = 3  # of so many passages, one chooses


@dataclass(frozen=True, slots=True)
class Passages:
    """Two parts of the held-out text; what the choice was made by would flatter the model that was chosen."""

    choosing: tuple[str, ...]
    judging: tuple[str, ...]


def passages(text: str, size: int = PASSAGE) -> list[str]:
    """Cut `text` between paragraphs into pieces of about `size` characters; joined they are `text` again."""
    found: list[str] = []
    begun = ""
    for piece in _pieces(text, size):
        begun += piece
        if len(begun) >= size:
            found.append(begun)
            begun = ""
    return [*found, begun] if begun else found


def _pieces(text: str, size: int) -> Iterator[str]:
    for paragraph in text.splitlines(keepends=True):
        yield from sentences(paragraph) if len(paragraph) > _LONG * size else [paragraph]


def part(held_out: Sequence[str]) -> Passages:
    """Cut held-out text into passages and part them."""
    total = sum(map(len, held_out))
    size = min(PASSAGE, max(_SHORTEST, total // _PASSAGES))
    found = [passage.strip("\n") for text in held_out for passage in passages(text, size) if passage.strip()]
    found = found[:: max(1, math.ceil(total / MOST_CHARACTERS))]  # from all over the texts
    chosen = sorted(range(len(found)), key=lambda place: digest(found[place]))[: len(found) // _CHOOSES]
    if not chosen:  # one or two judge all by themselves, and cannot tell anything
        return Passages(tuple(found), tuple(found))
    judging = [passage for place, passage in enumerate(found) if place not in chosen]
    return Passages(tuple(found[place] for place in chosen), tuple(judging))


def prompts(judging: Sequence[str]) -> list[tuple[str, str]]:
    """Return beginnings of some paragraphs, and how each goes on there."""
    found = [cut for passage in judging for line in passage.split("\n") if (cut := _begun(line))]
    return found[:: max(1, len(found) // PROMPTS)][:PROMPTS]


def _begun(line: str) -> tuple[str, str] | None:
    """Cut a paragraph of some length at the end of a word."""
    end = line.find(" ", _PROMPT) if " " in line else _PROMPT // 3  # Chinese has no spaces
    return (line[:end], line[end : end + _PROMPT]) if 0 < end < len(line) - 1 else None


def digest(text: str) -> bytes:
    """Return what tells texts apart, and gives them an order of no meaning."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
