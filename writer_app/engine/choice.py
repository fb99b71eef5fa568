"""Which continuations are offered: those that together save the most keystrokes.

What one saves is counted against offering it a key later. A word of letters can still be taken after its
next letter, so it saves one key, and each further word another; Chinese words save all characters but one.
"""

from collections.abc import Iterator, Sequence

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
    """Choose up to `count` phrases, each the one that adds most to what those before it save.

    In a chain each phrase begins with the one before it. A phrase and its beginning may both be chosen:
    the longer one saves more, the shorter one is right more often.
    """
    chosen: list[Suggestion] = []
    stages: list[frozenset[int]] = [frozenset()] * len(chains)
    while len(chosen) < count:
        added, _, number, stage = max(_additions(chains, stages), default=(0.0, 0, 0, 0))
        if added <= 0:
            break
        stages[-number] |= {stage}
        phrase = chains[-number][stage]
        if all(phrase.text != other.text for other in chosen):  # Chinese can be cut in several ways
            chosen.append(phrase)
    return chosen


def _additions(
    chains: Sequence[Sequence[Suggestion]], stages: Sequence[frozenset[int]]
) -> Iterator[tuple[float, int, int, int]]:
    """Yield what each phrase would add; the shorter ones and the earlier chains win ties."""
    for number, (chain, chosen) in enumerate(zip(chains, stages, strict=True)):
        saved = _saved(chain, chosen)
        for stage in range(len(chain)):
            if stage not in chosen:
                yield _saved(chain, chosen | {stage}) - saved, -stage, -number, stage


def _saved(chain: Sequence[Suggestion], chosen: frozenset[int]) -> float:
    """Return the keystrokes that may be expected to be saved where these stages of `chain` are offered."""
    saved = shorter = 0.0
    for phrase in (chain[stage] for stage in sorted(chosen)):
        keys = keys_saved(phrase.text)
        saved += phrase.probability * (keys - shorter)
        shorter = keys
    return saved - _lost(chain[0], chain[min(chosen)]) if chosen else saved


def _lost(word: Suggestion, phrase: Suggestion) -> float:
    """Return what `phrase` costs where only its first `word` is right, which is passed over with it."""
    if is_full_width(word.text[-1]):
        return 0.0
    return (word.probability - phrase.probability) * (len(word.text) - 1)
