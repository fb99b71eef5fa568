"""A second start opens its files in the window that is there already."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.ui.sight import Opener, Sight
from writer_app.documents.handover import hand_over
from writer_app.paths import HOME_VARIABLE, Places, display_name
from writer_app.ui.handed_over import HandedOver


@pytest.fixture
def running(open_window: Opener, tmp_path: Path) -> Sight:
    """Give a window whose places a second program finds under `tmp_path`."""
    sight = open_window()
    HandedOver(sight.window, sight.window.documents, sight_places(tmp_path).wishes, display_name())
    return sight


def sight_places(tmp_path: Path) -> Places:
    return Places(*(tmp_path / name for name in ("config", "data", "cache", "state")))


def names(sight: Sight) -> list[str]:
    return [document.name for document in sight.window.tabs.documents]


def test_files_of_a_second_start_open_in_the_first_window(running: Sight, tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text("text")
    second = subprocess.Popen(
        [sys.executable, "-m", "writer_app", "a b.txt", "new.txt"],
        cwd=tmp_path,
        env={**os.environ, HOME_VARIABLE: str(tmp_path)},
    )
    running.qtbot.waitUntil(lambda: names(running) == ["a b.txt", "new.txt"], timeout=20_000)
    running.qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
    assert second.returncode == 0
    assert not list(sight_places(tmp_path).wishes.iterdir())


def test_without_a_first_program_nothing_is_handed_over(tmp_path: Path) -> None:
    here = sight_places(tmp_path)
    assert not hand_over(here.wishes, here.session_lock, [tmp_path / "a.txt"], "")
    here.wishes.mkdir(parents=True)
    assert not hand_over(here.wishes, here.session_lock, [tmp_path / "a.txt"], "")
    assert list(here.wishes.iterdir()) == []


def test_what_cannot_be_handed_over_is_not_taken_for_opened(sight: Sight, tmp_path: Path) -> None:
    nothing_can_be_made_here = Path("/proc/self/task")
    lock = sight_places(tmp_path).session_lock
    assert not hand_over(nothing_can_be_made_here, lock, [tmp_path / "a.txt"], "")


def test_a_program_that_does_not_answer_is_not_waited_for(sight: Sight, tmp_path: Path) -> None:
    here = sight_places(tmp_path)
    here.wishes.mkdir(parents=True)
    started = time.monotonic()
    assert not hand_over(here.wishes, here.session_lock, [tmp_path / "a.txt"], "")
    assert time.monotonic() - started < 3
    assert list(here.wishes.iterdir()) == []


def test_a_window_on_another_display_leaves_the_wish_alone(running: Sight, tmp_path: Path) -> None:
    here, answers = sight_places(tmp_path), list[bool]()
    thread = threading.Thread(
        target=lambda: answers.append(
            hand_over(here.wishes, here.session_lock, [tmp_path / "a.txt"], "elsewhere")
        )
    )
    thread.start()
    running.qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    thread.join()
    assert answers == [False]
    assert names(running) == ["Untitled"]
