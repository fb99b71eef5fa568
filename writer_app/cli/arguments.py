"""What several commands read from their arguments in the same way."""

import argparse
from collections.abc import Callable


def add_run_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what every training run may be told."""
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--threads", type=int, help="processor threads; by default as many as there are")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="one event per line")


def whole_number(least: int) -> Callable[[str], int]:
    """Return the type of an argument that is a whole number from `least`."""

    def read(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = least - 1
        if value < least:
            raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {least}")
        return value

    return read
