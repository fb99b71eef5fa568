"""How a command line ends: its exit status, and one line on what to do."""

import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace

import pytest

from writer_app.cli.main import COMMANDS, main
from writer_app.errors import PackError

EndsWith = Callable[[BaseException], int]
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def ends_with(monkeypatch: pytest.MonkeyPatch) -> EndsWith:
    """Return a function that carries out a command which ends with the given error."""

    def run(error: BaseException) -> int:
        def fail(_arguments: object) -> int:
            raise error

        command = SimpleNamespace(add_arguments=lambda _parser: None, run=fail)
        monkeypatch.setitem(sys.modules, "writer_app.cli.suggest", command)
        return main(["suggest"])

    return run


def line_on_stderr(capsys: Captured) -> str:
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


def test_an_error_is_one_line_with_its_hint(ends_with: EndsWith, capsys: Captured) -> None:
    assert ends_with(PackError("The pack\nis damaged.", hint="Install it again.")) == 1
    assert line_on_stderr(capsys) == "writer-app: The pack is damaged. Install it again.\n"


def test_a_full_disk_is_one_line_that_names_the_file(ends_with: EndsWith, capsys: Captured) -> None:
    assert ends_with(OSError(28, "No space left on device", "pack/weights")) == 1
    assert line_on_stderr(capsys).startswith("writer-app: pack/weights: No space left on device. ")


def test_without_torch_the_line_says_how_to_get_it(ends_with: EndsWith, capsys: Captured) -> None:
    assert ends_with(ModuleNotFoundError("No module named 'torch'", name="torch")) == 1
    assert "make torch" in line_on_stderr(capsys)


def test_a_mistake_of_ours_keeps_its_trace(ends_with: EndsWith) -> None:
    with pytest.raises(ImportError):
        ends_with(ImportError("cannot import name 'x'", name="writer_app.text"))


def test_an_interrupted_command_says_so_by_its_status(ends_with: EndsWith, capsys: Captured) -> None:
    assert ends_with(KeyboardInterrupt()) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("arguments", [["suggest", "--nonsense"], ["sugest"], ["--nonsense"]])
def test_wrong_usage_is_told_apart(arguments: list[str], capsys: Captured) -> None:
    assert main(arguments) == 2
    assert "usage: writer-app" in capsys.readouterr().err


def test_a_misspelt_command_is_guessed(capsys: Captured) -> None:
    main(["sugest"])
    assert "did you mean 'suggest'?" in capsys.readouterr().err


def test_help_names_every_command(capsys: Captured) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name}" in shown and summary in shown for name, summary in COMMANDS.items())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_module(name: str) -> None:
    command = import_module(f"writer_app.cli.{name}")
    assert callable(command.add_arguments)
    assert callable(command.run)


def test_without_a_display_no_window_is_tried(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert "no display" in line_on_stderr(capsys)


@pytest.mark.parametrize("buffering", ["buffered", "unbuffered"])
def test_a_reader_that_leaves_is_no_error_to_talk_about(buffering: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run(
        [sys.executable, "-m", "writer_app", "--help"],
        env={**os.environ, "PYTHONUNBUFFERED": "1" if buffering == "unbuffered" else ""},
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert run.stderr == b""
    assert run.returncode in {0, 1}
