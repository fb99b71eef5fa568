"""The text's own words: what a person wrote a page ago is likely to come again, names above all.

A cache model (Kuhn and De Mori 1990) beside the LSTM, over whole words: how often each stands in the text
around the caret, and how often after the word before the caret. Both are weighed by how well they foresaw
the letters typed, so a rare name wins after a letter or two.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from writer_app.engine.branches import Phrase
from writer_app.engine.sampler import Found
from writer_app.text.boundaries import joins
from writer_app.text.scripts import is_full_width

SHARE = 0.1  # of the text's own words in the mixture
BEFORE, AFTER = 6000, 2000  # characters around the caret that count
PAIRS = 2.0  # occurrences of the previous word at which its followers count as much as all words
WORTH_READING = 0.02  # probability from which a word is looked at that the model did not think of
MOST_READ = 4
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


def begun_word(held: str, before: str) -> str | None:
    """Return the letters typed of a word, None where `held` is anything else."""
    typed = held.removeprefix(" ")
    start = len(before) - len(held)  # no slice up to it: `before` may be a whole book
    alone = held != typed or start == 0 or before[start - 1] == "\n"
    plain = all(joins(character) for character in typed)
    return typed if alone and plain and before.endswith(typed) else None


def recent_chances(before: str, after: str, typed: str) -> dict[str, float]:
    """Return the words of the text that begin with `typed`, each with its chance to come next."""
    start = len(before) - len(typed)
    written = before[max(0, start - BEFORE) : start]
    if start > BEFORE:
        written = written.partition(" ")[2]  # the first word is likely to be cut
    words = _WORD.findall(written)
    previous = words[-1] if words else ""
    words += _WORD.findall(after[:AFTER])
    followers = Counter(word for earlier, word in pairwise(words) if earlier == previous)
    pairs = followers.total()
    share = pairs / (pairs + PAIRS)
    agreeing = Counter(word for word in words if word.startswith(typed))
    return {
        word: (1 - share) * times / len(words) + share * followers[word] / max(pairs, 1)
        for word, times in agreeing.items()
        if word != typed and not any(map(is_full_width, word))
    }


def with_recent_words(
    found: Found, chances: Mapping[str, float], typed: str, spell: Callable[[list[str]], list[Phrase]]
) -> list[Phrase]:
    """Mix the model's words with the text's own; `spell` reads those that the model did not think of."""
    total = (1 - SHARE) * found.agreeing + SHARE * sum(chances.values())
    of_model, of_text = (1 - SHARE) * found.agreeing / total, SHARE / total
    known = {typed + word.text for word in found.words}
    missing = [word for word in chances if word not in known and of_text * chances[word] >= WORTH_READING]
    missing = sorted(missing, key=chances.__getitem__, reverse=True)[:MOST_READ]
    mixed = [
        replace(word, probability=min(1.0, of_model * word.probability + of_text * chance))
        for word in (*found.words, *spell(missing))
        for chance in (chances.get(typed + word.text, 0.0),)
    ]
    return sorted(mixed, key=lambda word: -word.probability)
