"""Small files of the program's own, as JSON: losing one is no loss, so an error is never worth a message."""

import contextlib
import json
from pathlib import Path
from typing import Any

from writer_app.atomic import replacing


def keep(file: Path, content: object) -> bool:
    """Write the whole file anew, and return whether that could be done."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as scratch:
            scratch.write_text(json.dumps(content), encoding="ascii")  # names of files may be no Unicode
    except OSError:
        return False  # a full disk has no say in whether the program may go on
    return True


def kept(file: Path) -> Any:
    """Return what was kept; None where there is nothing, or what is there is damaged."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def forget(file: Path) -> None:
    """Take the file away."""
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)
