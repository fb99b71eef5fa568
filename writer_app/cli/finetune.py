"""`writer-app finetune`: a pack adapted to documents, as in the dialog."""

import argparse
from pathlib import Path

from writer_app.cli.arguments import add_run_arguments
from writer_app.cli.progress import stop_on_signal, told
from writer_app.errors import TrainingError
from writer_app.model.pack import open_pack
from writer_app.training import outlook
from writer_app.training.control import Control
from writer_app.training.events import Assessed, Compared
from writer_app.training.plan import FinetunePlan
from writer_app.training.run_folder import RunFolder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "documents", nargs="+", type=Path, metavar="DOC", help="documents, or folders of them"
    )
    parser.add_argument("--base", type=Path, required=True, metavar="PACK", help="the pack to start from")
    parser.add_argument("--out", type=Path, required=True, metavar="PACK", help="the pack to write")
    parser.add_argument("--time-limit", type=float, default=30.0, metavar="MIN", help="minutes at most")
    parser.add_argument("--epochs", type=int, default=5, help="times that the texts are read, at most")
    parser.add_argument("--learning-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument(
        "--with-secrets",
        action="store_true",
        help="learn from sentences with secrets too",
    )
    parser.add_argument("--resume", action="store_true", help="go on with a run that was killed")
    add_run_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Fine-tune; Ctrl-C ends early with the best so far, or nothing where nothing was gained."""
    plan = _plan(arguments)
    from writer_app.bench.gain import teach  # noqa: PLC0415 - loads what `--help` does without
    from writer_app.training.workers import set_threads  # noqa: PLC0415 - loads torch, which takes seconds

    set_threads(arguments.threads)
    compared: Compared | None = None
    assessed: Assessed | None = None
    with stop_on_signal() as stop:
        for event in told(teach(plan, Control(stop.is_set)), in_json=arguments.json):
            compared = event if isinstance(event, Compared) else compared
            assessed = event if isinstance(event, Assessed) else assessed
    if plan.folder:
        RunFolder(plan.folder).discard()
    if compared is None or not compared.kept:
        came_of_it = outlook.summary(compared) if compared else "Nothing was learned."
        raise TrainingError(
            f"{came_of_it} No pack was written.",
            hint="Go on with the pack you have, or add more of your own texts.",
        )
    if not arguments.json:
        print(outlook.summary(compared, assessed))
        for title, before, after in outlook.figures(compared, assessed):
            print(f"  {title}: {before} → {after}")
        if assessed is not None:
            print(f"  {outlook.repeats(assessed)}")
    return 0


def _plan(arguments: argparse.Namespace) -> FinetunePlan:
    folder = arguments.out.with_name(f"{arguments.out.name}.training")
    if arguments.resume:
        plan = RunFolder(folder).unfinished()
        if plan is None:
            raise TrainingError(
                f"No run for {arguments.out.name} waits to go on.", hint="Start it without --resume."
            )
        return plan
    base = open_pack(arguments.base)
    if arguments.out.resolve() == base.folder.resolve():
        raise TrainingError(
            f"{base.name} is what is learned on from; it stays as it is.",
            hint="Name another folder with --out.",
        )
    return FinetunePlan(
        documents=tuple(arguments.documents),
        base=base,
        out=arguments.out,
        minutes=arguments.time_limit,
        epochs=arguments.epochs,
        learning_rate=arguments.learning_rate,
        dropout=arguments.dropout,
        with_secrets=arguments.with_secrets,
        seed=arguments.seed,
        device=arguments.device,
        folder=folder,
    )
