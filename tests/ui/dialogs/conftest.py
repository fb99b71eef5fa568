"""The dialog that teaches the model, over a small pack and a folder of its own."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.tiny import write_diary
from tests.ui.dialogs.learner import MakeDialog, battery
from writer_app.model.pack import Pack
from writer_app.training.plan import FinetunePlan
from writer_app.training.process import Work
from writer_app.training.run_folder import RunFolder
from writer_app.ui.dialogs.finetune import FinetuneDialog
from writer_app.ui.dialogs.preparation import Surroundings


@pytest.fixture(scope="session")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_diary(tmp_path_factory.mktemp("diary"))


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    return tmp_path / "packs"


@pytest.fixture
def make_dialog(
    qtbot: QtBot, tiny_pack: Pack, personal: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MakeDialog]:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")  # for the training process: a small model is quicker so
    made: list[FinetuneDialog] = []

    def make(text: str = "", work: Work | None = None, **changes: Any) -> FinetuneDialog:
        usual: dict[str, Any] = {"learning_rate": 1e-2, "general": personal, "dropout": 0.0, "epochs": 2}
        plan = partial(FinetunePlan, **usual | changes)
        around = Surroundings(
            personal=personal,
            bundled=tiny_pack.folder.parent,
            run=RunFolder(personal.parent / "finetuning"),
            graphs=personal.parent / "graphs",
            open_texts=lambda: [("letter.txt", text)] if text else [],
            work=work,
            make_plan=plan,
            on_battery=lambda: battery["used"],
        )
        dialog = FinetuneDialog(around)
        qtbot.addWidget(dialog)
        dialog.show()
        made.append(dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.finish()
