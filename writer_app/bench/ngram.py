"""A rival worth the name: a 5-gram with modified Kneser–Ney smoothing, by KenLM, which is optional."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from writer_app.atomic import replacing
from writer_app.bench.baselines import Lexicon, begun_word, first_words
from writer_app.engine.protocol import Answer, Request, Suggestion
from writer_app.errors import EngineError
from writer_app.model.tokenizer import Tokenizer

CANDIDATES = 4_000  # most frequent words, where no letter narrows them down
_PIECE = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


Cut = Callable[[str], Sequence[str]]
"""Cuts a paragraph into what the n-gram counts."""


def words_and_marks(paragraph: str) -> list[str]:
    """Cut a paragraph of a language with spaces."""
    return _PIECE.findall(paragraph)


def tokens_of(tokenizer: Tokenizer) -> Cut:
    """Return what cuts a paragraph into the names of its tokens."""
    return lambda paragraph: [str(token) for token in tokenizer.encode(paragraph)]


class ConditionalModel(Protocol):
    """An n-gram: the logarithm, to base 10, of how likely each of `words` is after `history`."""

    def scores(self, history: Sequence[str], words: Sequence[str]) -> Sequence[float]:
        """Return a score for each word."""
        ...


class NgramSuggester:
    """Ranks the words that agree with what is typed by a conditional model of words."""

    def __init__(self, model: ConditionalModel, lexicon: Lexicon) -> None:
        self._model = model
        self._lexicon = lexicon
        self._names: dict[str, str] = {}

    def suggest(self, request: Request) -> Answer:
        """Answer one request."""
        begun = begun_word(request.before)
        if begun is None:
            return Answer(request.number)
        words = self._lexicon.starting(begun)[:CANDIDATES]
        paragraph = request.before[: len(request.before) - len(begun)].rpartition("\n")[2]
        names = [self._name(word) for word in words]
        scores = self._model.scores(words_and_marks(paragraph), names)
        likely = {word: 10**score for word, score in zip(words, scores, strict=True)}
        mass = sum(likely.values())
        chosen = first_words(
            sorted(words, key=lambda word: -likely[word]), request.count, request.rejected | {begun}
        )
        return Answer(
            request.number, tuple(Suggestion(word[len(begun) :], likely[word] / mass) for word in chosen)
        )

    def _name(self, word: str) -> str:
        """Return what the n-gram counts `word` as; thousands of words are ranked at every key."""
        if word not in self._names:
            self._names[word] = words_and_marks(word)[-1]
        return self._names[word]


class Kenlm:
    """A model in KenLM's format, ARPA or binary, over words and punctuation marks."""

    def __init__(self, path: Path) -> None:
        try:
            self._kenlm: Any = import_module("kenlm")  # optional, and without type information
        except ImportError as error:
            raise EngineError(
                "KenLM is not installed.", hint="Install it with: pip install .[ngram]"
            ) from error
        try:
            self._model = self._kenlm.Model(str(path))
        except OSError as error:
            raise EngineError(f"KenLM cannot read {path.name}.", hint="Make it with lmplz.") from error

    def scores(self, history: Sequence[str], words: Sequence[str]) -> list[float]:
        """Return log10 P(word | history) for each word; the history begins a paragraph."""
        state, following = self._kenlm.State(), self._kenlm.State()
        self._model.BeginSentenceWrite(state)
        for word in history:
            self._model.BaseScore(state, word, following)
            state, following = following, state
        return [self._model.BaseScore(state, word, following) for word in words]


def train_kenlm(documents: Iterable[str], path: Path, cut: Cut = words_and_marks) -> None:
    """Write the 5-gram of `documents`, one paragraph per sentence, with KenLM's `lmplz`."""
    if not shutil.which("lmplz"):
        raise EngineError(
            "KenLM's lmplz is not on the PATH.", hint="Build KenLM, or name a model made elsewhere."
        )
    with replacing(path) as scratch, tempfile.TemporaryDirectory(dir=path.parent) as folder:
        command = ["lmplz", "-o", "5", "-S", "40%", "-T", f"{folder}/", "--arpa", str(scratch)]
        command += ["--discount_fallback"]  # for texts too small to estimate discounts from
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdin is not None  # noqa: S101 - asked for above
            for text in documents:
                for paragraph in text.split("\n"):
                    process.stdin.write(" ".join(cut(paragraph)) + "\n")
        if process.returncode:
            raise EngineError("lmplz failed.", hint="Give it more text, memory or disk.")
