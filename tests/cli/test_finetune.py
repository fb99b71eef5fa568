"""`writer-app finetune`: as in the dialog; interrupted, it leaves a whole pack or none."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.tiny import write_diary
from writer_app.cli.main import main
from writer_app.model import generations
from writer_app.model.pack import CONFIG, Pack, open_pack, verify

PATIENCE = 120  # seconds; other work may have the processor


@pytest.fixture(scope="session")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_diary(tmp_path_factory.mktemp("diary"))


@contextmanager
def running(base: Pack, out: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Start the command; whatever happens, it ends."""
    command = [sys.executable, "-m", "writer_app", "finetune", *arguments, "--base", str(base.folder)]
    command += ["--out", str(out), "--json", "--learning-rate", "0.01", "--dropout", "0", "--threads", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(process: subprocess.Popen[str], kind: str, count: int = 1) -> None:
    """Read events until so many of a kind have come."""
    assert process.stdout is not None
    for line in process.stdout:
        count -= json.loads(line)["event"] == kind
        if not count:
            return
    raise AssertionError(f"it ended before it told of {kind}")


@pytest.mark.slow
def test_ctrl_c_leaves_the_best_so_far(tiny_pack: Pack, diary: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    with running(tiny_pack, out, str(diary), "--epochs", "1000000") as process:
        wait_for(process, "evaluated", 2)
        process.send_signal(signal.SIGINT)
        told, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert [json.loads(line)["event"] for line in told.splitlines()][-3:] == [
        "compared",
        "assessed",
        "finished",
    ]
    verify(open_pack(out))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine"]


@pytest.mark.slow
def test_a_second_signal_breaks_off_and_leaves_what_can_be_gone_on_with(
    tiny_pack: Pack, diary: Path, tmp_path: Path
) -> None:
    out = tmp_path / "mine"
    with running(tiny_pack, out, str(diary), "--epochs", "1000000") as process:
        wait_for(process, "progress", 3)
        for number in (signal.SIGINT, signal.SIGTERM):  # two of a kind may come as one
            process.send_signal(number)
        process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert [path.name for path in tmp_path.iterdir()] == ["mine.training"]
    with running(tiny_pack, out, str(diary), "--resume") as process:
        wait_for(process, "progress")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
    assert process.returncode in (0, 1)  # a better pack, or none
    assert {path.name for path in tmp_path.iterdir()} <= {"mine"}


def test_the_base_is_not_written_over(
    tiny_pack: Pack, diary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (tiny_pack.folder / CONFIG).read_bytes()
    place = ["--base", str(tiny_pack.folder), "--out", os.path.relpath(tiny_pack.folder)]
    assert main(["finetune", str(diary), *place]) == 1
    assert "another" in capsys.readouterr().err
    assert (tiny_pack.folder / CONFIG).read_bytes() == before


def test_what_was_left_out_is_said_where_too_little_is_left(
    tiny_pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "list.txt").write_text("milk", encoding="utf-8")
    place = ["--base", str(tiny_pack.folder), "--out", str(tmp_path / "mine")]
    assert main(["finetune", str(tmp_path / "list.txt"), str(tmp_path / "gone.odt"), *place]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "list.txt: It is nearly empty." in line
    assert "“gone.odt” cannot be read: No such file or directory." in line


def test_a_taught_model_moves_to_another_machine(
    tiny_pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two homes stand for two machines; between them goes one file."""
    monkeypatch.setenv("WRITER_APP_HOME", str(tmp_path / "old"))
    assert main(["packs", "install", str(tiny_pack.folder), "--name", "mine"]) == 0
    assert main(["packs", "rename", "mine", "My letters"]) == 0
    assert main(["packs", "export", "mine", str(tmp_path / "stick.zip")]) == 0

    monkeypatch.setenv("WRITER_APP_HOME", str(tmp_path / "new"))
    assert main(["packs", "install", str(tmp_path / "stick.zip"), "--name", "mine"]) == 0
    assert main(["packs", "verify", "mine"]) == 0
    assert main(["packs", "use", "mine"]) == 0
    there = generations.bases(tmp_path / "new" / "data" / "packs", tmp_path)["en"]
    assert there.facts["title"] == "My letters"
    assert there.identity() == tiny_pack.identity()
    capsys.readouterr()
    request = '{"id": 1, "before": "The gardener wat", "n": 1}'
    answer = subprocess.run(
        [sys.executable, "-m", "writer_app", "suggest", "--pack", str(there.folder), "--no-personal"],
        input=request,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    assert json.loads(answer)["suggestions"][0]["text"].startswith("ers")
