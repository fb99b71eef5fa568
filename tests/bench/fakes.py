"""Suggesters whose answers a test decides."""

from collections.abc import Callable, Sequence

from writer_app.engine.protocol import Answer, Request, Suggestion


class Scripted:
    """Answers by a function of the text before the caret, and keeps what it was asked."""

    def __init__(self, answers: Callable[[str], Sequence[str]], probability: float = 1.0) -> None:
        self._answers = answers
        self._probability = probability
        self.requests: list[Request] = []

    def suggest(self, request: Request) -> Answer:
        """Answer one request."""
        self.requests.append(request)
        texts = self._answers(request.before)
        return Answer(request.number, tuple(Suggestion(text, self._probability) for text in texts))


def oracle(text: str, words: int = 1) -> Scripted:
    """Know the text: suggest what is left of the word begun, or the next ones."""

    def rest(before: str) -> list[str]:
        following = text[len(before) :]
        end = -1
        for _ in range(words):
            end = following.find(" ", end + 1)
            if end < 0:
                return [following] if following else []
        return [following[:end]] if end else []

    return Scripted(rest)


SILENT = Scripted(lambda _before: [])
