"""What a fine-tuning run keeps on the disk, so that it can go on after a kill; free of torch.

The texts lie beside the checkpoints: a run that goes on learns from what it began with, though documents may
have been changed, moved or deleted since. All of it goes when the run ends; what remains until the person
has decided is the result.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from writer_app.atomic import replacing
from writer_app.errors import PackError
from writer_app.model.pack import open_pack
from writer_app.training.plan import FinetunePlan
from writer_app.training.selection import Selection, Skipped

_PLAN, _TEXTS, _PROGRESS, _RESULT = "plan.json", "texts.json", "progress.json", "result.json"


@dataclass(frozen=True, slots=True)
class RunFolder:
    """The folder of one run."""

    path: Path

    def begin(self, plan: FinetunePlan) -> None:
        """Make the folder anew, for a run that begins."""
        self.discard()
        self.path.mkdir(parents=True)
        self._write(_PLAN, _plan_fields(plan))

    def unfinished(self) -> FinetunePlan | None:
        """Return the plan of a run that was begun here and did not end; None where there is none."""
        fields = self._read(_PLAN)
        try:
            return None if fields is None else _plan(fields, self.path)
        except (KeyError, TypeError, ValueError, PackError):
            return None  # a pack that is gone, or a damaged file: there is nothing to go on from

    def keep_selection(self, selection: Selection) -> None:
        """Keep the texts that the run learns from and is measured on."""
        self._write(_TEXTS, asdict(selection))

    def selection(self) -> Selection | None:
        """Return the texts that the run began with; None where it was ended before it had read them."""
        fields = self._read(_TEXTS)
        try:
            return None if fields is None else _selection(fields)
        except (KeyError, TypeError, ValueError):
            return None

    def keep_progress(self, progress: float) -> None:
        """Note how much is over, from 0 to 1, for whoever asks whether to go on."""
        self._write(_PROGRESS, {"progress": progress})

    def progress(self) -> float:
        """Return how much was over when the last checkpoint was written."""
        progress = (self._read(_PROGRESS) or {}).get("progress", 0.0)
        return progress if isinstance(progress, float) else 0.0

    def finish(self, result: Mapping[str, Any] | None) -> None:
        """Remove all but the result; with None, all."""
        self.discard()
        if result is not None:
            self.path.mkdir(parents=True)
            self._write(_RESULT, result)

    def result(self) -> dict[str, Any] | None:
        """Return what `finish` was given."""
        return self._read(_RESULT)

    def discard(self) -> None:
        """Remove all of it; the plan goes first, so that half a folder is never gone on from."""
        (self.path / _PLAN).unlink(missing_ok=True)
        shutil.rmtree(self.path, ignore_errors=True)

    def _write(self, name: str, fields: Mapping[str, Any]) -> None:
        with replacing(self.path / name) as scratch:
            text = json.dumps(fields, ensure_ascii=False, default=str)
            scratch.write_text(text, encoding="utf-8", errors="surrogatepass")

    def _read(self, name: str) -> dict[str, Any] | None:
        try:
            text = (self.path / name).read_text(encoding="utf-8", errors="surrogatepass")
            fields = json.loads(text)
        except (OSError, ValueError, RecursionError):
            return None
        return fields if isinstance(fields, dict) else None


def _plan_fields(plan: FinetunePlan) -> dict[str, Any]:
    return {
        "documents": [str(path) for path in plan.documents],
        "base": str(plan.base.folder),
        "root": str(plan.root.folder) if plan.root else None,
        "out": str(plan.out),
        "minutes": plan.minutes,
        "epochs": plan.epochs,
        "learning_rate": plan.learning_rate,
        "dropout": plan.dropout,
        "with_secrets": plan.with_secrets,
        "seed": plan.seed,
        "device": plan.device,
    }


def _plan(fields: Mapping[str, Any], folder: Path) -> FinetunePlan:
    return FinetunePlan(
        documents=tuple(map(Path, fields["documents"])),
        base=open_pack(Path(fields["base"])),
        root=open_pack(Path(fields["root"])) if fields["root"] else None,
        out=Path(fields["out"]),
        minutes=float(fields["minutes"]),
        epochs=int(fields["epochs"]),
        learning_rate=float(fields["learning_rate"]),
        dropout=float(fields["dropout"]),
        with_secrets=bool(fields["with_secrets"]),
        seed=int(fields["seed"]),
        device=str(fields["device"]),
        folder=folder,
        resume=True,
    )


def _selection(fields: Mapping[str, Any]) -> Selection:
    return Selection(
        training=tuple(fields["training"]),
        held_out=tuple(fields["held_out"]),
        skipped=tuple(
            Skipped(Path(one["path"]), one["reason"], one.get("hint", "")) for one in fields["skipped"]
        ),
        names=tuple(fields["names"]),
        words=int(fields["words"]),
        secrets=dict(fields["secrets"]),
    )
