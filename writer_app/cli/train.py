"""`writer-app train`: a base pack from a folder of texts."""

import argparse
import shlex
import sys
from pathlib import Path

from writer_app.cli.arguments import add_run_arguments
from writer_app.cli.progress import stop_on_signal, told
from writer_app.model.pack import open_pack
from writer_app.training.events import Finished
from writer_app.training.plan import BasePlan, Sizes
from writer_app.training.schedule import Schedule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--language", required=True, help="the language of the texts: en, zh, …")
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of UTF-8 .txt files, one per document"
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="the pack to write; checkpoints lie beside it"
    )
    parser.add_argument("--dev", type=Path, help="folder of held-out texts to measure on; never trained on")
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--hours", type=float, help="hours of training")
    length.add_argument("--tokens", type=int, help="tokens to train on")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint of this run")
    parser.add_argument("--start-from", type=Path, metavar="PACK", help="go on from the weights of a pack")
    sizes = parser.add_argument_group("sizes of a new model")
    sizes.add_argument("--vocabulary", type=int, default=10_000)
    sizes.add_argument("--embedding", type=int, default=384)
    sizes.add_argument("--hidden", type=int, default=768)
    sizes.add_argument("--layers", type=int, default=2)
    recipe = parser.add_argument_group("recipe")
    recipe.add_argument("--batch", type=int, default=256, help="sequences side by side")
    recipe.add_argument("--length", type=int, default=64, help="steps of truncated backpropagation")
    recipe.add_argument("--accumulate", type=int, default=1, help="chunks whose gradients make one step")
    recipe.add_argument("--learning-rate", type=float, default=2e-3)
    recipe.add_argument("--warm-up", type=int, default=200, help="steps until the full learning rate")
    recipe.add_argument("--decay", type=float, default=0.3, help="share of the run in which the rate falls")
    recipe.add_argument("--weight-decay", type=float, default=0.01)
    recipe.add_argument("--optimiser", choices=("adamw", "muon"), default="muon")
    parser.add_argument("--checkpoint-minutes", type=float, default=10.0)
    parser.add_argument(
        "--evaluate-tokens", type=int, default=2_000_000, help="tokens between two evaluations"
    )
    add_run_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Train, showing events as they come; Ctrl-C finishes the pack early."""
    # torch takes seconds to load, too long for --help or a wrong argument
    from writer_app.training.base import train_base  # noqa: PLC0415
    from writer_app.training.workers import set_threads  # noqa: PLC0415

    set_threads(arguments.threads)
    plan = _plan(arguments)
    with stop_on_signal() as stop:
        for event in told(train_base(plan, stop.is_set), in_json=arguments.json):
            if isinstance(event, Finished) and not arguments.json:
                print(_summary(event), flush=True)
    return 0


def _plan(arguments: argparse.Namespace) -> BasePlan:
    return BasePlan(
        language=arguments.language,
        data=arguments.data,
        out=arguments.out,
        held_out=arguments.dev,
        hours=arguments.hours,
        tokens=arguments.tokens,
        start_from=open_pack(arguments.start_from) if arguments.start_from else None,
        sizes=Sizes(arguments.vocabulary, arguments.embedding, arguments.hidden, arguments.layers),
        schedule=Schedule(arguments.learning_rate, arguments.warm_up, arguments.decay),
        batch=arguments.batch,
        length=arguments.length,
        accumulate=arguments.accumulate,
        muon=arguments.optimiser == "muon",
        weight_decay=arguments.weight_decay,
        seed=arguments.seed,
        device=arguments.device,
        resume=arguments.resume,
        checkpoint_minutes=arguments.checkpoint_minutes,
        evaluate_tokens=arguments.evaluate_tokens,
        command="writer-app " + shlex.join(_portable(sys.argv[1:])),
    )


def _portable(arguments: list[str]) -> list[str]:
    """Return the arguments as a card may show them: of a path outside, the last two parts."""
    return ["/".join(Path(a).parts[-2:]) if Path(a).is_absolute() else a for a in arguments]


def _summary(event: Finished) -> str:
    measured = (
        "" if event.bits_per_character is None else f", {event.bits_per_character:.4f} bits per character"
    )
    return f"{event.tokens:,} tokens in {event.seconds / 3600:.2f} hours{measured}"
