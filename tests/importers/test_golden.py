"""Every sample gives the text that was accepted for it."""

import os
from pathlib import Path

import pytest

from tests.importers.documents import SAMPLES
from writer_app.importers import SUFFIXES, import_text

GOLDEN = Path(__file__).parents[1] / "golden"
FOUND = sorted(path for path in SAMPLES.iterdir() if path.suffix in SUFFIXES)


def check_golden(name: str, got: str) -> None:
    """Compare with tests/golden/NAME; UPDATE_GOLDEN=1 accepts what is new."""
    expected = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(got + "\n", encoding="utf-8")
    assert f"{got}\n" == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", FOUND, ids=lambda path: path.name)
def test_import(sample: Path) -> None:
    check_golden(f"{sample.name}.txt", import_text(sample))


def test_every_kind_of_document_has_a_sample() -> None:
    same = {".text": ".txt", ".markdown": ".md", ".htm": ".html", ".xhtml": ".html"}
    assert {same.get(suffix, suffix) for suffix in SUFFIXES} == {path.suffix for path in FOUND}
