"""The program as a whole, in a process of its own: it starts light, ends at once, and loses nothing."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from writer_app.app import open_suggester
from writer_app.documents.autosave import abandoned_drafts
from writer_app.engine.protocol import Request
from writer_app.model import generations
from writer_app.model.pack import Pack
from writer_app.paths import places

PATIENCE = 40  # seconds until a process counts as hanging; on a busy machine it may wait for its turn

PRELUDE = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from writer_app import app

class Stuck:
    def suggest(self, request):
        print("asked", flush=True)
        threading.Event().wait()

def window():
    (found,) = (w for w in QApplication.topLevelWidgets() if hasattr(w, "editor"))
    return found

def once_shown(act):
    show = app.end_on_signals
    def shown(opened):
        show(opened)
        QTimer.singleShot(0, act)
    app.end_on_signals = shown

def type_text():
    QTest.keyClicks(window().editor, "a sentence not yet saved")
"""


@contextmanager
def running(code: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", PRELUDE + code, *arguments], stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def wait_for(process: subprocess.Popen[str], words: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == words:
            return
    raise AssertionError(f"the program ended without saying {words!r}")


def wait_for_draft() -> None:
    folder, until = places().state / "drafts", time.monotonic() + 20
    while not list(folder.glob("*.draft")):
        assert time.monotonic() < until
        time.sleep(0.02)  # a file has no signal to wait for from another process


def test_opening_the_window_does_not_load_torch() -> None:
    code = "import sys, writer_app.app; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_importing_the_window_does_not_load_the_engines_libraries() -> None:
    code = "import sys, writer_app.app; sys.exit(any(m in sys.modules for m in ('numpy', 'onnxruntime')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_closing_the_window_ends_the_process_although_the_engine_is_stuck(home: Path) -> None:
    code = """
app.open_suggester = lambda *_: Stuck()
once_shown(type_text)

def close_once_asked():
    window().editor.document().setModified(False)
    print("closing", flush=True)
    window().close()

class Asked(Stuck):
    def suggest(self, request):
        print("asked", flush=True)
        QTimer.singleShot(0, QApplication.instance(), close_once_asked)
        threading.Event().wait()

app.open_suggester = lambda *_: Asked()
sys.exit(app.main([]))
"""
    with running(code) as process:
        wait_for(process, "closing")
        started = time.monotonic()
        assert process.wait(timeout=PATIENCE) == 0
        assert time.monotonic() - started < 2


def test_a_killed_program_loses_nothing_that_was_typed_two_seconds_ago(home: Path) -> None:
    with running("once_shown(type_text)\nsys.exit(app.main([]))") as process:
        wait_for_draft()
        process.kill()
        process.wait()
    assert [draft.text for draft in abandoned_drafts(places().state / "drafts")] == [
        "a sentence not yet saved"
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to catch")
def test_ctrl_c_and_the_end_of_the_session_keep_unsaved_text(home: Path) -> None:
    code = """
def act():
    type_text()
    print("typed", flush=True)
once_shown(act)
sys.exit(app.main([]))
"""
    with running(code) as process:
        wait_for(process, "typed")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PATIENCE) == 0
    assert [draft.text for draft in abandoned_drafts(places().state / "drafts")] == [
        "a sentence not yet saved"
    ]


def test_the_window_opens_files_and_says_what_to_do_without_a_pack(home: Path, tmp_path: Path) -> None:
    code = """
app.bundled_packs = lambda: Path(sys.argv[1]) / "none"

def look():
    w = window()
    if "No suggestions" not in w.status.engine.text():
        QTimer.singleShot(10, look)
        return
    print([d.editor.toPlainText() for d in w.tabs.documents], w.status.engine.text(), flush=True)
    print("done", flush=True)
    w.close()

once_shown(look)
sys.exit(app.main([Path(name) for name in sys.argv[2:]]))
"""
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("first file")
    two.write_text("second file")
    with running(code, str(tmp_path), str(one), str(two)) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        assert process.wait(timeout=PATIENCE) == 0
    assert "first file" in said
    assert "no language pack is installed" in said
    assert "writer-app packs install" in said
    assert "second file" in said


def test_where_the_person_s_own_pack_is_damaged_the_one_that_it_came_from_answers(
    home: Path, tiny_pack: Pack
) -> None:
    packs = places().packs
    for name in ("en", ".en-personal-1"):
        shutil.copytree(tiny_pack.folder, packs / name)
    kept = generations.keep(packs / ".en-personal-1")
    (kept / "weights.safetensors").write_bytes(b"")
    answer = open_suggester(places()).suggest(Request(1, "The old captain wat"))
    assert answer.suggestions
