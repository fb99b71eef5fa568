"""What is not suggested: what stands at the caret already, what cannot be known, and unwanted words."""

import re
from collections.abc import Collection, Iterable
from itertools import takewhile
from pathlib import Path

from writer_app.engine.ghost import first_word
from writer_app.errors import EngineError
from writer_app.text.boundaries import joins, whole_word, word_before
from writer_app.text.scripts import is_full_width

LONGEST_WORD = 64  # characters before the caret that a word may have begun in
LONGEST_ADDRESS = 256
LONGEST_REDUPLICATION = 2  # characters that Chinese says twice: 研究研究
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


def without_what_follows(text: str, after: str) -> str:
    """Return `text` without an ending with which `after` begins; empty where all of it stands there.

    "looking forward to" before " to it" is "looking forward"; words are never cut.
    """
    if after.startswith(text):
        return ""
    for start in range(1, len(text)):
        if after.startswith(text[start:]) and not (joins(text[start - 1]) and joins(text[start])):
            return text[:start].rstrip()
    return text


def stands_inside_word(before: str, continuations: Collection[str], after: str) -> bool:
    """Whether the caret parts a word: the letters on its right would go on with those on its left."""
    letters = "".join(takewhile(joins, after[:LONGEST_WORD]))
    return bool(letters and word_before(before[-LONGEST_WORD:])) and letters in continuations


def is_doubled(before: str, text: str) -> bool:
    """Whether `text` begins with the word that stands before it: "the the"."""
    if is_full_width(text[:1] or " "):
        return len(text) > LONGEST_REDUPLICATION and before.endswith(text)
    before = before[-2 * LONGEST_WORD :]
    begun = word_before(before) if joins(text[:1] or " ") else ""
    previous = word_before(before[: len(before) - len(begun)].rstrip(" "))
    return bool(previous) and previous.lower() == whole_word(before, text).lower()


def is_inside_address(before: str) -> bool:
    """Whether the caret stands in an e-mail or web address, whose end no language tells."""
    run = before[-LONGEST_ADDRESS:].rpartition("\n")[2].rpartition(" ")[2]
    return "@" in run or "://" in run or run.lower().startswith("www.")


def offered_word(before: str, text: str) -> str:
    """Return the first word of `text` with the marks behind it, and the letters of it that are typed."""
    bare = text.lstrip()
    begun = word_before(before[-LONGEST_WORD:]) if bare == text and joins(text[:1] or " ") else ""
    return begun + first_word(bare)


class UnwantedWords:
    """Words that are never suggested: whole words, or, where no spaces part words, characters in a row."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        lower = {word.lower() for word in words}
        self._han = tuple(sorted(word for word in lower if any(map(is_full_width, word))))
        self._words = lower.difference(self._han)
        self._longest = max(map(len, self._han), default=1)

    def would_hold(self, before: str, text: str) -> bool:
        """Whether `text`, put behind `before`, would finish or hold one of them."""
        begun = word_before(before[-LONGEST_WORD:]) if joins(text[:1] or " ") else ""
        lower = (begun + text).lower()
        if self._words and not self._words.isdisjoint(_WORD.findall(lower)):
            return True
        if not any(map(is_full_width, text)):
            return False
        row = (before[-self._longest :] + text).lower()
        behind = min(len(before), self._longest)
        return any(row.find(word, max(0, behind - len(word) + 1)) >= 0 for word in self._han)


def read_unwanted_words(folder: Path) -> UnwantedWords:
    """Read the lists in `folder`, one for each language; lines that begin with # say where they are from."""
    lines = (line for path in sorted(folder.glob("unwanted.*.txt")) for line in _lines(path))
    return UnwantedWords(line for line in lines if line and not line.startswith("#"))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise EngineError(
            f"The list of unwanted words {path.name} cannot be read.", hint="Install the program again."
        ) from error
