"""The suggester whose script surrounds the caret."""

from collections.abc import Callable, Iterable, Mapping

from writer_app.engine.protocol import Answer, Request, Suggester
from writer_app.text.scripts import LANGUAGE_SCRIPTS, Script, is_full_width, script_of

NEARBY = 300  # characters before the caret that may decide, and a third as many after it
QUOTED_WORDS = 4  # words that make a quotation of what might else be a product's name


class Router:
    """Several languages behind one suggester; each is opened when its script first comes up."""

    def __init__(self, openers: Mapping[str, Callable[[], Suggester]]) -> None:
        self._openers = dict(openers)
        self._open: dict[str, Suggester] = {}
        self._language = next(iter(openers))
        self._suggester()

    @property
    def device(self) -> str:
        """Where the suggester in use runs."""
        return str(getattr(self._suggester(), "device", "CPU"))

    def suggest(self, request: Request) -> Answer:
        """Answer from the pack of the script around the caret; without letters there, the last one used."""
        self._language = language_at(request.before, request.after, self._openers) or self._language
        return self._suggester().suggest(request)

    def idle(self) -> bool:
        """Let the suggester in use prepare."""
        idle: Callable[[], bool] | None = getattr(self._suggester(), "idle", None)
        return idle() if idle else False

    def _suggester(self) -> Suggester:
        if self._language not in self._open:
            self._open[self._language] = self._openers[self._language]()
        return self._open[self._language]


def language_at(before: str, after: str, known: Iterable[str]) -> str | None:
    """Return which of the `known` languages is written at the caret, None where that cannot be told."""
    script = script_at(before[-NEARBY:], after[: NEARBY // 3])
    return next((language for language in known if script and LANGUAGE_SCRIPTS.get(language) is script), None)


def script_at(before: str, after: str) -> Script | None:
    """Return the script that a person writes at the caret.

    The paragraph decides, so a product's name does not end a Chinese one; a few words in the other script
    just before the caret are a quotation, which goes on in its own.
    """
    paragraph = before[before.rstrip().rfind("\n") + 1 :]
    surroundings = script_of(paragraph + after.partition("\n")[0]) or script_of(before)
    run = len(before)
    while run and not is_full_width(before[run - 1]):
        run -= 1
    words = [word for word in before[run:].split() if word[0].islower()]
    if surroundings is Script.HAN and len(words) >= QUOTED_WORDS:
        return Script.LATIN
    quoted = before.rstrip()[-QUOTED_WORDS:]
    if surroundings is Script.LATIN and len(quoted) == QUOTED_WORDS and all(map(is_full_width, quoted)):
        return Script.HAN
    return surroundings
