"""PDF: the text layer, its lines joined to paragraphs again, without page numbers and running titles."""

import logging
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.importers.files import LARGEST_TEXT, damaged, encrypted, opened, too_large, wrong_kind
from writer_app.importers.lines import BULLET, SOFT_HYPHEN, columns, unwrap

_MOST_PAGES = 20_000
_START, _END = b"%PDF-", b"%%EOF"
_START_WITHIN, _END_WITHIN = 1024, 4096  # bytes; mailing and printing leave some of their own
_HYPHENATED = re.compile(r"([^\W\d_]+)-\n([a-z]+)")
_COMPOUND = re.compile(r"[^\W\d_]+-[a-z]+")
_FULL_LINE = 0.85  # of the width: letters are not equally wide, so some full lines have fewer of them
_RUNNING_TITLE_PAGES = 2

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # its warnings quote the document


def read(path: Path) -> str:
    """Return the paragraphs of a PDF file's text layer."""
    with opened(path) as file:
        _check_kind(path, file)
        try:
            pages = _read_pages(path, file)
        except DocumentError:
            raise
        except LimitReachedError as error:
            raise too_large(path) from error
        except (DependencyError, FileNotDecryptedError) as error:  # a cipher that pypdf has not on board
            raise encrypted(path) from error
        except Exception as error:  # a broken file makes pypdf stumble in every possible way
            raise damaged(path) from error
    text = "\n\n".join(_paragraphs(pages))
    if not text:
        raise DocumentError(
            tr("“{name}” holds pictures of pages, not their text.", name=path.name),
            hint=tr("Have a program for text recognition (OCR) add the text."),
        )
    return text


def _check_kind(path: Path, file: BinaryIO) -> None:
    if _START not in file.read(_START_WITHIN):
        raise wrong_kind(path)
    file.seek(max(0, file.seek(0, 2) - _END_WITHIN))
    if _END not in file.read():
        raise damaged(path)
    file.seek(0)


def _read_pages(path: Path, file: BinaryIO) -> list[str]:
    reader = PdfReader(file)
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise encrypted(path)
    if len(reader.pages) > _MOST_PAGES:
        raise too_large(path)
    pages: list[str] = []
    budget = LARGEST_TEXT
    for page in reader.pages:
        contents = page.get_contents()
        if contents is not None:
            budget -= len(contents.get_data())  # pages may share one stream, again and again
        if budget < 0:
            raise too_large(path)
        pages.append(page.extract_text().encode("utf-8", "replace").decode())
    return pages


def _paragraphs(pages: Sequence[str]) -> list[str]:
    text = "\n".join(_without_running_lines(pages))
    lines = _without_hyphens(text.replace("\0", "")).splitlines()
    widths = sorted(columns(line) for line in lines if line.strip())
    usual = widths[len(widths) * 4 // 5] if widths else 0
    joined = unwrap([line.strip() for line in lines], usual * _FULL_LINE)
    return [BULLET.sub("", paragraph.replace(SOFT_HYPHEN, "")) for paragraph in joined]


def _without_hyphens(text: str) -> str:
    """Make a hyphen at a line's end a soft one, unless the document has it within a line too."""
    compounds = set(_COMPOUND.findall(text))

    def softened(match: re.Match[str]) -> str:
        first, second = match.groups()
        return match[0] if f"{first}-{second}" in compounds else f"{first}{SOFT_HYPHEN}\n{second}"

    return _HYPHENATED.sub(softened, text)


def _without_running_lines(pages: Sequence[str]) -> list[str]:
    """Drop the first and last lines that are numbers, or the same on several pages but for numbers."""
    split = [[line for line in page.splitlines() if line.strip()] for page in pages]
    edges = Counter(_pattern(line) for lines in split for line in {*lines[:1], *lines[-1:]})
    running = {pattern for pattern, count in edges.items() if count >= _RUNNING_TITLE_PAGES} | {"#"}
    return [
        line
        for lines in split
        for number, line in enumerate(lines)
        if number not in {0, len(lines) - 1} or _pattern(line) not in running
    ]


def _pattern(line: str) -> str:
    return re.sub(r"\d+", "#", line).strip(" -–—\t")
