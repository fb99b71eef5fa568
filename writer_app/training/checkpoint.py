"""All that is needed to go on after a kill: two checkpoints are kept, each whole or absent."""

import pickle  # noqa: TID251 - for the error that torch raises; nothing is unpickled
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from writer_app.atomic import replacing
from writer_app.errors import TrainingError

KEPT = 2


def save_checkpoint(folder: Path, step: int, contents: Mapping[str, Any]) -> None:
    """Write the checkpoint of `step`, then remove all but the last two."""
    folder.mkdir(parents=True, exist_ok=True)
    with replacing(folder / f"{step:09}.pt") as scratch:
        torch.save(dict(contents), scratch)
    for old in _checkpoints(folder)[:-KEPT]:
        old.unlink()


def load_checkpoint(folder: Path, device: torch.device) -> dict[str, Any]:
    """Return the newest checkpoint that is whole."""
    for path in reversed(_checkpoints(folder)):
        try:
            # weights_only: a checkpoint is data, it runs no code
            contents: dict[str, Any] = torch.load(path, map_location=device, weights_only=True)
        except (RuntimeError, ValueError, EOFError, pickle.UnpicklingError, zipfile.BadZipFile):
            continue
        return contents
    raise TrainingError(f"There is nothing to resume in {folder}.", hint="Start the run without --resume.")


def has_checkpoint(folder: Path) -> bool:
    """Tell whether a run was begun in `folder`."""
    return bool(_checkpoints(folder))


def _checkpoints(folder: Path) -> list[Path]:
    return sorted(folder.glob("[0-9]*.pt"))
