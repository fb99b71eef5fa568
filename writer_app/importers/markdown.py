"""Markdown: its text without the markup; code blocks, notes and front matter are left out."""

import re
from pathlib import Path

from markdown_it import MarkdownIt

from writer_app.importers import html
from writer_app.importers.plain import read_text

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_NOTE = re.compile(r"^\[\^[^\]\n]+\]:.*(?:\n[ \t]+.*)*|\[\^[^\]\n]+\]", re.MULTILINE)


def read(path: Path) -> str:
    """Return the paragraphs of a Markdown file."""
    source = read_text(path).replace("\r\n", "\n")
    renderer = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return html.text_of(renderer.render(_NOTE.sub("", _FRONT_MATTER.sub("", source))))
