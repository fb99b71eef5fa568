"""Which words the person has passed over at the caret of one page, so that others are offered."""

import time
from collections.abc import Callable

from PySide6.QtGui import QTextDocument

from writer_app.engine.ghost import PATIENCE
from writer_app.engine.passed_over import PassedOver
from writer_app.ui.offer import Offer
from writer_app.ui.surroundings import text_between

TIME_TO_TAKE = 1.0
"""Seconds in which somebody who wants what is shown takes it; letters typed meanwhile say nothing."""
REPLACING_MS = 500
"""After the last letter, before something else is shown: whoever meant to take the old one has by then."""
_NO_LINE = -1


class PassingOver:
    """The words passed over in the paragraph being written."""

    def __init__(self, document: QTextDocument, clock: Callable[[], float] = time.monotonic) -> None:
        self._document = document
        self._clock = clock
        self._shown_since = 0.0
        self._words = PassedOver()
        self._line = _NO_LINE  # where the paragraph begins that they are of

    def show(self, offer: Offer | None) -> None:
        """Take note of what is shown now."""
        if offer is not None and not offer.typed_along:
            self._shown_since = self._clock()

    def has_passed(self, offer: Offer | None) -> bool:
        """Whether so much was typed along with `offer`, and for so long, that it is not wanted."""
        if offer is None or offer.typed_along < PATIENCE:
            return False
        return self._clock() - self._shown_since >= TIME_TO_TAKE

    def pass_over(self, offer: Offer, caret: int) -> None:
        """Take it that the word shown at `caret` is not wanted there."""
        line = self._line_before(caret)
        self._words.add(line, len(line), [offer.ghost])

    def rejected(self, offer: Offer | None, caret: int) -> frozenset[str]:
        """Return the words passed over that may still be the one at `caret`, that of `offer` among them."""
        if offer is not None and self.has_passed(offer):
            self.pass_over(offer, caret)
        if not self._words:
            return frozenset()
        line = self._line_before(caret)
        return self._words.at(line, len(line))

    def forget(self) -> None:
        """Begin anew, as where the caret has gone to another place."""
        self._words = PassedOver()

    def _line_before(self, caret: int) -> str:
        start = self._document.findBlock(caret).position()
        if start != self._line:
            self._line = start
            self.forget()
        return text_between(self._document, start, caret)
