"""Which continuations are listed: of each first word the one that saves the most keystrokes.

What one saves is counted against offering it a key later. A word of letters can still be taken after its
next letter, so it saves one key, and each further word another; Chinese words save all characters but one.
"""

from collections.abc import Sequence
from functools import partial

from writer_app.engine.branches import Phrase
from writer_app.engine.protocol import Suggestion
from writer_app.text.boundaries import has_word
from writer_app.text.scripts import is_full_width

ONE_CHARACTER = 0.1  # what one Chinese character counts as: taking it costs a key too


def keys_saved(text: str) -> float:
    """Return the keystrokes that taking `text` saves."""
    if is_full_width(text[-1]):
        return max(len(text) - 1, ONE_CHARACTER)
    return sum(map(has_word, text.split()))


def worth(phrase: Suggestion | Phrase) -> float:
    """Return the keystrokes that may be expected to be saved by offering `phrase` alone."""
    return phrase.probability * keys_saved(phrase.text)


def most_saving(chains: Sequence[Sequence[Suggestion]], count: int) -> list[Suggestion]:
    """Choose the phrase of each chain that is likely to save most, and of those up to `count`, best first.

    In a chain each phrase begins with the one before it: the longer one saves more, the shorter one is right
    more often. What is chosen begins with different words.
    """
    best = [(chain[0], max(chain, key=partial(_saved, chain[0]))) for chain in chains]
    chosen: dict[str, Suggestion] = {}
    for _, phrase in sorted(best, key=lambda pair: _saved(*pair), reverse=True):
        chosen.setdefault(phrase.text, phrase)  # Chinese can be cut in several ways
    return list(chosen.values())[:count]


def _saved(word: Suggestion, phrase: Suggestion) -> float:
    """Return what offering `phrase` may be expected to save, whose first word is `word`."""
    return worth(phrase) - _lost(word, phrase)


def _lost(word: Suggestion, phrase: Suggestion) -> float:
    """Return what `phrase` costs where only its first `word` is right, which is passed over with it."""
    if is_full_width(word.text[-1]):
        return 0.0
    return (word.probability - phrase.probability) * (len(word.text) - 1)
