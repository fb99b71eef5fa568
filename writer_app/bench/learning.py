"""What the memory saves a writer: passages typed without it, with the text's own words, and with more.

A passage stands late in a long document. Before it is typed, what stands before it is learned, as if it had
been typed; for the last method, 100,000 characters of other documents in the same folder as well.
"""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from writer_app.bench.excerpts import Excerpt, read_documents
from writer_app.bench.report import Figure, Goal, Report, Rows, Table
from writer_app.bench.savings import LIST_LENGTHS, Savings, type_excerpt
from writer_app.bench.typist import Asker
from writer_app.engine.backends import open_backend
from writer_app.engine.calibration import Calibration
from writer_app.engine.gate import read_gate
from writer_app.engine.lstm_suggester import LstmSuggester, Manner
from writer_app.engine.remembered import RememberedText
from writer_app.model.pack import Pack
from writer_app.paths import resources
from writer_app.personal.store import MemoryStore
from writer_app.text.scripts import LANGUAGE_SCRIPTS

LONG = 5000  # characters of a document
AUTHOR = 100_000  # characters of the same author that are learned before
ALONE, TEXT, DOCUMENT, SAME_AUTHOR = (
    "the model alone",
    "with the text's own words",
    "with this document remembered",
    "with 100,000 characters of the same folder remembered",
)
METHODS = (ALONE, TEXT, DOCUMENT, SAME_AUTHOR)
_PRICE = 25  # suggestions shown in vain per 100 characters
_GAIN, _GAIN_WITH_AUTHOR, _LOSS = 0.03, 0.06, -0.002


@dataclass(frozen=True, slots=True)
class Lesson:
    """A passage to be typed, and other texts of its folder."""

    source: str
    excerpt: Excerpt
    others: tuple[Path, ...]


@dataclass(slots=True)
class Learning:
    """What each method saved, by folder."""

    saved: dict[str, dict[str, Savings]] = field(default_factory=dict)
    with_author: int = 0  # passages before which so much could be learned
    passages: int = 0


def lessons(paths: Sequence[Path], count: int, length: int) -> list[Lesson]:
    """Choose `count` passages, as evenly over the folders as they allow."""
    folders: dict[Path, list[Path]] = {}
    for path in paths:
        if path.stat().st_size >= LONG:
            folders.setdefault(path.parent, []).append(path)
    found: list[Lesson] = []
    for turn in range(max(map(len, folders.values()), default=0)):
        for folder, files in folders.items():
            if turn < len(files) and len(found) < count and (passage := _late_passage(files[turn], length)):
                others = tuple(other for other in files if other != files[turn])
                found.append(Lesson(folder.name, passage, others))
    return found


def _late_passage(path: Path, length: int) -> Excerpt | None:
    text = next(read_documents([path]), "")
    start = text.find("\n", len(text) * 2 // 3) + 1
    return (
        Excerpt(text, start, start + length)
        if 0 < start <= len(text) - length and len(text) >= LONG
        else None
    )


class Classroom:
    """One pack, as each method opens it."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._backend = open_backend(pack)
        self._tokenizer = pack.tokenizer()
        self._gate = read_gate(resources() / "memory_gate.json", pack.language)

    def measure(self, lesson: Lesson) -> dict[str, Savings]:
        """Type the passage by each method."""
        excerpt = lesson.excerpt
        written = excerpt.text[: excerpt.start]
        saved = {
            ALONE: type_excerpt(excerpt, Asker(self._suggester(with_text=False))),
            TEXT: type_excerpt(excerpt, Asker(self._suggester())),
            DOCUMENT: self._having_learned([written], excerpt),
        }
        before = list(_up_to(read_documents(lesson.others), AUTHOR))
        if sum(map(len, before)) >= AUTHOR:
            saved[SAME_AUTHOR] = self._having_learned([*before, written], excerpt)
        return saved

    def _having_learned(self, texts: Iterable[str], excerpt: Excerpt) -> Savings:
        with tempfile.TemporaryDirectory() as folder:
            store = MemoryStore(Path(folder))
            for text in texts:
                store.learn(text)
            store.close()
            script = LANGUAGE_SCRIPTS.get(self._pack.language)
            remembered = RememberedText(Path(folder), self._tokenizer, self._pack.name, script)
            saved = type_excerpt(excerpt, Asker(self._suggester(remembered)))
            remembered.close()
        return saved

    def _suggester(
        self, remembered: RememberedText | None = None, *, with_text: bool = True
    ) -> LstmSuggester:
        gate = self._gate if with_text else None
        calibration = Calibration.from_facts(self._pack.facts)
        return LstmSuggester(self._backend, self._tokenizer, calibration, Manner(floor=0.0), gate, remembered)


def learning_report(pack: Pack, chosen: Iterable[Lesson]) -> Report:
    """Type every passage and return the tables, by method and by folder."""
    classroom = Classroom(pack)
    totals: dict[str, Savings] = {}
    alone_with_author = Savings()
    by_folder: dict[str, dict[str, Savings]] = {}
    for lesson in chosen:
        saved = classroom.measure(lesson)
        for name, savings in saved.items():
            totals[name] = totals.get(name, Savings()) + savings
            folder = by_folder.setdefault(lesson.source, {})
            folder[name] = folder.get(name, Savings()) + savings
        if SAME_AUTHOR in saved:
            alone_with_author += saved[ALONE]
    figures = [*_gains("this document", totals[ALONE], totals[DOCUMENT], _GAIN)]
    if SAME_AUTHOR in totals:
        figures += _gains("the same author", alone_with_author, totals[SAME_AUTHOR], _GAIN_WITH_AUTHOR)
    worst = min(_list(saved[DOCUMENT]) - _list(saved[ALONE]) for saved in by_folder.values())
    figures.append(Figure("folder that gains least, list n = 3", worst, "saved", _LOSS, Goal.AT_LEAST))
    return Report("typing with a memory", tuple(figures), tuple(_tables(totals, by_folder)))


def _gains(of: str, without: Savings, having: Savings, asked: float) -> Iterator[Figure]:
    for name, measure in (("list n = 3", _list), ("ghost text", _ghost)):
        gain = measure(having) - measure(without)
        yield Figure(f"{name}, gained by remembering {of}", gain, "saved", asked, Goal.AT_LEAST)


def _tables(totals: dict[str, Savings], by_folder: dict[str, dict[str, Savings]]) -> Iterator[Table]:
    measures = (("word list, n = 3", _list), (f"ghost text at {_PRICE} in vain", _ghost))
    rows: Rows = tuple(
        (name, saved.lists[0].characters, *(measure(saved) for _, measure in measures))
        for name, saved in totals.items()
    )
    yield Table("keystroke savings", ("method", "characters", *(title for title, _ in measures)), rows)
    for title, measure in measures:
        cells: Rows = tuple(
            (folder, *(measure(saved[name]) if name in saved else None for name in METHODS))
            for folder, saved in sorted(by_folder.items())
        )
        yield Table(f"{title}, by folder", ("folder", *METHODS), cells)


def _list(saved: Savings) -> float:
    return saved.lists[LIST_LENGTHS.index(3)].savings


def _ghost(saved: Savings) -> float:
    return saved.bare_ghost_at(_PRICE)


def _up_to(texts: Iterable[str], characters: int) -> Iterator[str]:
    taken = 0
    for text in texts:
        if taken >= characters:
            return
        yield text[: characters - taken]
        taken += len(text)
