"""Draws the pictures of a fine-tuning run: the real dialog, offscreen, over texts of one author."""

import argparse
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scripts.screenshots import Scene, nothing, open_window, pause, places_under
from writer_app import app
from writer_app.engine.worker import EngineStateKind
from writer_app.ui.dialogs.finetune import FinetuneDialog
from writer_app.ui.dialogs.packs import PacksDialog
from writer_app.ui.main_window import MainWindow

_LOOK_MS = 100
_HALF = 500  # of the thousand steps of the progress bar
_SUGGESTED_MS = 3000


def main() -> None:
    """Run once over the texts of a folder, and take a picture of each page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("person", type=Path, help="a folder of texts by one author, 10,000 words or more")
    parser.add_argument(
        "--typed", default="Yesterday evening George Will", help="what the suggestions are for"
    )
    parser.add_argument("--theme", default="light")
    parser.add_argument("--out", type=Path, default=Path("docs/screenshots"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    def picture(widget: QWidget, name: str) -> None:
        pause(500)
        widget.grab().save(str(options.out / f"{name}.png"))
        print(name, flush=True)

    with TemporaryDirectory(prefix="writer-app-pictures-") as folder:
        application = app.make_application(["writer-app", "-platform", "offscreen"])
        with open_window(Scene("teach", nothing, theme=options.theme), places_under(Path(folder))) as window:
            write(window, options.typed)
            picture(window, "teach-before")
            window.teaching.show()
            (dialog,) = window.findChildren(FinetuneDialog)
            learn(dialog, options.person, picture)
            dialog.buttons.keep.click()
            dialog.close()
            until(lambda: window.bridge.state.kind is EngineStateKind.READY)
            write(window, options.typed)
            picture(window, "teach-after")
            window.teaching.show_models()
            (models,) = window.findChildren(PacksDialog)
            picture(models, "teach-models")
        application.processEvents()


def learn(dialog: FinetuneDialog, person: Path, picture: Callable[[QWidget, str], None]) -> None:
    """Go through a run, from the choice of documents to its result."""
    dialog.preparation.choice.add([person])
    until(dialog.buttons.start.isEnabled)
    picture(dialog, "teach-preview")
    dialog.buttons.start.click()
    until(lambda: dialog.run_page.bar.value() >= _HALF)
    picture(dialog, "teach-running")
    dialog.buttons.pause.click()
    until(dialog.buttons.resume.isVisible)
    picture(dialog, "teach-paused")
    dialog.buttons.resume.click()
    until(dialog.result_page.isVisible)
    picture(dialog, "teach-result")


def write(window: MainWindow, text: str) -> None:
    """Write a text in the place of what is there, and wait for what is suggested."""
    window.activateWindow()
    window.editor.setFocus()
    QTest.keyClick(window.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.editor, Qt.Key.Key_Delete)
    QTest.keyClicks(window.editor, text)
    pause(_SUGGESTED_MS)


def until(done: Callable[[], bool]) -> None:
    """Let the program go on until something is so."""
    while not done():
        QApplication.processEvents()
        pause(_LOOK_MS)


if __name__ == "__main__":
    main()
