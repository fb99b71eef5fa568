"""Nothing leaves the machine: the program makes no Internet socket and looks no host up."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from writer_app.model.pack import Pack
from writer_app.paths import project_root

OPEN_THE_WINDOW = """
import sys
from PySide6.QtTest import QTest
from writer_app import app
from writer_app.paths import places
application = app.make_application(["writer-app"])
window = app.make_window(places())
window.show()
QTest.keyClicks(window.focusWidget(), "My sister waters the")
while "writer_app.engine.onnx_backend" not in sys.modules:
    QTest.qWait(20)
QTest.qWait(200)
window.finish(keep_draft=False)
"""
COMMAND = "from writer_app.cli.main import main; assert main() == 0"


def run_watched(statement: str, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.offline", statement, *arguments],
        cwd=project_root(),
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_suggesting_reaches_for_no_network(tiny_pack: Pack) -> None:
    request = json.dumps({"id": 1, "before": "My sister waters the ro"}) + "\n"
    run = run_watched(COMMAND, "suggest", "--pack", str(tiny_pack.folder), text=request)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["suggestions"]


def test_the_window_reaches_for_no_network(tiny_pack: Pack, home: Path) -> None:
    shutil.copytree(tiny_pack.folder, home / "data" / "packs" / "tiny")
    run = run_watched(OPEN_THE_WINDOW)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    "statement",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket\ntry: socket.socket()\nexcept AssertionError: pass",
        "import _socket; kept = _socket.socket(2, 2); kept.bind(('127.0.0.1', 0))",
        "from PySide6 import QtNetwork",
    ],
)
def test_the_watch_sees(statement: str) -> None:
    assert run_watched(statement).returncode != 0


def test_every_network_module_of_python_and_qt_is_banned() -> None:
    settings = tomllib.loads((project_root() / "pyproject.toml").read_text("utf-8"))
    banned = settings["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"].keys()
    python = {"asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "ssl", "urllib.request"}
    qt = {"PySide6.QtHttpServer", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets"}
    assert python | qt <= banned


def test_the_ban_is_lifted_only_to_name_an_error_of_pickle() -> None:
    ours = (project_root() / "writer_app").rglob("*.py")
    lines = [line for path in ours for line in path.read_text("utf-8").splitlines() if "TID251" in line]
    assert {line.partition("#")[0].strip() for line in lines} <= {"import pickle"}
