"""The words and phrases of what is remembered, for the person to look through."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from writer_app.text.scripts import is_han

LONGEST_PHRASE = 4  # words, or Chinese characters
SHORTEST = (
    4  # letters; a shorter word tells about its writer only as a name: within a sentence, not in lower case
)
MOST = 5000  # of the words, and as many phrases
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]{2,}")


@dataclass(frozen=True, slots=True)
class Learned:
    """A word or phrase, and how many times it stands in what is remembered."""

    text: str
    times: int


def learned(sentences: Iterable[str]) -> list[Learned]:
    """Return the words, and the phrases that came at least twice, the most frequent first."""
    words: Counter[str] = Counter()
    phrases: Counter[str] = Counter()
    for sentence in sentences:
        found = [word for word in _WORD.findall(sentence) if not any(map(is_han, word))]
        words.update(
            word
            for place, word in enumerate(found)
            if len(word) >= SHORTEST or (place and len(word) > 1 and not word.islower())
        )
        for length in range(2, LONGEST_PHRASE + 1):
            phrases.update(phrase for phrase in _phrases(sentence, found, length) if phrase in sentence)
    repeated = Counter({phrase: times for phrase, times in phrases.items() if times > 1})
    everything = [*words.most_common(MOST), *repeated.most_common(MOST)]
    return [Learned(*item) for item in sorted(everything, key=lambda item: (-item[1], item[0]))]


def holds_words(sentence: str, words: str) -> bool:
    """Whether `words` stand in `sentence`, not as a part of longer ones."""
    first, last = (r"(?<!\w)", r"(?!\w)") if not any(map(is_han, words)) else ("", "")
    return re.search(first + re.escape(words) + last, sentence) is not None


def _phrases(sentence: str, words: list[str], length: int) -> Iterable[str]:
    """Return what stands side by side: so many words, or so many Chinese characters."""
    yield from (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))
    for run in _HAN_RUN.findall(sentence):
        yield from (run[start : start + length] for start in range(len(run) - length + 1))
