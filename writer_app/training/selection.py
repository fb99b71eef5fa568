"""Which of a person's texts are learned from, which are held out, and which are left out and why."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from writer_app.errors import DocumentError, TrainingError
from writer_app.i18n import tr
from writer_app.importers import OTHER_DOCUMENTS, SUFFIXES, import_text
from writer_app.text.counts import count
from writer_app.text.languages import is_written_in
from writer_app.text.normalise import for_model
from writer_app.text.secrets import find_secrets, without_secrets
from writer_app.training.holding_out import split
from writer_app.training.passages import digest

FEWEST_CHARACTERS = 200  # of a document
FEWEST_WORDS = 1_000  # of all; below this nothing can be held out that would tell
EXPECTED_WORDS = 5_000  # of all; below this a gain is not to be expected
MOST_CHARACTERS = 20_000_000  # of all: days of training, and as much as the memory is good for
_REASONS = 5  # that are told where too little is left
_REPEATED = 80  # characters; a paragraph as long as this is no coincidence
_NO_DOCUMENTS = (".", "~$")  # hidden files, and the marks that Word leaves beside an open document


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that is not learned from, and why, in words for the person."""

    path: Path
    reason: str
    hint: str = ""
    """What the person can do about it, where something can be done."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Texts to learn from and texts to measure on; no paragraph of some length is in both."""

    training: tuple[str, ...]
    held_out: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    names: tuple[str, ...]
    """Of the documents' files."""
    words: int
    secrets: Mapping[str, int] = field(default_factory=dict)
    """How many were found, by kind."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a person's documents, be it enough or not."""

    texts: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    words: int
    names: tuple[str, ...] = ()
    secrets: Mapping[str, int] = field(default_factory=dict)
    """How many were found, by kind; `texts` are without them unless it was asked for."""

    @property
    def sufficient(self) -> bool:
        """Whether there is enough text to learn from it, and to tell what that gained."""
        return self.words >= FEWEST_WORDS

    @property
    def promising(self) -> bool:
        """Whether there is enough text to expect a gain."""
        return self.words >= EXPECTED_WORDS


def read(
    paths: Iterable[Path],
    language: str,
    stopped: Callable[[], bool] = lambda: False,
    *,
    with_secrets: bool = False,
) -> Reading:
    """Read the documents in `paths`, folders included, until `stopped()`."""
    texts: dict[Path, str] = {}
    skipped: list[Skipped] = []
    secrets: Counter[str] = Counter()
    seen: set[bytes] = set()
    characters = 0
    for path in _files(paths):
        if stopped():
            break
        try:
            text = for_model(import_text(path)).strip()
        except DocumentError as error:
            skipped.append(Skipped(path, str(error), error.hint))
            continue
        new = _without_repeated(text, seen)
        kept, found = (new, _counted(new)) if with_secrets else without_secrets(new)
        reason = _objection(text, new, kept, language)
        if not reason and characters + len(kept) > MOST_CHARACTERS:
            reason = tr("There is more than enough to learn from without it.")
        if reason:
            skipped.append(Skipped(path, reason))
            continue
        texts[path] = kept
        characters += len(kept)
        secrets.update(found)
    return Reading(
        tuple(texts.values()),
        tuple(skipped),
        sum(count(text).words for text in texts.values()),
        tuple(path.name for path in texts),
        dict(secrets),
    )


def select(paths: Iterable[Path], language: str, *, with_secrets: bool = False) -> Selection:
    """Read the documents in `paths`, folders included; `TrainingError` where they are too little."""
    found = read(paths, language, with_secrets=with_secrets)
    if not found.sufficient:
        raise _too_little(found)
    training, held_out = split(found.texts)
    return Selection(tuple(training), tuple(held_out), found.skipped, found.names, found.words, found.secrets)


def _too_little(found: Reading) -> TrainingError:
    """Return the error that says what is missing, and what was left out."""
    hint = tr(
        "Add documents: at least {fewest:,} words, better {expected:,} and more.",
        fewest=FEWEST_WORDS,
        expected=EXPECTED_WORDS,
    )
    reasons = "; ".join(f"{one.path.name}: {one.reason}" for one in found.skipped[:_REASONS])
    return TrainingError(
        tr("There are only {words:,} words to learn from.", words=found.words),
        hint=f"{hint} {tr('Left out: {reasons}', reasons=reasons)}" if reasons else hint,
    )


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files named, and the documents in the folders named, each once."""
    seen: set[str] = set()
    for path in paths:
        for file in _inside(path) if path.is_dir() else [path]:
            real = os.path.realpath(file)  # `Path.resolve` fails where links lead in a circle
            if real not in seen:
                seen.add(real)
                yield file


def _inside(folder: Path) -> Iterator[Path]:
    """Yield the documents in a folder and those below it; a folder that vanishes or is closed holds none."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            suffix = Path(name).suffix.lower()
            if suffix in SUFFIXES | OTHER_DOCUMENTS and not name.startswith(_NO_DOCUMENTS):
                yield Path(place) / name


def _without_repeated(text: str, seen: set[bytes]) -> str:
    """Leave out long paragraphs that were in an earlier document, or earlier in this one."""
    kept: list[str] = []
    for paragraph in text.split("\n"):
        fingerprint = digest(" ".join(paragraph.split()).casefold())
        if len(paragraph) < _REPEATED or fingerprint not in seen:
            kept.append(paragraph)
        seen.add(fingerprint)
    return "\n".join(kept)


def _counted(text: str) -> Counter[str]:
    return Counter(secret.kind.value for secret in find_secrets(text))


def _objection(text: str, new: str, kept: str, language: str) -> str:
    """Return why a document is not learned from, by its text, what is new and what is kept; or nothing."""
    if len(text) < FEWEST_CHARACTERS:
        return tr("It is nearly empty.")
    if len(new) < len(text) / 2:
        return tr("Most of it was read before, here or in another document.")
    if len(kept) < max(FEWEST_CHARACTERS, len(new) / 3):
        return tr("Hardly anything is left of it without what looks like secrets.")
    letters = sum(character.isalpha() for character in text)
    if letters < len(text) / 2:
        return tr("It is mostly numbers and signs.")
    return "" if is_written_in(text, language) else tr("It is in another language than was chosen above.")
