"""The text held back: passages to choose a model by, and others to judge the chosen one by."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from writer_app.training.selection import passages

MOST_CHARACTERS = 100_000  # enough to tell; more would only take time
PROMPTS = 5
_PROMPT = 80  # characters, up to the end of a word
_FEWEST_TO_PART = 4  # passages; with fewer, all of them serve for both


@dataclass(frozen=True, slots=True)
class Passages:
    """Two parts of the held-out text; what the choice was made by would flatter the model that was chosen."""

    choosing: tuple[str, ...]
    judging: tuple[str, ...]


def part(held_out: Sequence[str]) -> Passages:
    """Cut held-out text into passages and part them."""
    found = [passage for text in held_out for passage in passages(text) if passage.strip()]
    every = max(1, math.ceil(sum(map(len, found)) / MOST_CHARACTERS))
    found = found[::every]  # from all over the texts
    if len(found) < _FEWEST_TO_PART:
        return Passages(tuple(found), tuple(found))
    return Passages(tuple(found[::2]), tuple(found[1::2]))


def prompts(judging: Sequence[str]) -> list[tuple[str, str]]:
    """Return beginnings of some paragraphs, and how each goes on there."""
    found = [cut for passage in judging for line in passage.split("\n") if (cut := _begun(line))]
    return found[:: max(1, len(found) // PROMPTS)][:PROMPTS]


def _begun(line: str) -> tuple[str, str] | None:
    """Cut a paragraph of some length at the end of a word."""
    end = line.find(" ", _PROMPT) if " " in line else _PROMPT // 3  # Chinese has no spaces
    return (line[:end], line[end : end + _PROMPT]) if 0 < end < len(line) - 1 else None
