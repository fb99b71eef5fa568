"""Questions that must be answered before work goes on."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QInputDialog, QMessageBox, QWidget

from writer_app.errors import WriterError
from writer_app.i18n import tr

_Button = QMessageBox.StandardButton
_FILTER = "Text (*.txt *.md *.markdown *.text);;All files (*)"
_READABLE = (
    "Documents (*.txt *.md *.markdown *.text *.docx *.odt *.epub *.pdf *.html *.htm *.xhtml *.rtf);;"
    "All files (*)"
)


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

    def paths_to_open(self, folder: Path) -> list[Path]:
        """Ask for files to open."""
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Open"), str(folder), tr(_READABLE))
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
        if path.suffix.lower() == suffix:
            return path
        path = path.with_name(path.name + suffix)  # of which the dialog did not know that it exists
        return path if not path.exists() or self._overwrite(path.name) else None

    def _overwrite(self, name: str) -> bool:
        return self._yes(
            tr("There is “{name}” already.", name=name),
            tr("Exporting replaces what is in it."),
            tr("Replace it"),
        )

    def delete_model(self, title: str) -> bool:
        """Ask whether a model may go for good."""
        return self._yes(
            tr("Delete “{title}”?", title=title),
            tr("What it has learned cannot be brought back."),
            tr("Delete"),
        )

    def model_to_import(self) -> Path | None:
        """Ask for the file of a model."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("Import a model"), "", f"{tr('Models')} (*.zip)"
        )
        return Path(name) if name else None

    def title(self, before: str) -> str | None:
        """Ask what a model is to be called."""
        title, given = QInputDialog.getText(self._window, tr("Rename"), tr("Name of the model"), text=before)
        return title if given else None

    def forget_everything(self) -> bool | None:
        """Ask whether all that was learned may go; True where drafts and versions go too, None where not."""
        box = self._box(
            tr("Forget everything about you?"),
            tr(
                "Models that learned from your documents, unfinished learning, your own words, the memory of "
                "what you wrote, statistics and lists of documents are deleted. Your documents stay. "
                "The program closes first."
            ),
            _Button.Yes | _Button.Cancel,
            _Button.Cancel,
        )
        box.button(_Button.Yes).setText(tr("Forget and close"))
        box.button(_Button.Cancel).setText(tr("Cancel"))
        too = QCheckBox(tr("Unsaved drafts and earlier versions of documents too"))
        box.setCheckBox(too)
        return too.isChecked() if box.exec() == _Button.Yes.value else None

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
