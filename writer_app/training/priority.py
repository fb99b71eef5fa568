"""A training process steps back: whatever else the computer does goes first; free of torch."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import psutil

_NICENESS = 19
_OOM_SCORE = 500  # of 1000, added: where memory runs out, this process ends and not the one with the text
_THREADS = "OMP_NUM_THREADS"


def step_back() -> None:
    """Let everything else go first at the processor and the disk; to be called before torch is loaded."""
    process = psutil.Process()
    with suppress(OSError, psutil.Error):
        if sys.platform == "win32":
            process.nice(psutil.IDLE_PRIORITY_CLASS)
            process.ionice(psutil.IOPRIO_VERYLOW)
        else:
            process.nice(_NICENESS)
    if sys.platform == "linux":
        with suppress(OSError, psutil.Error):
            process.ionice(psutil.IOPRIO_CLASS_IDLE)
        with suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text(str(_OOM_SCORE), encoding="ascii")
    os.environ.setdefault(_THREADS, str(threads_to_use()))
    # Threads that wait by spinning would take the cores from the editor, whatever their priority.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")


def threads_to_use() -> int:
    """Return how many threads a run has on this computer."""
    return threads(_cores())


def threads(cores: int) -> int:
    """Return how many threads leave a core to the editor; of two cores none is left idle for it."""
    return cores - 1 if cores > 2 else cores


def _cores() -> int:
    """Return how many cores this process may use; what one core does twice at once counts once."""
    allowed = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(allowed, psutil.cpu_count(logical=False) or allowed)
