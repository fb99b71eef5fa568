"""The log file: what the program did and how long it took, never the person's words."""

import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_LARGEST = 512 * 1024
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(folder: Path) -> None:
    """Write to `folder`/writer_app.log from now on; a log that cannot be written is done without."""
    logger = logging.getLogger("writer_app")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "writer_app.log", maxBytes=_LARGEST, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    logger.addHandler(handler)


def log_uncaught_errors() -> None:
    """Log what nobody caught, here and in every thread."""
    sys.excepthook = _log_uncaught
    threading.excepthook = lambda args: _log_uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def log_error(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Log an error by its kind and place, for its message might quote the person's text; return the place."""
    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
    logging.getLogger("writer_app").error("%s at %s", kind.__name__, " < ".join(reversed(places)))
    return places[-1] if places else "?"


def _log_uncaught(
    kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None
) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        place = log_error(kind, trace)
        print(f"writer-app: {kind.__name__} at {place}", file=sys.stderr)  # noqa: T201
