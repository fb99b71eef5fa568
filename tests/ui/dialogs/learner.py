"""A person before the dialog that teaches the model."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from writer_app.model import generations
from writer_app.model.pack import TOKENIZER, Pack, write_pack
from writer_app.training.events import Progress
from writer_app.ui.dialogs.finetune import FinetuneDialog

RUN_MS = 240_000  # other work may have the processor
MakeDialog = Callable[..., FinetuneDialog]
battery = {"used": False}


def choose(qtbot: QtBot, dialog: FinetuneDialog, *paths: Path) -> None:
    """Add documents and wait for the preview."""
    with qtbot.waitSignal(dialog.preparation.reader.found, timeout=RUN_MS):
        dialog.preparation.choice.add(paths)


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def start_and_wait(qtbot: QtBot, dialog: FinetuneDialog, kind: type[object]) -> None:
    """Start a run and wait for an event of a kind."""
    start_by(qtbot, dialog, dialog.buttons.start, kind)


def endless(qtbot: QtBot, make_dialog: MakeDialog, documents: Path) -> FinetuneDialog:
    """Return the dialog in the middle of a run that does not end by itself."""
    dialog = make_dialog(epochs=10**6)
    choose(qtbot, dialog, documents)
    start_and_wait(qtbot, dialog, Progress)
    return dialog


def start_by(qtbot: QtBot, dialog: FinetuneDialog, button: QPushButton, kind: type[object]) -> None:
    """Press a button and wait for an event of a kind."""
    with hears(qtbot, dialog, kind):
        press(qtbot, button)


def hears(qtbot: QtBot, dialog: FinetuneDialog, kind: type[object]) -> AbstractContextManager[object]:
    """Wait until the dialog has heard an event of a kind from its run."""
    signal: AbstractContextManager[object] = qtbot.waitSignal(
        dialog.run.bridge.heard, timeout=RUN_MS, check_params_cb=lambda event: isinstance(event, kind)
    )
    return signal


def write_candidate(personal: Path, base: Pack, before: float = 2.0, after: float = 1.8) -> Path:
    folder = generations.candidate(personal, base.language)
    facts = {"base": {"name": base.name}, "held_out_bits_per_character": {"before": before, "after": after}}
    write_pack(
        folder,
        language=base.language,
        config=base.config,
        facts=facts,
        weights=base.weights(),
        tokenizer=(base.folder / TOKENIZER).read_bytes(),
        card="",
    )
    return folder
