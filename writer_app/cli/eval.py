"""`writer-app eval`: what a pack is worth on texts."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from writer_app.bench.evaluation import Evaluation, Typing, as_fields, as_report, evaluate_typing
from writer_app.bench.excerpts import (
    PASSAGE_CHARACTERS,
    PASSAGES,
    find_documents,
    read_documents,
    sample_excerpts,
)
from writer_app.bench.likelihood import Likelihood, measure, open_float_backend, open_integer_backend
from writer_app.bench.memorised import SPANS, Repetition, choose_documents, repetitions
from writer_app.bench.report import as_text
from writer_app.cli.arguments import whole_number
from writer_app.cli.progress import counted
from writer_app.engine.backends import open_suggester
from writer_app.engine.lstm_suggester import Manner
from writer_app.errors import DocumentError
from writer_app.model.pack import Pack, open_pack

_PRECISIONS = {"int8": ("int8",), "bf16": ("bf16",), "both": ("int8", "bf16")}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--pack", type=Path, required=True, help="folder of the pack")
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="texts, or folders of .txt files")
    parser.add_argument(
        "--limit-characters",
        type=whole_number(1),
        metavar="N",
        help="read the first N characters of each text",
    )
    parser.add_argument(
        "--precision",
        choices=_PRECISIONS,
        default="both",
        help="int8 is what the editor uses, bf16 what the pack holds",
    )
    parser.add_argument(
        "--batch",
        type=whole_number(1),
        default=8,
        metavar="N",
        help="texts read side by side in bf16",
    )
    parser.add_argument(
        "--passages",
        type=whole_number(0),
        default=PASSAGES,
        metavar="N",
        help=f"passages to type, for keystroke savings and calibration (default {PASSAGES}; 0: none)",
    )
    parser.add_argument(
        "--memorised", type=Path, metavar="FOLDER", help="training texts: how much is repeated word for word?"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(usage_error=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Measure, then print."""
    if not arguments.files and not arguments.memorised:
        arguments.usage_error("name texts to measure on")
    pack = open_pack(arguments.pack)
    paths = find_documents(arguments.files) if arguments.files else []
    evaluation = Evaluation(
        pack.name,
        pack.language,
        {
            name: _likelihood(pack, name, paths, arguments)
            for name in _PRECISIONS[arguments.precision]
            if paths
        },
        _typing(pack, paths, arguments.passages),
        _repetitions(pack, arguments.memorised) if arguments.memorised else (),
    )
    if arguments.json:
        print(json.dumps(as_fields(evaluation), ensure_ascii=False))
    else:
        print(as_text(as_report(evaluation)))
    return 0


def _likelihood(
    pack: Pack, precision: str, paths: Sequence[Path], arguments: argparse.Namespace
) -> Likelihood:
    if precision == "int8":
        backend, rows = open_integer_backend(pack), 1
    else:
        backend, rows = open_float_backend(pack), arguments.batch
    measured = measure(
        backend, pack.tokenizer(), read_documents(paths), limit=arguments.limit_characters, rows=rows
    )
    total = sum(counted(measured, len(paths), f"bits per character, {precision}"), Likelihood())
    if not total.documents:
        raise DocumentError("There is nothing in these texts.", hint="Name texts that hold words.")
    return total


def _typing(pack: Pack, paths: Sequence[Path], passages: int) -> Typing:
    if not paths or not passages:
        return Typing()
    suggester = open_suggester(pack.folder, manner=Manner(floor=0.0))
    excerpts = sample_excerpts(read_documents(paths), passages, PASSAGE_CHARACTERS)
    return sum(counted(evaluate_typing(suggester, excerpts), len(excerpts), "typing"), Typing())


def _repetitions(pack: Pack, folder: Path) -> list[Repetition]:
    chosen = choose_documents(find_documents([folder]))
    found = repetitions(open_integer_backend(pack), pack.tokenizer(), read_documents(chosen))
    spans = list(counted(found, min(len(chosen), SPANS), "memorised"))
    if not spans:
        raise DocumentError(
            "No training text is long enough for a span.", hint="Name a folder of longer ones."
        )
    return spans
