"""What is offered at the caret: some continuations, one of which is shown."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from writer_app.engine.ghost import is_worth_showing, typed_through
from writer_app.engine.protocol import Suggestion


@dataclass(frozen=True, slots=True)
class Offer:
    """Alternatives, best first, and the number of the one shown."""

    alternatives: tuple[Suggestion, ...]
    shown: int = 0
    typed_along: int = 0
    """Letters typed since it was first shown."""

    @property
    def ghost(self) -> str:
        """The text shown."""
        return self.alternatives[self.shown].text

    @property
    def probability(self) -> float:
        """How likely the text shown is."""
        return self.alternatives[self.shown].probability

    def turned(self, steps: int) -> "Offer":
        """Show another alternative, going round at the ends."""
        return replace(self, shown=(self.shown + steps) % len(self.alternatives))

    def typed(self, text: str) -> "Offer | None":
        """Return what is left after `text` was typed; None where nothing to be seen is."""
        if not (typed_through(self.ghost, text) or "").strip():
            return None
        left = [
            (number, replace(suggestion, text=rest))
            for number, suggestion in enumerate(self.alternatives)
            if (rest := typed_through(suggestion.text, text))
        ]
        shown = next(place for place, (number, _) in enumerate(left) if number == self.shown)
        return Offer(tuple(suggestion for _, suggestion in left), shown, self.typed_along + len(text))


def offer_from(suggestions: Iterable[Suggestion], floor: float) -> Offer | None:
    """Return the offer of those that are likely enough, None where nothing is."""
    likely = tuple(s for s in suggestions if s.text and is_worth_showing(s, floor))
    return Offer(likely) if likely else None
