"""Killed at any moment, the program leaves every file whole, and of a text all but its last two seconds."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.ui.killed_program import KEY_MS, LENGTH, PARAGRAPHS
from writer_app.documents.autosave import abandoned_drafts
from writer_app.documents.document import load, save
from writer_app.documents.history import History

MOMENTS = 100  # of each kind
AT_ONCE = 10  # children that live side by side
LOST = 2.0  # seconds

# Sleeping waits for nothing here: it lets time pass until the moment to be killed at.


class Program:
    """Starts children and kills them."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.children: list[int] = []

    def start(self, what: str, folder: Path) -> int:
        """Start a child and return its number."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(f"{what} {folder}\n")
        stdin.flush()
        self.children.append(int(stdout.readline()))
        return self.children[-1]


@pytest.fixture
def program() -> Iterator[Program]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.killed_program"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    made = Program(process)
    yield made
    for child in made.children:
        with suppress(ProcessLookupError):  # only those are left that a failed test did not come to
            os.kill(child, signal.SIGKILL)
    process.kill()
    process.communicate()


def log_of(folder: Path) -> list[str]:
    with suppress(FileNotFoundError):
        return (folder / "log").read_text().splitlines()
    return []


def kill(child: int) -> float:
    """Kill, wait until it is gone, and return the time of it."""
    now = time.monotonic()
    os.kill(child, signal.SIGKILL)
    with suppress(ProcessLookupError):
        while True:
            os.kill(child, 0)
            time.sleep(0.001)
    return now


def wait_until_begun(folder: Path, times: int = 1) -> None:
    until = time.monotonic() + 60
    while len(log_of(folder)) < times:
        assert time.monotonic() < until
        time.sleep(0.002)


@pytest.mark.slow
def test_a_text_misses_at_most_its_last_two_seconds(program: Program, tmp_path: Path) -> None:
    chance = random.Random(5)
    for batch in range(MOMENTS // AT_ONCE):
        folders = [tmp_path / f"{batch}-{number}" for number in range(AT_ONCE)]
        for folder in folders:
            folder.mkdir()
        children = {folder: program.start("typing", folder) for folder in folders}
        for folder in folders:
            wait_until_begun(folder)
        begun = time.monotonic()
        for moment, folder in zip(sorted(chance.uniform(0, 3) for _ in folders), folders, strict=True):
            time.sleep(max(0.0, begun + moment - time.monotonic()))
            check_draft(folder, kill(children[folder]))


def check_draft(folder: Path, killed_at: float) -> None:
    typed = [float(line.split()[0]) for line in log_of(folder) if line.count(" ") == 1]
    gaps = [later - earlier for earlier, later in zip(typed, [*typed[1:], killed_at], strict=True)]
    starved = max(0.0, max(gaps) - KEY_MS / 1000)  # other programs had the processor meanwhile
    due = sum(time < killed_at - LOST - starved for time in typed)
    drafts = abandoned_drafts(folder / "drafts")
    found = drafts[0].text if drafts else ""
    assert "".join(str(number % 10) for number in range(len(typed) + 1)).startswith(found)
    assert len(found) >= due


@pytest.mark.slow
def test_every_file_is_whole_and_so_is_every_version(program: Program, tmp_path: Path) -> None:
    chance = random.Random(6)
    seen: set[str] = set()
    for number in range(MOMENTS):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "text.txt").write_text("x" * LENGTH)
        child = program.start("saving", folder)
        wait_until_begun(folder, chance.randint(1, 3))  # on a busy machine one saving may outlast the pause
        time.sleep(chance.uniform(0, 0.12))
        kill(child)
        document, text = load(folder / "text.txt")
        check_text(text)
        seen.add(text[0])
        for version in History(folder / "history").versions(folder / "text.txt"):
            check_text(version.text())
        save(document, "and it can be saved again")
        assert load(folder / "text.txt")[1] == "and it can be saved again"
    assert len(seen) > 1  # the moments fell before and after a saving


def check_text(text: str) -> None:
    if text != "x" * LENGTH:
        assert text == "\n".join([text[0] * LENGTH] * PARAGRAPHS)
