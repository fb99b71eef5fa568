"""Documents for other programs and readers: each format has a module that writes a manuscript.

A writer is a module with `write(manuscript, path)`, which yields the share done; whoever iterates may stop.
PDF needs Qt's painter, so its writer is in `ui`.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from writer_app.atomic import replacing
from writer_app.documents.document import explained
from writer_app.errors import DocumentError
from writer_app.exporters.manuscript import Manuscript
from writer_app.i18n import tr

Write = Callable[[Manuscript, Path], Iterator[float]]

# The module that writes files of a suffix; it and its libraries are loaded when it is first needed.
_WRITERS = {".docx": "docx", ".odt": "odt", ".html": "html", ".epub": "epub"}
SUFFIXES = frozenset(_WRITERS)


def export(manuscript: Manuscript, path: Path) -> Iterator[float]:
    """Write `manuscript` in the format that the suffix names, yielding the share done.

    The file appears whole at the end; closing the generator earlier leaves what was there before.
    """
    module = _WRITERS.get(path.suffix.lower())
    if module is None:
        raise DocumentError(
            tr("“{name}” is of a kind that cannot be written.", name=path.name),
            hint=tr("Choose one of these: {suffixes}.", suffixes=", ".join(sorted(SUFFIXES))),
        )
    write: Write = import_module(f"{__name__}.{module}").write
    yield from whole_or_not_at_all(write, manuscript, path)


def whole_or_not_at_all(write: Write, manuscript: Manuscript, path: Path) -> Iterator[float]:
    """Have `write` write beside `path`, and put the result in its place at the end."""
    try:
        with replacing(path) as scratch:
            yield from write(manuscript, scratch)
    except OSError as error:
        raise explained(error, path, tr("“{name}” was not exported", name=path.name)) from error
