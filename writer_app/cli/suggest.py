"""`writer-app suggest`: requests and answers as JSON lines."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from writer_app.engine.backend import Device
from writer_app.engine.backends import open_suggester
from writer_app.engine.lstm_suggester import FLOOR, Manner
from writer_app.engine.protocol import Request, Suggester
from writer_app.engine.word_filter import UnwantedWords, read_unwanted_words
from writer_app.errors import WriterError
from writer_app.model.generations import packs_in_use
from writer_app.paths import bundled_packs, places, resources
from writer_app.personal.hints import Hint
from writer_app.personal.store import MemoryStore

DEFAULT_COUNT = 3
IDLE_STEPS = 4  # taken after each answer; typing needs one now and then


class _BadLineError(ValueError):
    """A line that is no request; the text says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.description = (
        'Reads lines like {"id": 1, "before": "text before the caret", "after": "", "n": 3} and answers each'
        ' with {"id": 1, "suggestions": [{"text": "…", "probability": 0.41}], "latency_ms": 1.2}. {"learn":'
        ' "a finished paragraph"} has it remembered; {"hint": "a suggestion", "before": "…",'
        ' "probability": 0.41, "wanted": 0} tells how much of one was wanted.'
    )
    pack_help = "folder of a pack; by default all packs found here"
    parser.add_argument("--pack", type=Path, action="append", metavar="P", help=pack_help)
    devices = [device.value for device in Device]
    parser.add_argument("--engine", choices=devices, default=Device.CPU.value, help="where the model runs")
    floor_help = f"suggest nothing less likely (default {FLOOR})"
    parser.add_argument("--floor", type=_probability, default=FLOOR, metavar="P", help=floor_help)
    parser.add_argument(
        "--all-words", action="store_true", help="suggest slurs and obscene words too, where they are likely"
    )
    personal = parser.add_mutually_exclusive_group()
    personal.add_argument(
        "--personal",
        type=Path,
        metavar="DIR",
        help="folder of what is remembered; by default what the editor remembers",
    )
    personal.add_argument("--no-personal", action="store_true", help="suggest from the pack alone")


def run(arguments: argparse.Namespace) -> int:
    """Answer every line of standard input."""
    folders = arguments.pack or packs_in_use(places().packs, bundled_packs())
    unwanted = UnwantedWords() if arguments.all_words else read_unwanted_words(resources() / "words")
    manner = Manner(floor=arguments.floor, unwanted=unwanted)
    personal = None if arguments.no_personal else arguments.personal or places().memory
    suggester = open_suggester(*folders, device=Device(arguments.engine), manner=manner, personal=personal)
    store = MemoryStore(personal) if personal else None
    try:
        for reply in answer_lines(suggester, sys.stdin.buffer, store):
            sys.stdout.buffer.write(_encoded(reply) + b"\n")
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        sys.stderr.close()  # whoever asked has left; Python would complain about it at exit
    return 0


def answer_lines(
    suggester: Suggester, lines: Iterable[bytes], store: MemoryStore | None = None
) -> Iterator[dict[str, Any]]:
    """Yield one reply for each line; what is to be learned goes to `store`, or nowhere."""
    idle = getattr(suggester, "idle", None)
    for line in lines:
        yield _reply(suggester, line, store)
        for _ in range(IDLE_STEPS):  # the reply is out, so this delays nobody
            if idle is None or not idle():
                break


def _reply(suggester: Suggester, line: bytes, store: MemoryStore | None) -> dict[str, Any]:
    identity: dict[str, Any] = {}
    try:
        message = _parse(line)
        if "id" in message:
            identity = {"id": message["id"]}
        if "learn" in message:
            learned = _text(message, "learn")
            if store is not None:
                store.learn(learned)
            return {**identity, "ok": True}
        if "hint" in message:
            hint = _hint(message)
            if store is not None:
                store.take_hint(hint)
            return {**identity, "ok": True}
        return {"id": message.get("id"), **_suggest(suggester, message)}
    except _BadLineError as error:
        return {**identity, "error": str(error)}
    except WriterError as error:
        return {**identity, "error": f"{error} {error.hint}"}
    except Exception as error:  # noqa: BLE001 - the edge of the program: one line must not end it
        return {**identity, "error": f"The engine failed ({type(error).__name__})."}


def _suggest(suggester: Suggester, message: dict[str, Any]) -> dict[str, Any]:
    before, after = _text(message, "before"), _text(message, "after", "")
    count = message.get("n", DEFAULT_COUNT)
    if type(count) is not int or count < 0:
        raise _BadLineError('"n" must be a whole number from 0.')
    rejected = message.get("rejected", [])
    if not isinstance(rejected, list) or not all(isinstance(word, str) for word in rejected):
        raise _BadLineError('"rejected" must be a list of words.')
    spaced = message.get("spaced", count == 1)  # one suggestion is ghost text, several are a list
    if not isinstance(spaced, bool):
        raise _BadLineError('"spaced" must be true or false.')
    answer = suggester.suggest(Request(0, before, after, count, frozenset(rejected), spaced))
    return {
        "suggestions": [{"text": s.text, "probability": s.probability} for s in answer.suggestions],
        "latency_ms": round(answer.milliseconds, 3),
    }


def _hint(message: dict[str, Any]) -> Hint:
    before, suggestion = _text(message, "before"), _text(message, "hint")
    return Hint(before, suggestion, _share(message, "probability"), _share(message, "wanted"))


def _share(message: dict[str, Any], key: str) -> float:
    value = message.get(key)
    if not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise _BadLineError(f'"{key}" must be a number from 0 to 1.')
    return float(value)


def _parse(line: bytes) -> dict[str, Any]:
    try:
        message = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise _BadLineError("The line is not UTF-8.") from None
    except (ValueError, RecursionError):
        raise _BadLineError("The line is not JSON.") from None
    if not isinstance(message, dict):
        raise _BadLineError("The line is not a JSON object.")
    return message


def _no_constant(name: str) -> float:
    raise ValueError(name)  # NaN and Infinity are Python's, not JSON's


def _text(message: dict[str, Any], key: str, default: str | None = None) -> str:
    value = message.get(key, default)
    if not isinstance(value, str):
        raise _BadLineError(f'"{key}" must be a text.')
    return value


def _encoded(reply: dict[str, Any]) -> bytes:
    try:
        return json.dumps(reply, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # an id that holds half a character
        return json.dumps(reply).encode()


def _probability(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("must be between 0 and 1")
    return value
