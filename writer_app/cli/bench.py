"""`writer-app bench`: the figures against their limits, in one run."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import quantiles

from writer_app.bench.baselines import (
    Lexicon,
    WithSpaces,
    WordFrequencySuggester,
    count_pieces,
    count_words,
    space_share,
)
from writer_app.bench.evaluation import has_spaces
from writer_app.bench.excerpts import (
    PASSAGE_CHARACTERS,
    PASSAGES,
    Excerpt,
    find_documents,
    read_documents,
    sample_excerpts,
)
from writer_app.bench.inside import inside_report
from writer_app.bench.latency import start_report, suggest_report
from writer_app.bench.ngram import Cut, Kenlm, NgramSuggester, tokens_of, train_kenlm, words_and_marks
from writer_app.bench.program import ProgramSuggester
from writer_app.bench.report import Figure, Report, as_json, as_text
from writer_app.bench.savings import Savings, measure, report
from writer_app.bench.token_ngram import TokenNgramSuggester
from writer_app.cli.arguments import whole_number
from writer_app.cli.progress import counted
from writer_app.engine.backends import open_suggester
from writer_app.engine.lstm_suggester import Manner
from writer_app.engine.protocol import Suggester
from writer_app.errors import DocumentError, EngineError, PackError
from writer_app.model.pack import Pack, find_packs, open_pack
from writer_app.paths import bundled_packs, places, resources

BENCHES = ("suggest", "memory", "inside", "train", "start", "teach", "typing")
OPENING_LIMIT_S, KEY_LIMIT_MS = 2.0, 16.0
KEYS, LONG_WORDS, FILE_WORDS = 400, 1_000_000, 2_070_000  # the last make 10 MB
_SPACES_FROM = 500  # training texts that tell how many words have a space behind them


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("bench", nargs="?", choices=BENCHES, help="only this one; by default all")
    parser.add_argument("--pack", type=Path, metavar="P", help="folder of a pack; by default the first found")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    typing = parser.add_argument_group("typing")
    typing.add_argument(
        "--texts", type=Path, nargs="+", default=[], metavar="FILE", help="what is typed: texts, or folders"
    )
    typing.add_argument(
        "--passages",
        type=whole_number(1),
        default=PASSAGES,
        metavar="N",
        help=f"how many (default {PASSAGES})",
    )
    typing.add_argument(
        "--train", type=Path, metavar="FOLDER", help="texts that the baselines learn from: word frequency"
    )
    typing.add_argument(
        "--ngram", type=Path, metavar="FILE", help="an n-gram of KenLM; made from --train where it is missing"
    )
    typing.add_argument(
        "--program",
        action="append",
        default=[],
        metavar="CMD",
        help="a program to ask as `suggest` is",
    )
    typing.add_argument(
        "--learn", action="store_true", help="compare with and without a memory, late in long documents"
    )
    typing.add_argument(
        "--hints", action="store_true", help="compare with and without hints, on the same passages as --learn"
    )
    typing.add_argument(
        "--characters",
        type=whole_number(1),
        default=PASSAGE_CHARACTERS,
        metavar="N",
        help=f"of each passage (default {PASSAGE_CHARACTERS})",
    )
    typing.add_argument(
        "--more",
        type=Path,
        metavar="FOLDER",
        help="for --learn: its folders hold more by the authors of folders of the same name",
    )
    typing.add_argument(
        "--keep",
        type=Path,
        metavar="FILE",
        help="for --learn: goes on from what this file has of an earlier run",
    )
    parser.set_defaults(usage_error=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Run the benches asked for and print what they found; a missed limit is a finding, not a failure."""
    if arguments.bench == "typing" and not arguments.texts:
        arguments.usage_error("name texts to type with --texts")
    reports: list[Report] = []
    for name in [arguments.bench] if arguments.bench else BENCHES:
        found = _BENCHES[name](arguments)
        reports.append(found)
        if not arguments.json:
            print(as_text(found), end="\n\n", flush=True)
    if arguments.json:
        print(as_json(reports))
    return 0


def _memory(arguments: argparse.Namespace) -> Report:
    from writer_app.bench.remembering import remembering_report  # noqa: PLC0415 - loads SQLite

    return remembering_report(_pack(arguments))


def _train(_arguments: argparse.Namespace) -> Report:
    from writer_app.bench.throughput import train_report  # noqa: PLC0415 - loads torch, which takes seconds

    return train_report()


def _teach(arguments: argparse.Namespace) -> Report:
    """Measure typing beside a run over the texts named, or over those that come with the program."""
    from writer_app.bench.beside_learning import beside_learning_report  # noqa: PLC0415 - for this bench only

    pack = _pack(arguments)
    documents = arguments.texts or [resources() / "general" / f"{pack.language}.txt"]
    try:
        from writer_app.ui.key_to_paint import (  # noqa: PLC0415 - loads Qt
            offscreen_application,
            type_keys,
            window_to_measure,
        )
    except ImportError:
        return beside_learning_report(pack, documents, None)
    offscreen_application()
    with window_to_measure() as window:
        return beside_learning_report(pack, documents, partial(type_keys, window))


def _start(arguments: argparse.Namespace) -> Report:
    """Measure the start of the engine, and how the window takes a long text."""
    found = start_report(_pack(arguments).folder)
    return replace(found, figures=(*found.figures, *_window_figures()))


def _window_figures() -> tuple[Figure, ...]:
    try:
        from writer_app.ui.key_to_paint import offscreen  # noqa: PLC0415 - loads Qt
    except ImportError:
        return ()  # the other figures do without a window
    opening, *typing = offscreen((FILE_WORDS, 1), (0, KEYS), (LONG_WORDS, KEYS))
    empty, long = (sorted(feel.keys) for feel in typing)
    return (
        Figure("opening a text of 10 MB", opening.opening, "s", OPENING_LIMIT_S),
        Figure("key to paint, empty page, p95", quantiles(empty, n=20)[-1], "ms", KEY_LIMIT_MS),
        Figure("key to paint, 1,000,000 words, p95", quantiles(long, n=20)[-1], "ms", KEY_LIMIT_MS),
        Figure("key to paint, 1,000,000 words, slowest", long[-1], "ms"),
    )


def _typing(arguments: argparse.Namespace) -> Report:
    if not arguments.texts:
        return Report("typing", notes=("Skipped: name texts to type with --texts.",))
    pack = _pack(arguments)
    if arguments.learn or arguments.hints:
        return _learning(pack, arguments)
    excerpts = sample_excerpts(
        read_documents(find_documents(arguments.texts)), arguments.passages, arguments.characters
    )
    if not excerpts:
        raise DocumentError(
            "No text is long enough to type a passage of it.", hint="Name longer texts with --texts."
        )
    notes: list[str] = []
    methods: dict[str, Savings] = {}
    with ExitStack() as programs:
        for name, suggester in _methods(pack, arguments, programs, notes):
            methods[name] = _measured(name, suggester, excerpts)
    return report(methods, pack.language, notes)


def _learning(pack: Pack, arguments: argparse.Namespace) -> Report:
    from writer_app.bench.hinted import by_source, hinted, hinted_report  # noqa: PLC0415 - loads SQLite
    from writer_app.bench.kept import Kept  # noqa: PLC0415 - only needed here
    from writer_app.bench.learning import learned, learning_report  # noqa: PLC0415 - loads SQLite
    from writer_app.bench.lessons import lessons  # noqa: PLC0415 - only needed here

    documents = find_documents(arguments.texts)
    chosen = lessons(documents, arguments.passages, arguments.characters, arguments.more)
    if not chosen:
        raise DocumentError(
            "No text is long enough to learn from.", hint="Name texts of 5,000 characters with --texts."
        )
    if arguments.hints:
        sources = by_source(chosen)
        return hinted_report(counted(hinted(pack, sources), len(sources), "typing with hints"))
    measured = learned(pack, chosen, Kept(arguments.keep))
    return learning_report(counted(measured, len(chosen), "typing with a memory"))


def _measured(name: str, suggester: Suggester, excerpts: Sequence[Excerpt]) -> Savings:
    return sum(counted(measure(suggester, excerpts), len(excerpts), f"typing with {name}"), Savings())


def _methods(
    pack: Pack, arguments: argparse.Namespace, programs: ExitStack, notes: list[str]
) -> Iterator[tuple[str, Suggester]]:
    """Yield each method when its turn comes, the pack first; what cannot be had is noted."""
    yield pack.name, open_suggester(pack.folder, manner=Manner(floor=0.0))
    for command in arguments.program:
        yield command, programs.enter_context(ProgramSuggester(command))
    if not arguments.train:
        notes.append("Without --train there is no baseline beside the model.")
        return
    spaced = has_spaces(pack.language)
    paths = find_documents([arguments.train])
    training = counted(read_documents(paths), len(paths), "counting words")
    lexicon = Lexicon(count_words(training) if spaced else count_pieces(training, pack.tokenizer()))
    share = space_share(read_documents(paths[:_SPACES_FROM])) if spaced else 0.0
    yield "word frequency", WithSpaces(WordFrequencySuggester(lexicon, spaced=spaced), share)
    if not arguments.ngram:
        notes.append("Without --ngram there is no n-gram beside the model.")
    else:
        cut = words_and_marks if spaced else tokens_of(pack.tokenizer())
        try:
            kenlm = _kenlm(arguments.ngram, paths, cut)
            ngram = (
                NgramSuggester(kenlm, lexicon)
                if spaced
                else TokenNgramSuggester(kenlm, lexicon, pack.tokenizer())
            )
            yield "5-gram, Kneser–Ney", WithSpaces(ngram, share)
        except EngineError as error:
            notes.append(f"No n-gram: {error} {error.hint}")


def _kenlm(path: Path, training: Sequence[Path], cut: Cut) -> Kenlm:
    if not path.exists():
        train_kenlm(counted(read_documents(training), len(training), "training the n-gram"), path, cut)
    return Kenlm(path)


def _pack(arguments: argparse.Namespace) -> Pack:
    if arguments.pack:
        return open_pack(arguments.pack)
    found = find_packs(bundled_packs(), places().packs)
    if not found:
        raise PackError("There is no language pack.", hint="Name one with --pack.")
    return open_pack(found[0])


_BENCHES: dict[str, Callable[[argparse.Namespace], Report]] = {
    "suggest": lambda arguments: suggest_report(_pack(arguments).folder),
    "memory": _memory,
    "inside": lambda arguments: inside_report(_pack(arguments)),
    "train": _train,
    "start": _start,
    "teach": _teach,
    "typing": _typing,
}
