"""Files for a program that runs already: what is to be opened is put in a folder which it watches.

No socket is needed, and a program that does not answer is not waited for.
"""

import time
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

from writer_app.documents.kept_file import forget, keep, kept
from writer_app.documents.lock import FileLock

_PATIENCE = 1.5  # seconds until one that does not answer counts as not there
_PAUSE = 0.02
_SUFFIX = ".json"


def hand_over(folder: Path, lock: Path, paths: Sequence[Path], display: str) -> bool:
    """Have `paths` opened by the program that holds `lock`; False where none does, or it does not answer."""
    if not folder.is_dir() or _is_free(lock):
        return False
    wish = folder / f"{uuid.uuid4().hex}{_SUFFIX}"
    if not keep(wish, {"display": display, "paths": [str(path.absolute()) for path in paths]}):
        return False
    until = time.monotonic() + _PATIENCE
    while wish.exists() and time.monotonic() < until:
        time.sleep(_PAUSE)
    try:
        wish.unlink()
    except OSError:
        return True  # it was taken
    return False


def taken(folder: Path, display: str) -> Iterator[list[Path]]:
    """Take what others want opened on this display, each wish once."""
    for wish in sorted(folder.glob(f"*{_SUFFIX}")):
        stored = kept(wish)
        if isinstance(stored, dict) and stored.get("display") == display:
            forget(wish)
            paths = stored.get("paths")
            yield [Path(path) for path in paths if isinstance(path, str)] if isinstance(paths, list) else []


def _is_free(path: Path) -> bool:
    lock = FileLock(path)
    try:
        return lock.take()
    except OSError:
        return True
    finally:
        lock.release()
