import shlex
import sys
from pathlib import Path

import pytest

from writer_app.bench.program import ProgramSuggester
from writer_app.engine.protocol import Request, Suggestion
from writer_app.errors import EngineError

ECHO = """
import json, sys
for line in sys.stdin:
    request = json.loads(line)
    text = f"{request['spaced']}:{request['n']}:{request['before']}:{'/'.join(request['rejected'])}"
    print(json.dumps({"id": request["id"], "suggestions": [{"text": text, "probability": 0.5}]}), flush=True)
"""


def program(folder: Path, code: str) -> str:
    path = folder / "program.py"
    path.write_text(code)
    return shlex.join([sys.executable, str(path)])


def test_a_program_is_asked_in_json_lines(tmp_path: Path) -> None:
    with ProgramSuggester(program(tmp_path, ECHO)) as suggester:
        for number in (1, 2):
            answer = suggester.suggest(
                Request(number, "你好", count=3, rejected=frozenset(["a"]), spaced=number > 1)
            )
            assert answer.number == number
            assert answer.suggestions == (Suggestion(f"{number > 1}:4:你好:a", 0.5),)


WRONG = ["", "print('no json', flush=True); input()", "print('[]', flush=True); input()", "print({})"]


@pytest.mark.parametrize("code", WRONG)
def test_a_program_that_does_not_keep_to_the_protocol_is_an_error(tmp_path: Path, code: str) -> None:
    with ProgramSuggester(program(tmp_path, code)) as suggester, pytest.raises(EngineError):
        suggester.suggest(Request(1, "text"))


@pytest.mark.parametrize("command", ["no-such-program-anywhere", "", "'"])
def test_a_program_that_cannot_be_started_is_an_error(command: str) -> None:
    with pytest.raises(EngineError):
        ProgramSuggester(command)
