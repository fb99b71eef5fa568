"""What was open: files, carets, window; kept in the state folder and found again at the next start."""

from dataclasses import asdict, dataclass
from pathlib import Path

from writer_app.documents.kept_file import keep, kept


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
    """Return what was kept; a damaged one is an empty one."""
    stored = kept(file)
    try:
        places = tuple(Place(str(p["path"]), int(p["caret"]), int(p["top"])) for p in stored["places"])
        return Session(
            places,
            int(stored["current"]),
            str(stored["geometry"]),
            str(stored.get("docks", "")),
            tuple(map(str, stored.get("shown", ()))),
        )
    except (ValueError, KeyError, TypeError):
        return Session()


def write_session(file: Path, session: Session) -> None:
    """Keep what is open."""
    keep(file, asdict(session))
