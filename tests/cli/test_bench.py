import json
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import tiny
from writer_app.cli.main import main
from writer_app.model.pack import Pack


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write_documents(tmp_path_factory.mktemp("texts"), 2, first_seed=900)


@pytest.fixture(scope="module")
def training(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write_documents(tmp_path_factory.mktemp("training"), 5)


def typing(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["bench", "typing", *map(str, arguments), "--json"]) == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out)["reports"]["typing"]
    return report


def test_the_model_types_beside_the_baseline(
    tiny_pack: Pack, texts: Path, training: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = typing(capsys, "--pack", tiny_pack.folder, "--texts", texts, "--train", training)
    lists = report["tables"]["word list, keystroke savings"]
    assert [row["method"] for row in lists] == [tiny_pack.name, "word frequency"]
    assert lists[0]["n = 1"] > lists[1]["n = 1"]
    assert lists[0]["n = 1"] <= lists[0]["n = 5"]


def test_our_own_program_saves_what_the_suggester_in_this_process_saves(
    tiny_pack: Pack, texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-m", "writer_app", "suggest", "--pack", str(tiny_pack.folder), "--floor", "0"]
    asked = ("--pack", tiny_pack.folder, "--texts", texts, "--passages", 1)
    report = typing(capsys, *asked, "--program", shlex.join(command))
    here, there = report["tables"]["word list, keystroke savings"]
    assert there["n = 3"] == pytest.approx(here["n = 3"], abs=0.02)


def test_an_ngram_that_cannot_be_had_is_skipped_with_a_word(
    tiny_pack: Pack, texts: Path, training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "no.arpa").write_text("this is none")
    asked = ("--pack", tiny_pack.folder, "--texts", texts, "--train", training, "--passages", 1)
    report = typing(capsys, *asked, "--ngram", tmp_path / "no.arpa")
    assert any("n-gram" in note for note in report["notes"])


def test_typing_needs_texts(tmp_path: Path, tiny_pack: Pack) -> None:
    assert main(["bench", "typing"]) == 2
    (tmp_path / "short.txt").write_text("Too short.")
    assert main(["bench", "typing", "--pack", str(tiny_pack.folder), "--texts", str(tmp_path)]) == 1
