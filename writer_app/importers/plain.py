"""Plain text in any common encoding."""

from pathlib import Path

from writer_app.importers.files import read_bytes, wrong_kind
from writer_app.importers.lines import paragraphs
from writer_app.text.encodings import decode

_CONTROLS = [chr(code) for code in range(32) if chr(code) not in "\t\n\v\f\r\x1b"]
_WITHOUT_CONTROLS = dict.fromkeys(map(ord, _CONTROLS))
_LARGEST_SHARE_OF_CONTROLS = 0.01


def read(path: Path) -> str:
    """Return the paragraphs of a text file."""
    return "\n\n".join(paragraphs(read_text(path)))


def read_text(path: Path) -> str:
    """Return a text file as it is; one full of control characters is no text."""
    decoded = decode(read_bytes(path))
    if decoded is None:
        raise wrong_kind(path)
    text = decoded.text
    controls = sum(map(text.count, _CONTROLS))
    if controls > len(text) * _LARGEST_SHARE_OF_CONTROLS:
        raise wrong_kind(path)
    return text.translate(_WITHOUT_CONTROLS)
