"""What the memory saves a writer: passages typed by the model alone, and with what was written remembered.

A passage stands late in a long document. Before it is typed, what stands before it is learned, as if it had
been typed; for the last method, 100,000 characters of the same author as well.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from writer_app.bench.excerpts import Excerpt, read_documents
from writer_app.bench.kept import Kept, name_of
from writer_app.bench.lessons import Lesson
from writer_app.bench.report import Figure, Goal, Report, Rows, Table
from writer_app.bench.savings import FLOORS, savings_at
from writer_app.bench.typist import Asker, Tally, type_with_ghost, type_with_list
from writer_app.engine.backends import open_backend
from writer_app.engine.gate import read_gate
from writer_app.engine.lstm_suggester import LstmSuggester, Manner
from writer_app.engine.remembered import RememberedText
from writer_app.model.pack import Pack
from writer_app.paths import resources
from writer_app.personal.store import MemoryStore
from writer_app.text.scripts import LANGUAGE_SCRIPTS

AUTHOR = 100_000  # characters of the same author that are learned before
ALONE, DOCUMENT, SAME_AUTHOR = (
    "the model alone",
    "with this document remembered",
    "with 100,000 characters of the same author too",
)
METHODS = (ALONE, DOCUMENT, SAME_AUTHOR)
_LIST = 3  # suggestions
_PRICE = 25  # suggestions shown in vain per 100 characters
_FLOORS = tuple(floor for floor in FLOORS if floor <= 0.15)  # higher ones never cost as much
_GAIN, _GAIN_WITH_AUTHOR, _LOSS = 0.03, 0.06, -0.002


@dataclass(frozen=True, slots=True)
class Typed:
    """What one method did: with a list, and with ghost text at each confidence floor."""

    listed: Tally = field(default_factory=Tally)
    ghosts: tuple[Tally, ...] = (Tally(),) * len(_FLOORS)
    """Suggestions leave the space behind them to the writer, as in the figures of other methods."""

    def __add__(self, other: "Typed") -> "Typed":
        ghosts = (one + another for one, another in zip(self.ghosts, other.ghosts, strict=True))
        return Typed(self.listed + other.listed, tuple(ghosts))

    @classmethod
    def from_facts(cls, facts: dict[str, Any]) -> "Typed":
        """Read what `asdict` made."""
        return cls(Tally(**facts["listed"]), tuple(Tally(**ghost) for ghost in facts["ghosts"]))

    @property
    def in_list(self) -> float:
        """Keystroke savings with a list."""
        return self.listed.savings

    @property
    def as_ghost(self) -> float:
        """Keystroke savings with ghost text, at the price at which methods are compared."""
        return savings_at(self.ghosts, _PRICE)


_MEASURES: tuple[tuple[str, Callable[[Typed], float]], ...] = (
    ("word list, n = 3", lambda typed: typed.in_list),
    ("ghost text", lambda typed: typed.as_ghost),
)


def _type(excerpt: Excerpt, asker: Asker) -> Typed:
    listed = type_with_list(excerpt, asker, _LIST)
    return Typed(listed, tuple(type_with_ghost(excerpt, asker, floor, spaced=False) for floor in _FLOORS))


class Classroom:
    """One pack, as each method opens it."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._model = pack.identity()
        self._backend = open_backend(pack)
        self._tokenizer = pack.tokenizer()
        self._gate = read_gate(resources() / "memory_gate.json", pack.language)

    def measure(self, lesson: Lesson, kept: Kept) -> dict[str, Typed]:
        """Type the passage by each method; what is kept is not typed again."""
        excerpt = lesson.excerpt
        written = excerpt.text[: excerpt.start]
        before = list(_up_to(read_documents(lesson.others), AUTHOR))
        learned: dict[str, list[str]] = {DOCUMENT: [written]}
        if sum(map(len, before)) >= AUTHOR:
            learned[SAME_AUTHOR] = [*before, written]
        typed = {ALONE: self._typed(kept, (self._model, excerpt), partial(self._alone, excerpt))}
        for method, texts in learned.items():
            circumstances = (self._model, excerpt, self._gate, texts)
            typed[method] = self._typed(kept, circumstances, partial(self._having_learned, texts, excerpt))
        return typed

    def _typed(self, kept: Kept, circumstances: tuple[object, ...], type_it: Callable[[], Typed]) -> Typed:
        name = name_of(_FLOORS, *circumstances)
        found = kept.get(name)
        if found is None:
            found = asdict(type_it())
            kept.put(name, found)
        return Typed.from_facts(found)

    def _alone(self, excerpt: Excerpt) -> Typed:
        return _type(excerpt, Asker(LstmSuggester(self._backend, self._tokenizer, Manner(floor=0.0))))

    def remembering(self, folder: Path) -> tuple[LstmSuggester, RememberedText]:
        """Return the suggester as the editor opens it, with what is remembered in `folder`."""
        script = LANGUAGE_SCRIPTS.get(self._pack.language)
        remembered = RememberedText(folder, self._tokenizer, self._pack.name, script)
        manner = Manner(floor=0.0)
        return LstmSuggester(self._backend, self._tokenizer, manner, self._gate, remembered), remembered

    def _having_learned(self, texts: Iterable[str], excerpt: Excerpt) -> Typed:
        with tempfile.TemporaryDirectory() as folder:
            store = MemoryStore(Path(folder))
            for text in texts:
                store.learn(text)
            store.close()
            suggester, remembered = self.remembering(Path(folder))
            typed = _type(excerpt, Asker(suggester))
            remembered.close()
        return typed


def learned(pack: Pack, chosen: Iterable[Lesson], kept: Kept) -> Iterator[tuple[str, dict[str, Typed]]]:
    """Yield the source of each passage and what each method saved there."""
    classroom = Classroom(pack)
    for lesson in chosen:
        yield lesson.source, classroom.measure(lesson, kept)


def learning_report(measured: Iterable[tuple[str, dict[str, Typed]]]) -> Report:
    """Return the tables, by method and by source."""
    totals: dict[str, Typed] = {}
    alone_with_author = Typed()
    by_source: dict[str, dict[str, Typed]] = {}
    for name, typed in measured:
        source = by_source.setdefault(name, {})
        for method, one in typed.items():
            totals[method] = totals.get(method, Typed()) + one
            source[method] = source.get(method, Typed()) + one
        if SAME_AUTHOR in typed:
            alone_with_author += typed[ALONE]
    figures = [*_gains("this document", totals[ALONE], totals[DOCUMENT], _GAIN)]
    if SAME_AUTHOR in totals:
        figures += _gains("the same author", alone_with_author, totals[SAME_AUTHOR], _GAIN_WITH_AUTHOR)
    for title, measure in _MEASURES:
        worst = min(measure(typed[DOCUMENT]) - measure(typed[ALONE]) for typed in by_source.values())
        figures.append(Figure(f"{title}, source that gains least", worst, "saved", _LOSS, Goal.AT_LEAST))
    return Report("typing with a memory", tuple(figures), tuple(_tables(totals, by_source)))


def _gains(of: str, without: Typed, having: Typed, asked: float) -> Iterator[Figure]:
    for title, measure in _MEASURES:
        gain = measure(having) - measure(without)
        yield Figure(f"{title}, gained by remembering {of}", gain, "saved", asked, Goal.AT_LEAST)


def _tables(totals: dict[str, Typed], by_source: dict[str, dict[str, Typed]]) -> Iterator[Table]:
    columns = ("method", "characters", "word list, n = 3", f"ghost text at {_PRICE} in vain")
    rows: Rows = tuple(
        (method, typed.listed.characters, *(measure(typed) for _, measure in _MEASURES))
        for method, typed in totals.items()
    )
    yield Table("keystroke savings", columns, rows)
    for title, measure in _MEASURES:
        cells: Rows = tuple(
            (source, *(measure(typed[method]) if method in typed else None for method in METHODS))
            for source, typed in sorted(by_source.items())
        )
        yield Table(f"{title}, by source", ("source", *METHODS), cells)


def _up_to(texts: Iterable[str], characters: int) -> Iterator[str]:
    taken = 0
    for text in texts:
        if taken >= characters:
            return
        yield text[: characters - taken]
        taken += len(text)
