"""Suggesters whose answers and whose timing the test chooses, and a person whose answers it chooses."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from writer_app.engine.protocol import Answer, Request, Suggestion
from writer_app.errors import WriterError
from writer_app.ui.questions import Questions, Unsaved

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


class ScriptedQuestions(Questions):
    """Answers as the test decided beforehand, and remembers what was asked."""

    def __init__(self) -> None:
        super().__init__(QWidget())
        self.unsaved = Unsaved.CANCEL
        self.consent = False
        self.path: Path | None = None
        self.suggested: Path | None = None
        self.new_title: str | None = None
        self.asked: list[str] = []

    def unsaved_changes(self, name: str) -> Unsaved:
        self.asked.append(f"unsaved {name}")
        return self.unsaved

    def overwrite_newer(self, name: str) -> bool:
        self.asked.append(f"overwrite {name}")
        return self.consent

    def paths_to_open(self, folder: Path) -> list[Path]:
        return [self.path] if self.path else []

    def path_to_save(self, suggested: Path) -> Path | None:
        self.suggested = suggested
        return self.path

    def path_to_export(self, suggested: Path) -> Path | None:
        return self.path

    def delete_model(self, title: str) -> bool:
        self.asked.append(f"delete {title}")
        return self.consent

    def model_to_import(self) -> Path | None:
        return self.path

    def title(self, before: str) -> str | None:
        self.asked.append(f"rename {before}")
        return self.new_title

    def forget_everything(self) -> bool | None:
        self.asked.append("forget everything")
        return self.consent or None

    def tell(self, problem: WriterError) -> None:
        self.asked.append(f"{problem} {problem.hint}")


def finishing(sentence: str, *others: str) -> Continue:
    """Go on with `sentence`, wherever in it the text before the caret ends; `others` come after that."""

    def script(before: str) -> list[str]:
        lines = before.rpartition("\n")[2]
        rest = sentence[len(lines) :] if lines and sentence.startswith(lines) else ""
        return [rest, *others] if rest else []

    return script
