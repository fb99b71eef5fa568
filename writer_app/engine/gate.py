"""How much of the probability goes to what the person wrote before: fitted, not chosen.

For each source (the text around the caret, all that is remembered) and each number of agreeing tokens a
logistic function of how often and how uniformly something followed there. The coefficients were fitted by
`scripts/fit_gate.py` on training texts; docs/decisions has the figures.
"""

import json
import lzma
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log1p
from operator import mul
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from writer_app.engine.occurrences import ORDER, Followers, Trail
from writer_app.engine.partial_word import Vocabulary
from writer_app.errors import EngineError
from writer_app.model.tokenizer import Tokenizer
from writer_app.text.normalise import for_model

FORMAT = 2
FEATURES = 8
GENERAL_CHARACTERS = 200_000  # of the training texts; the passages that come with the program are in no order
_RAREST = 16.0  # of single bytes, which have no probability of their own
_HIGHEST = 0.98  # the model always keeps a part: what followed once may not follow again


@dataclass(frozen=True, slots=True)
class Gate:
    """The coefficients for one language."""

    recent: tuple[float, float]
    """Of the words used lately, whatever stands before them: a constant, and log(1 + tokens of text)."""
    alike: tuple[float, float]
    """Of what followed similar states: a constant, and the cosine of the most similar one."""
    usage: tuple[float, float]
    """Exponents of how much oftener the person uses a word than others, and this text than the person."""
    text: tuple[tuple[float, ...], ...]
    """For one, two, … `ORDER` agreeing tokens of the text: `FEATURES` each."""
    remembered: tuple[tuple[float, ...], ...]
    general: str = ""
    """Passages of the training texts, which tell how often words are used in general."""

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any], general: str = "") -> "Gate":
        """Read what `scripts/fit_gate.py` wrote."""
        return cls(
            tuple(facts["recent"]),
            tuple(facts["alike"]),
            tuple(facts["usage"]),
            tuple(map(tuple, facts["text"])),
            tuple(map(tuple, facts["remembered"])),
            general,
        )

    def share_of_recent(self, tokens: int) -> float:
        """Return the share of the words used lately, in a text of so many tokens."""
        return _logistic(self.recent[0] + self.recent[1] * log1p(tokens)) if tokens else 0.0

    def shares_of_alike(self, closest: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the share of what followed similar states, by the cosine of the most similar one."""
        constant, slope = self.alike
        shares: NDArray[np.float32] = 1 / (1 + np.exp(-constant - slope * closest))
        return shares


class Judge:
    """Judges what followed somewhere before."""

    def __init__(self, tokenizer: Tokenizer, vocabulary: Vocabulary) -> None:
        scores = (min(-score, _RAREST) if score else _RAREST for score in tokenizer.scores)
        self.rarities = [score / 10 for score in scores]
        """How rare each token is: its negative log-probability in the tokenizer, by ten."""
        self._inside: list[bool] = np.isin(np.arange(tokenizer.size), vocabulary.inside).tolist()

    def features(self, row: Sequence[Followers | None], trail: Trail) -> list[tuple[float, ...] | None]:
        """Return what decides the share of the followers of each length of `trail`.

        The rest of a name follows its beginning, above all where that agrees from its first letter; hardly
        anything follows "of the".
        """
        found: list[tuple[float, ...] | None] = []
        rarity, whole = 0.0, False
        for token, followers in zip(trail, row, strict=True):
            rarity += self.rarities[token]
            whole = whole or not self._inside[token]
            if followers is None:
                found.append(None)
                continue
            inside = self._inside[followers.likeliest]
            found.append((1.0, *followers.features, inside, rarity, inside and rarity, inside and whole))
        return found


def share(coefficients: Sequence[float], values: Sequence[float]) -> float:
    """Return the share that belongs to `features`."""
    return min(_logistic(sum(map(mul, coefficients, values))), _HIGHEST)


def read_gate(path: Path, language: str) -> Gate:
    """Read the coefficients for `language`; a language without its own takes those of the first."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        languages = content["languages"]
        facts = languages.get(language) or next(iter(languages.values()))
        gate = Gate.from_facts(facts, _general_text(path.parent, language))
    except (OSError, EOFError, lzma.LZMAError, ValueError, KeyError, TypeError, StopIteration) as error:
        raise EngineError(f"{path.name} cannot be read.", hint="Install the program again.") from error
    rows = (*gate.text, *gate.remembered)
    if content.get("format") != FORMAT or len(rows) != 2 * ORDER or any(len(r) != FEATURES for r in rows):
        raise EngineError(f"{path.name} does not fit this program.", hint="Install the program again.")
    return gate


def _general_text(folder: Path, language: str) -> str:
    path = folder / "rehearsal" / f"{language}.txt.xz"
    if not path.exists():
        return ""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return for_model(file.read(GENERAL_CHARACTERS))


def _logistic(odds: float) -> float:
    return 1 / (1 + exp(-max(odds, -40.0)))
