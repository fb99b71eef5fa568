"""The sentence at the caret, in the form that the models read."""

from dataclasses import dataclass

from writer_app.engine.context import window_start
from writer_app.text.boundaries import has_word, sentences
from writer_app.text.normalise import for_model

LONGEST_HEAD = 280  # characters of the sentence that are shown before the caret, and so many at most after it
LONGEST_TAIL = 160


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is read before the sentence, and the sentence on both sides of the caret."""

    context: str
    head: str
    tail: str


def sentence_at(before: str, after: str) -> Sentence:
    """Return the sentence at the caret; one just ended stays until the next one has begun.

    The context begins where the engine begins to read, so that both see the same text.
    """
    text = for_model(before[window_start(before) :])
    parts = sentences(text)
    head = parts.pop() if parts else ""
    while parts and not has_word(head):
        head = parts.pop() + head
    following = for_model("x" + after)[1:]  # the space at the caret is part of the text
    tail = _rest(head, following[:LONGEST_TAIL])
    head = head[_cut(head, len(head) - LONGEST_HEAD) :]
    return Sentence(text[: len(text) - len(head)], head, tail)


def _rest(head: str, following: str) -> str:
    """Return the part of `following` that ends what `head` begins."""
    end = 0
    for part in sentences(head + following):
        end += len(part)
        if end >= len(head):
            break
    return following[: end - len(head)].rstrip("\n")


def _cut(text: str, least: int) -> int:
    """Return the first place from `least` on where a word ends."""
    if least <= 0:
        return 0
    space = text.find(" ", least)
    return space if space >= 0 else least
