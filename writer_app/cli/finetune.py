"""`writer-app finetune`: a pack adapted to documents, as in the dialog."""

import argparse
import json
import sys
from pathlib import Path

from writer_app.cli.progress import TrainingBar, stop_on_signal
from writer_app.errors import TrainingError
from writer_app.model.pack import open_pack
from writer_app.training.events import Compared, as_json
from writer_app.training.plan import FinetunePlan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "documents", nargs="+", type=Path, metavar="DOC", help="documents, or folders of them"
    )
    parser.add_argument("--base", type=Path, required=True, metavar="PACK", help="the pack to start from")
    parser.add_argument("--out", type=Path, required=True, metavar="PACK", help="the pack to write")
    parser.add_argument("--time-limit", type=float, default=30.0, metavar="MIN", help="minutes at most")
    parser.add_argument("--epochs", type=int, default=8, help="times that the texts are read, at most")
    parser.add_argument("--learning-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--threads", type=int, help="processor threads; by default as many as there are")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="one event per line")


def run(arguments: argparse.Namespace) -> int:
    """Fine-tune; Ctrl-C ends early with the best so far, or nothing where nothing was gained."""
    plan = FinetunePlan(
        documents=tuple(arguments.documents),
        base=open_pack(arguments.base),
        out=arguments.out,
        minutes=arguments.time_limit,
        epochs=arguments.epochs,
        learning_rate=arguments.learning_rate,
        dropout=arguments.dropout,
        seed=arguments.seed,
        device=arguments.device,
    )
    # torch takes seconds to load, too long for --help or a wrong argument
    from writer_app.training.finetune import finetune  # noqa: PLC0415
    from writer_app.training.workers import set_threads  # noqa: PLC0415

    set_threads(arguments.threads)

    compared: Compared | None = None
    shown = sys.stderr.isatty() and not arguments.json
    with stop_on_signal() as stop, TrainingBar(shown=shown) as bar:
        for event in finetune(plan, stop.is_set):
            bar.show(event)
            compared = event if isinstance(event, Compared) else compared
            if arguments.json:
                print(json.dumps(as_json(event)), flush=True)
    if compared is None or not compared.kept:
        raise TrainingError(
            "Fine-tuning gained nothing on the held-out text, so no pack was written.",
            hint="Go on with the pack you have, or add more of your own texts.",
        )
    if not arguments.json:
        gain = 100 * (1 - compared.after / compared.before)
        print(
            f"held-out text: {compared.before:.4f} → {compared.after:.4f} bits per character, -{gain:.1f} %"
        )
    return 0
