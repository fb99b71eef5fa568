"""Questions that must be answered before work goes on."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from writer_app.errors import WriterError
from writer_app.i18n import tr

_Button = QMessageBox.StandardButton
_FILTER = "Text (*.txt *.md *.markdown *.text);;All files (*)"


class Unsaved(Enum):
    """What to do with changes that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Questions:
    """Asks in dialogs over one window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def unsaved_changes(self, name: str) -> Unsaved:
        """Ask what to do with the changes to a document that is about to go."""
        box = self._box(
            tr("Save the changes to “{name}”?", name=name),
            tr("Otherwise they are lost."),
            _Button.Save | _Button.Discard | _Button.Cancel,
            _Button.Save,
        )
        box.button(_Button.Save).setText(tr("Save"))
        box.button(_Button.Discard).setText(tr("Don't save"))
        box.button(_Button.Cancel).setText(tr("Cancel"))
        answers = {_Button.Save.value: Unsaved.SAVE, _Button.Discard.value: Unsaved.DISCARD}
        return answers.get(box.exec(), Unsaved.CANCEL)

    def overwrite_newer(self, name: str) -> bool:
        """Ask whether to write over what another program has written."""
        return self._yes(
            tr("“{name}” was changed by another program.", name=name),
            tr("Saving replaces what that program wrote."),
            tr("Replace it"),
        )

    def stop_learning(self) -> bool:
        """Ask whether to end while the model still learns."""
        return self._yes(
            tr("The model is still learning from your documents."),
            tr("If you quit now, what it has learned so far is lost."),
            tr("Quit"),
        )

    def paths_to_open(self, folder: Path) -> list[Path]:
        """Ask for files to open."""
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Open"), str(folder), tr(_FILTER))
        return [Path(name) for name in names]

    def path_to_save(self, suggested: Path) -> Path | None:
        """Ask where to save."""
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Save as"), str(suggested), tr(_FILTER))
        return Path(name) if name else None

    def path_to_export(self, suggested: Path) -> Path | None:
        """Ask where to put the document in another format; the suffix stays."""
        suffix = suggested.suffix
        kind = f"{suffix[1:].upper()} (*{suffix})"
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Export as"), str(suggested), kind)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def tell(self, problem: WriterError) -> None:
        """Say what could not be done, and what to do about it."""
        self._box(str(problem), problem.hint, _Button.Ok, _Button.Ok).exec()

    def _yes(self, text: str, hint: str, consent: str) -> bool:
        box = self._box(text, hint, _Button.Yes | _Button.Cancel, _Button.Cancel)
        box.button(_Button.Yes).setText(consent)
        box.button(_Button.Cancel).setText(tr("Cancel"))
        return bool(box.exec() == _Button.Yes.value)

    def _box(
        self, text: str, hint: str, buttons: QMessageBox.StandardButton, default: QMessageBox.StandardButton
    ) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setText(text)
        box.setInformativeText(hint)
        box.setStandardButtons(buttons)
        box.setDefaultButton(default)
        return box
