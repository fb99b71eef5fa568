"""A checkpoint is whole or is not used."""

from pathlib import Path

import pytest
import torch

from writer_app.errors import TrainingError
from writer_app.training.checkpoint import has_checkpoint, load_checkpoint, save_checkpoint

CPU = torch.device("cpu")


def test_the_last_two_are_kept(tmp_path: Path) -> None:
    for step in (1, 2, 3):
        save_checkpoint(tmp_path, step, {"step": step})
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["000000002.pt", "000000003.pt"]
    assert load_checkpoint(tmp_path, CPU)["step"] == 3


@pytest.mark.parametrize("kept", [0, 7, 300, -5])
def test_a_truncated_one_gives_way_to_the_one_before(tmp_path: Path, kept: int) -> None:
    for step in (1, 2):
        save_checkpoint(tmp_path, step, {"step": step, "weights": torch.zeros(100)})
    newest = tmp_path / "000000002.pt"
    newest.write_bytes(newest.read_bytes()[:kept])
    assert load_checkpoint(tmp_path, CPU)["step"] == 1


def test_a_checkpoint_runs_no_code(tmp_path: Path) -> None:
    class Hostile:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return (exec, ("raise SystemExit('code from a checkpoint was run')",))

    save_checkpoint(tmp_path, 1, {"step": 1})
    torch.save({"step": Hostile()}, tmp_path / "000000002.pt")
    assert load_checkpoint(tmp_path, CPU)["step"] == 1


def test_nothing_to_resume_is_said(tmp_path: Path) -> None:
    assert not has_checkpoint(tmp_path)
    with pytest.raises(TrainingError):
        load_checkpoint(tmp_path, CPU)
