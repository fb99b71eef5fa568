"""What a file's name says of the text in it."""

from pathlib import Path

_MARKDOWN = {".md", ".markdown"}


def is_markdown(path: Path | None) -> bool:
    """Return whether the text has the marks of Markdown; one that was never saved may become it."""
    return path is None or path.suffix.lower() in _MARKDOWN
