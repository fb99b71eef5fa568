"""The passages written before that speak for a word at the caret: where it stood, and after what."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from writer_app.engine.memory import PAGE_AFTER, PAGES_BEFORE
from writer_app.text.boundaries import joins, word_before

MOST = 3  # passages of one word
_COMPARED = 60  # characters before the word
_SHOWN = 40  # characters shown on either side

Find = Callable[[str], list[str]]
"""Return the remembered sentences that hold some words, the newest first."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place where the word stood: what it shares with the caret's place, and what is around that."""

    before: str
    shared: str
    after: str
    here: bool
    """Whether it stands in the text around the caret; else it is remembered."""


def recall(word: str, before: str, after: str, find: Find) -> tuple[Passage, ...]:
    """Return the passages that agree longest with the text before the caret; of equal ones, the nearest."""
    begun = word_before(before)
    context = before[: len(before) - len(begun)] if begun and word.startswith(begun) else before
    earlier, later = context[-PAGES_BEFORE:], after[:PAGE_AFTER]
    found = list(_places(word, earlier, context, here=True))[::-1]
    found += _places(word, later, context, here=True)
    last = context[len(context.rstrip()) - len(word_before(context.rstrip())) :]
    for words in dict.fromkeys((last + word, word)):
        for sentence in find(words):
            if sentence.strip() not in earlier:  # what is written here is remembered, too
                found += _places(word, sentence, context, here=False)
        if len(found) >= MOST:
            break
    best = sorted(dict.fromkeys(found), key=lambda passage: -len(passage.shared))
    return tuple(best[:MOST])


def _places(word: str, text: str, context: str, *, here: bool) -> Iterator[Passage]:
    """Yield the places of `word` in `text`."""
    for match in re.finditer(re.escape(word), text):
        if _is_part_of_longer(text, match):
            continue
        start = match.start() - _agreement(text[: match.start()], context)
        line, end = text.rfind("\n", 0, start) + 1, text.find("\n", match.end())
        around = text[line:start], text[match.end() : len(text) if end < 0 else end]
        yield Passage(_last_of(around[0]), text[start : match.end()], _first_of(around[1]), here)


def _is_part_of_longer(text: str, match: re.Match[str]) -> bool:
    """Whether what was found stands inside a word written in letters."""
    found, before, behind = match.group(), text[: match.start()][-1:], text[match.end() :][:1]
    return (joins(found[0]) and joins(before or " ")) or (joins(found[-1]) and joins(behind or " "))


def _agreement(text: str, context: str) -> int:
    """Return how many characters at the end of both are the same, from the beginning of a word on."""
    pairs = zip(text[: -_COMPARED - 1 : -1], context[: -_COMPARED - 1 : -1], strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] != "\n", pairs))
    shared = text[len(text) - same :]
    if any(len(whole) > same and joins(whole[-same - 1]) for whole in (text, context)):
        shared = "".join(dropwhile(joins, shared))
    return len(shared.lstrip())


def _last_of(text: str) -> str:
    if len(text) <= _SHOWN:
        return text.lstrip()
    cut = text[-_SHOWN:]
    space = cut.find(" ")
    return "…" + (cut[space:] if 0 <= space < _SHOWN // 2 else cut).lstrip()


def _first_of(text: str) -> str:
    if len(text) <= _SHOWN:
        return text.rstrip()
    cut = text[:_SHOWN]
    space = cut.rfind(" ")
    return (cut[:space] if space > _SHOWN // 2 else cut).rstrip() + "…"
