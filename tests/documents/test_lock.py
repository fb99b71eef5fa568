"""A lock is held by one at a time, and leaves nothing behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from writer_app.documents.lock import FileLock

HOLDER = """
import sys
from pathlib import Path
from writer_app.documents.lock import FileLock
assert FileLock(Path(sys.argv[1])).take()
print("held", flush=True)
sys.stdin.read()
"""


def test_only_one_holds_it_at_a_time(tmp_path: Path) -> None:
    one, other = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert one.take()
    assert not other.take()
    one.release()
    assert other.take()
    other.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_was_killed_holds_it_no_longer(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    holder.stdout.readline()
    lock = FileLock(tmp_path / "lock")
    assert not lock.take()
    holder.kill()
    holder.wait()
    holder.stdin.close()
    holder.stdout.close()
    assert lock.take()
    lock.release()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="nothing tells which files are open")
def test_asking_in_vain_leaves_no_file_open(tmp_path: Path) -> None:
    holder = FileLock(tmp_path / "lock")
    holder.take()
    before = len(os.listdir("/proc/self/fd"))
    assert not any(FileLock(tmp_path / "lock").take() for _ in range(20))
    assert len(os.listdir("/proc/self/fd")) == before
    holder.remove()
