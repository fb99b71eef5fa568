"""A suggester in another program, which reads and answers JSON lines as `writer-app suggest` does."""

import json
import shlex
import subprocess
from typing import Any, Self

from writer_app.engine.protocol import Answer, Request, Suggestion
from writer_app.errors import EngineError


class ProgramSuggester:
    """Starts a program and asks it; leaving the context ends it."""

    def __init__(self, command: str) -> None:
        self.name = command
        try:
            self._process = subprocess.Popen(
                shlex.split(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        except (OSError, ValueError, IndexError) as error:
            raise EngineError(
                f"{command!r} cannot be started.", hint="Name a program and its arguments."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._process.kill()
        self._process.communicate()

    def suggest(self, request: Request) -> Answer:
        """Answer one request.

        A program may not know the field for words passed over, so as many more are asked for; the typist
        leaves them out.
        """
        wanted = request.count + len(request.rejected)
        message = {"id": request.number, "before": request.before, "after": request.after, "n": wanted}
        reply = self._exchange({**message, "rejected": sorted(request.rejected), "spaced": request.spaced})
        try:
            answers = tuple(Suggestion(str(s["text"]), float(s["probability"])) for s in reply["suggestions"])
        except (KeyError, TypeError, ValueError) as error:
            raise self._failed() from error
        return Answer(request.number, answers, float(reply.get("latency_ms", 0.0)))

    def _exchange(self, message: dict[str, Any]) -> dict[str, Any]:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None  # noqa: S101, PT018 - both asked for above
        try:
            stdin.write(json.dumps(message, ensure_ascii=False) + "\n")
            stdin.flush()
            reply = json.loads(stdout.readline())
        except (OSError, ValueError) as error:
            raise self._failed() from error
        if not isinstance(reply, dict):
            raise self._failed()
        return reply

    def _failed(self) -> EngineError:
        return EngineError(
            f"{self.name!r} does not answer as the protocol asks.",
            hint="It has to answer one JSON line to each.",
        )
