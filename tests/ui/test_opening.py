"""Opening happens beside the typing: the tab is there at once, and a drive that stalls stops nothing."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import HELD, KEYS
from tests.ui.sight import Opener, Sight
from writer_app.documents import document
from writer_app.documents.autosave import Draft
from writer_app.documents.document import Document, load
from writer_app.documents.session import read_session
from writer_app.paths import Places

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with names")


@pytest.fixture
def stalled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a file whose reading hangs in the system as on a dead network drive, until it is written to."""
    monkeypatch.setattr(document, "_content", Path.read_bytes)
    path = tmp_path / "far away.txt"
    os.mkfifo(path)
    yield path
    until = time.monotonic() + 5
    while any(thread.name == "reading" for thread in threading.enumerate()) and time.monotonic() < until:
        let_through(path, "")


def let_through(path: Path, text: str) -> bool:
    """Let one reader of the pipe have `text`; without one, do nothing."""
    with suppress(OSError):
        pipe = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        os.write(pipe, text.encode())
        os.close(pipe)
    return True


def names(sight: Sight) -> list[str]:
    return [d.name for d in sight.window.tabs.documents]


def test_a_file_that_stalls_leaves_the_window_free_and_its_text_comes_in_the_end(
    sight: Sight, stalled: Path
) -> None:
    sight.window.documents.open(stalled)
    page = sight.window.tabs.current
    assert names(sight) == ["far away.txt"]
    assert "Opening" in page.editor.placeholderText()
    sight.type("not in there")
    assert page.editor.toPlainText() == ""
    sight.window.documents.new()
    sight.type("written meanwhile")
    assert sight.text == "written meanwhile"
    sight.qtbot.waitUntil(lambda: let_through(stalled, "at last") and not page.opening, timeout=5000)
    assert page.editor.toPlainText() == "at last"
    assert not page.editor.isReadOnly()
    assert not page.modified


def test_a_tab_can_be_closed_while_its_file_stalls(sight: Sight, stalled: Path) -> None:
    sight.window.documents.open(stalled)
    sight.press(KEYS.Key_W, HELD.ControlModifier)
    assert names(sight) == ["Untitled"]
    assert sight.questions.asked == []


def test_nothing_is_saved_over_a_file_that_is_still_being_read(sight: Sight, stalled: Path) -> None:
    sight.window.documents.open(stalled)
    sight.save()
    sight.window.documents.save_as()
    assert sight.questions.asked == []
    assert sight.questions.suggested is None
    assert stalled.is_fifo()


def test_the_window_closes_while_a_file_stalls(sight: Sight, stalled: Path) -> None:
    sight.window.documents.open(stalled)
    started = time.monotonic()
    assert sight.window.close()
    assert time.monotonic() - started < 2


PROGRAM = """
import sys, time
from functools import partial
from pathlib import Path
from PySide6.QtCore import QTimer
from writer_app import app
from writer_app.documents import document
document._content = Path.read_bytes  # reads pipes too

def end(window):
    print(time.monotonic(), flush=True)
    assert [d.name for d in window.tabs.documents if d.opening] == ["far away.txt"]
    window.close()

app.end_on_signals = lambda window: QTimer.singleShot(500, partial(end, window))
sys.exit(app.main([Path(sys.argv[1])]))
"""


@pytest.mark.usefixtures("home")
def test_the_program_ends_within_two_seconds_while_a_file_stalls(tmp_path: Path) -> None:
    path = tmp_path / "far away.txt"
    os.mkfifo(path)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=False, timeout=60
    )
    ended = time.monotonic()
    assert done.returncode == 0, done.stderr
    assert ended - float(done.stdout) < 2


def test_what_was_open_is_shown_at_once_and_filled_in_as_it_is_read(
    open_window: Opener, stalled: Path, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    near = tmp_path / "near.txt"
    near.write_text("it is here")
    first = open_window()
    first.window.documents.open_all([near, stalled])
    first.qtbot.waitUntil(lambda: not first.window.tabs.documents[0].opening, timeout=5000)
    first.window.tabs.documents[0].editor.set_caret(5)
    first.window.finish()
    sight = open_window()
    sight.window.restore_session()
    assert names(sight) == ["near.txt", "far away.txt"]
    page = sight.window.tabs.documents[0]
    sight.qtbot.waitUntil(lambda: not page.opening, timeout=5000)
    assert page.editor.textCursor().position() == 5
    sight.window.finish()  # and what is still on its way stays in the session
    kept = read_session(places.state / "session.json").places
    assert [(Path(place.path).name, place.caret) for place in kept] == [("near.txt", 5), ("far away.txt", 0)]


def test_unsaved_text_of_a_file_that_stalls_is_shown_without_waiting_and_stays(
    sight: Sight, stalled: Path, tmp_path: Path
) -> None:
    sight.window.documents.open(stalled)
    sight.window.documents.restore(Draft(tmp_path / "x.draft", Document(stalled), "what was typed"))
    assert names(sight) == ["far away.txt"]
    assert sight.text == "what was typed"
    reading = [t for t in threading.enumerate() if t.name == "reading"]
    sight.qtbot.waitUntil(
        lambda: let_through(stalled, "old") and not any(t.is_alive() for t in reading), timeout=5000
    )
    QApplication.processEvents()
    assert sight.text == "what was typed"
    assert sight.window.tabs.current.modified


def test_a_pipe_is_refused_instead_of_waited_for(sight: Sight, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    sight.open(tmp_path / "pipe")
    assert names(sight) == ["Untitled"]
    assert sight.notices() == ["“pipe” is not a file. Choose a file."]


def test_what_cannot_be_opened_is_said_beside_the_work_and_can_be_tried_again(
    sight: Sight, tmp_path: Path
) -> None:
    sight.type("mine")
    path = tmp_path / "late.txt"
    sight.open(path)
    assert names(sight) == ["Untitled"]
    assert "“late.txt” cannot be opened: it does not exist." in sight.notices()[0]
    path.write_text("now")
    sight.choose(sight.shown()[0], "Try again")
    sight.wait_until_read()
    assert names(sight) == ["Untitled", "late.txt"]
    assert sight.text == "now"


def test_a_name_on_the_command_line_without_a_file_begins_one(sight: Sight, tmp_path: Path) -> None:
    sight.window.documents.begin(tmp_path / "new.txt")
    sight.wait_until_read()
    sight.type("begun")
    sight.save()
    assert (tmp_path / "new.txt").read_text() == "begun"


def test_a_file_that_another_program_made_meanwhile_is_not_overwritten_without_a_question(
    sight: Sight, tmp_path: Path
) -> None:
    sight.window.documents.begin(tmp_path / "new.txt")
    sight.wait_until_read()
    sight.type("mine")
    (tmp_path / "new.txt").write_text("theirs")
    sight.save()
    assert sight.questions.asked == ["overwrite new.txt"]
    assert (tmp_path / "new.txt").read_text() == "theirs"


def test_a_text_restored_after_a_crash_asks_about_a_file_that_changed_since(
    sight: Sight, tmp_path: Path
) -> None:
    path = tmp_path / "novel.txt"
    path.write_text("old")
    known = load(path)[0]
    path.write_text("theirs")
    sight.window.documents.restore(Draft(tmp_path / "x.draft", known, "mine"))
    sight.qtbot.waitUntil(lambda: len(sight.notices()) == 1, timeout=5000)
    assert "changed by another program" in sight.notices()[0]
    assert sight.text == "mine"


def test_a_large_file_is_read_beside_the_typing(sight: Sight, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text(f"{'the quick brown fox ' * 20}\n" * 25_000)
    sight.type("x")
    writing = sight.window.tabs.current
    sight.window.documents.open(path)
    reading = sight.window.tabs.current
    sight.window.tabs.show_document(writing)
    while reading.opening:
        sight.type("x")
        QApplication.processEvents()
    assert len(writing.editor.toPlainText()) > 3
    assert len(reading.paragraphs.lines) == 25_001


def test_a_document_of_another_program_becomes_a_new_one_in_markdown(sight: Sight, tmp_path: Path) -> None:
    original = tmp_path / "garden.html"
    original.write_text("<h1>The Garden</h1><p>It <em>rained</em>.<img src='a.png'></p>")
    sight.open(original)
    assert sight.text == "# The Garden\n\nIt *rained*.\n"
    assert names(sight) == ["garden.md"]
    assert sight.notices() == [
        "“garden.html” stays as it is: what you write here is saved as Markdown. Pictures left out: 1."
    ]
    assert sight.window.isWindowModified()
    sight.questions.path = tmp_path / "garden.md"
    sight.save()
    assert sight.questions.suggested == tmp_path / "garden.md"
    assert (tmp_path / "garden.md").read_text() == "# The Garden\n\nIt *rained*.\n"
    assert original.read_text().startswith("<h1>")


def test_of_many_documents_the_one_in_front_is_filled_first_and_the_others_one_by_one(
    sight: Sight, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(8)]
    for path in paths:
        path.write_text("text")
    sight.window.documents.open_all(paths)
    for thread in threading.enumerate():
        if thread.name == "reading":
            thread.join()
    filled, front = [0], sight.window.tabs.current
    while any(d.opening for d in sight.window.tabs.documents):
        QApplication.processEvents()  # a key or a picture has its turn after each
        filled.append(sum(d.opening is None for d in sight.window.tabs.documents))
        assert front.opening is None
    assert max(later - earlier for earlier, later in pairwise(filled)) <= 2
