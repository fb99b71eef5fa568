"""The words that the writer has seen and not taken; they are not offered again for the same word."""

from collections.abc import Iterable

from writer_app.engine.ghost import first_word
from writer_app.text.boundaries import joins, word_before
from writer_app.text.scripts import is_full_width


class PassedOver:
    """The words that the writer has seen and not taken, by where in the text they would stand."""

    def __init__(self) -> None:
        self._words: set[tuple[int, str]] = set()

    def __bool__(self) -> bool:
        return bool(self._words)

    def add(self, text: str, place: int, suggestions: Iterable[str]) -> None:
        """Remember the first words of `suggestions` after text[:place]."""
        self._words |= {_whole_word(text, place, suggestion) for suggestion in suggestions}

    def holds(self, text: str, place: int, suggestion: str) -> bool:
        """Whether the first word of `suggestion` was passed over where it would stand."""
        start, word = _whole_word(text, place, suggestion)
        return any(text[earlier:start] + word == seen for earlier, seen in self._words if earlier <= start)

    def at(self, text: str, place: int) -> frozenset[str]:
        """Return the words passed over that may still be the one being typed at `place`.

        Where letters join, a word is given whole; in Chinese, what of it is not typed yet.
        """
        begun = place - len(word_before(text[:place]))
        whole = {word for start, word in self._words if start >= begun}
        rest = {
            word[place - start :]
            for start, word in self._words
            if start < begun and len(word) > place - start and text.startswith(word[: place - start], start)
        }
        return frozenset(whole | rest)


def _whole_word(text: str, place: int, suggestion: str) -> tuple[int, str]:
    """Return where the first word of `suggestion` starts, and the word with what of it is typed already."""
    bare = suggestion.lstrip()
    start = place + len(suggestion) - len(bare)
    if is_full_width(bare[:1] or " "):
        return start, bare  # no dictionary here tells where a Chinese word ends
    begun = word_before(text[:place]) if start == place and joins(bare[:1] or " ") else ""
    return start - len(begun), begun + first_word(bare)
