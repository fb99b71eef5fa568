"""What was taken or passed over before, as it bears on what is suggested now."""

from collections.abc import Iterable

from writer_app.personal.hints import WEIGHTS, Ground, Known, grounds, leaned


class Leanings:
    """How much more or less likely a suggestion is than the model says, by what it stands on."""

    def __init__(self) -> None:
        self._known: dict[Ground, float] = {}

    def __len__(self) -> int:
        return len(self._known)

    def take(self, known: Iterable[Known]) -> None:
        """Take in grounds that are new or have changed."""
        self._known.update((one.ground, one.leaning) for one in known)

    def of(self, before: str, suggestion: str) -> float:
        """Return the leaning, in log-odds, of `suggestion` after `before`."""
        if not self._known:
            return 0.0
        return sum(
            WEIGHTS[ground.kind] * self._known.get(ground, 0.0) for ground in grounds(before, suggestion)
        )

    def leaned(self, probability: float, before: str, suggestion: str) -> float:
        """Return `probability` moved by what is known of its grounds."""
        return leaned(probability, self.of(before, suggestion))
