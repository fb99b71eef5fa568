"""What is heavy stays out of processes that must be quick; import-linter sees to the rest."""

import json
import subprocess
import sys

import pytest

from writer_app.model.pack import Pack


def modules_after(statement: str, text: str = "") -> set[str]:
    """Return the modules in memory after `statement` ran in a process of its own."""
    report = "import sys; print(*sys.modules, sep='\\n', file=sys.stderr)"
    run = subprocess.run(
        [sys.executable, "-c", f"{statement}\n{report}"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stderr.split())


def test_opening_the_window_does_not_load_torch() -> None:
    loaded = modules_after("import writer_app.app")
    assert "PySide6.QtWidgets" in loaded
    assert loaded.isdisjoint({"torch", "onnxruntime", "sentencepiece"})


def test_suggesting_loads_neither_torch_nor_qt(tiny_pack: Pack) -> None:
    arguments = ["suggest", "--pack", str(tiny_pack.folder)]
    request = json.dumps({"id": 1, "before": "My sister"}) + "\n"
    loaded = modules_after(f"from writer_app.cli.main import main; assert main({arguments}) == 0", request)
    assert "onnxruntime" in loaded
    assert loaded.isdisjoint({"torch", "PySide6", "writer_app.ui", "writer_app.training"})


@pytest.mark.parametrize("command", ["suggest", "train"])
def test_asking_a_command_for_help_waits_for_nothing_heavy(command: str) -> None:
    loaded = modules_after(f"from writer_app.cli.main import main; assert main(['{command}', '--help']) == 0")
    assert loaded.isdisjoint({"torch", "PySide6"})
