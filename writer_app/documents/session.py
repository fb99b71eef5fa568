"""What was open: files, carets, window; kept in the state folder and found again at the next start."""

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from writer_app.atomic import replacing


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person was in a document: the caret, and the first paragraph in sight."""

    path: str
    caret: int = 0
    top: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """The open files in the order of their tabs, the one in front, the window's place and docks from Qt."""

    places: tuple[Place, ...] = ()
    current: int = 0
    geometry: str = ""
    docks: str = ""
    shown: tuple[str, ...] = ()
    """The names of the docks that are shown, or would be but for the full screen."""


def read_session(file: Path) -> Session:
    """Return what was kept; losing it is no loss, so a damaged one is an empty one."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        places = tuple(Place(str(p["path"]), int(p["caret"]), int(p["top"])) for p in stored["places"])
        return Session(
            places,
            int(stored["current"]),
            str(stored["geometry"]),
            str(stored.get("docks", "")),
            tuple(map(str, stored.get("shown", ()))),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Session()


def write_session(file: Path, session: Session) -> None:
    """Keep what is open; a full disk has no say in whether the program may go on."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as scratch:
            scratch.write_text(json.dumps(asdict(session), ensure_ascii=False), encoding="utf-8")
