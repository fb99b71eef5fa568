"""`writer-app`: finds the command and turns how it ended into an exit status.

A command's module is imported when that command is asked for, so that none waits for what others need.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from pathlib import Path

from writer_app import __version__
from writer_app.documents.handover import hand_over
from writer_app.errors import WriterError
from writer_app.paths import display_name, places

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

COMMANDS = {
    "suggest": "answer requests for suggestions, as JSON lines",
    "train": "train a base pack from a folder of texts",
    "finetune": "adapt a pack to your own documents",
    "eval": "measure a pack on texts",
    "bench": "measure speed and savings against their limits",
    "packs": "list, verify, install and remove language packs",
}

_HINTS_FOR_PACKAGES = {
    "torch": "Training needs it: run 'make torch' in the program's folder.",
    "PySide6": "The window needs it and libraries of the system: 'make run' installs both.",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command line; 0 done, 1 it could not be done, 2 wrong usage, 130 interrupted."""
    try:
        status = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()  # here a reader that has left can still be taken for what it is
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _nobody_listens()
    except (WriterError, OSError, ImportError) as error:
        message, hint = _explain(error)
        print("writer-app:", *message.split(), *hint.split(), file=sys.stderr)  # one line, whatever it holds
        return FAILED
    return status


def _run(argv: list[str]) -> int:
    try:
        return _parse(argv)()
    except SystemExit as request:  # argparse has said what is wrong, or shown the help
        return int(request.code or DONE)


def _parse(argv: list[str]) -> Callable[[], int]:
    """Return what is to be done."""
    if not argv or argv[0] not in COMMANDS:
        return partial(_open_window, _window_arguments(argv))
    name = argv[0]
    command = import_module(f"writer_app.cli.{name}")
    parser = argparse.ArgumentParser(prog=f"writer-app {name}", description=f"{COMMANDS[name].capitalize()}.")
    command.add_arguments(parser)
    return partial(command.run, parser.parse_args(argv[1:]))


def _window_arguments(argv: list[str]) -> list[Path]:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:{width}}  {summary}" for name, summary in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="writer-app",
        usage="writer-app [FILE ...]\n       writer-app COMMAND ...",
        description="Opens the editor, or carries out a command.",
        epilog=f"commands ('writer-app COMMAND --help' says more):\n{commands}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="texts to open")
    parser.add_argument("--version", action="version", version=f"writer-app {__version__}")
    files: list[Path] = parser.parse_args(argv).files
    meant = get_close_matches(argv[0], COMMANDS, n=1) if argv else []
    if meant and not Path(argv[0]).exists():
        parser.error(f"there is no file or command {argv[0]!r}; did you mean {meant[0]!r}?")
    return files


def _open_window(files: list[Path]) -> int:
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in displays):
        raise WriterError("There is no display to open a window on.", hint="Start it from a desktop session.")
    if hand_over(places().wishes, places().session_lock, files, display_name()):
        return DONE
    from writer_app.app import main as open_window  # noqa: PLC0415 - loads Qt

    return open_window(files)


def _explain(error: WriterError | OSError | ImportError) -> tuple[str, str]:
    """Return what happened and what to do about it; a mistake of ours is raised again."""
    match error:
        case WriterError():
            return str(error), error.hint
        case OSError():
            place = "" if error.filename is None else f"{os.fsdecode(error.filename)}: "
            return f"{place}{error.strerror or error}.", "Check the name, the permissions and the free space."
    package = (error.name or "").partition(".")[0]
    if package not in _HINTS_FOR_PACKAGES:
        raise error
    return f"{error}.", _HINTS_FOR_PACKAGES[package]


def _nobody_listens() -> int:
    """End quietly: the reader of our output has left, and Python would complain when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED
