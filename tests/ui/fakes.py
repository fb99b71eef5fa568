"""Suggesters whose answers and whose timing the test chooses."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from writer_app.engine.protocol import Answer, Request, Suggestion

Continue = Callable[[str], Sequence[str]]


@dataclass
class ScriptedSuggester:
    """Answers at once with what `script` makes of the text before the caret, each with probability 0.5."""

    script: Continue
    requests: list[Request] = field(default_factory=list)

    def suggest(self, request: Request) -> Answer:
        self.requests.append(request)
        texts = self.script(request.before)
        return Answer(request.number, tuple(Suggestion(text, 0.5) for text in texts), 1.0)


class GatedSuggester(ScriptedSuggester):
    """Answers a request only when the test lets it through; `entered` counts those that wait."""

    def __init__(self, script: Continue) -> None:
        super().__init__(script)
        self.entered = threading.Semaphore(0)
        self.gate = threading.Semaphore(0)

    def suggest(self, request: Request) -> Answer:
        self.entered.release()
        self.gate.acquire()
        return super().suggest(request)


def finishing(sentence: str, *others: str) -> Continue:
    """Go on with `sentence`, wherever in it the text before the caret ends; `others` come after that."""

    def script(before: str) -> list[str]:
        lines = before.rpartition("\n")[2]
        rest = sentence[len(lines) :] if lines and sentence.startswith(lines) else ""
        return [rest, *others] if rest else []

    return script
