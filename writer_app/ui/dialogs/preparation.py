"""What a run is prepared with: a language, documents, and what was found in them."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage, rmtree
from tempfile import TemporaryDirectory

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.model import generations
from writer_app.model.pack import Pack
from writer_app.training import outlook
from writer_app.training.plan import FinetunePlan
from writer_app.training.process import Work
from writer_app.training.run_folder import RunFolder
from writer_app.training.selection import Reading
from writer_app.ui.dialogs.document_choice import DocumentChoice
from writer_app.ui.dialogs.language_choice import LanguageChoice
from writer_app.ui.power import on_battery
from writer_app.ui.remembering import Remembering
from writer_app.ui.selection_reader import SelectionReader

_SAMPLE = 20_000  # characters of the open text that choose the language
_COPIES = "open-texts-"
_ABANDONED = 86_400  # seconds after which no window needs a copy any more


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the dialog needs to know of the program around it."""

    personal: Path
    """Where the person's packs lie."""
    bundled: Path
    run: RunFolder
    """What a run keeps, so that it can go on after a kill."""
    graphs: Path
    """Where the graphs built from packs are kept."""
    open_texts: Callable[[], list[tuple[str, str]]]
    """The names and the texts of the documents in the window, the current one first."""
    remembering: Remembering | None = None
    """What can learn from texts that are too short for a run."""
    work: Work | None = None
    """What the training process does; by default it fine-tunes and no more."""
    make_plan: Callable[..., FinetunePlan] = FinetunePlan
    on_battery: Callable[[], bool] = on_battery

    def free_space(self) -> int:
        """Return the bytes free where a new model is written."""
        place = self.personal
        while not place.is_dir() and place != place.parent:
            place = place.parent
        return disk_usage(place).free

    def bases(self) -> dict[str, Pack]:
        """Return the pack in use of each language."""
        return generations.bases(self.personal, self.bundled)


class Preparation(QWidget):
    """The first page: reads the documents listed whenever they change, and makes the plan of a run."""

    ready = Signal(bool)  # whether a run over what is listed may be started

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._around = surroundings
        self._copies: TemporaryDirectory[str] | None = None
        self._found: Reading | None = None
        self.reader = SelectionReader(self)
        self.language = LanguageChoice()
        self.choice = DocumentChoice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.language)
        column.addWidget(self.choice, 1)
        bases = surroundings.bases()
        _, text = (*surroundings.open_texts(), ("", ""))[0]
        self.language.offer(bases, text[:_SAMPLE])
        self.language.setVisible(len(bases) > 1)
        self.reader.found.connect(self._show_found)
        self.choice.changed.connect(self.read)
        self.choice.open_texts_wanted.connect(self._add_open_texts)
        self.choice.remember_wanted.connect(self._remember)
        self.language.changed.connect(self.read)

    def close_reader(self) -> None:
        """End the thread that reads, and remove the copies of open texts."""
        self.reader.close()
        if self._copies is not None:
            self._copies.cleanup()
            self._copies = None

    @Slot()
    def read(self) -> None:
        """Read the documents listed, for the preview."""
        self.ready.emit(False)
        if not self._around.bases():
            self.choice.show_missing_pack()
        elif not self.choice.paths:
            self.reader.forget()
            self.choice.show_nothing()
        else:
            self.choice.show_reading()
            self.reader.read(self.choice.paths, self.language.language, self.choice.with_secrets.isChecked())

    def plan(self) -> FinetunePlan:
        """Return the plan of a run over what is listed, from the pack that is in use now."""
        around, language = self._around, self.language.language
        base = around.bases()[language]
        return around.make_plan(
            documents=tuple(self.choice.paths),
            base=base,
            root=generations.root(around.personal, around.bundled, base),
            out=generations.candidate(around.personal, language),
            with_secrets=self.choice.with_secrets.isChecked(),
            folder=around.run.path,
        )

    @Slot(object)
    def _show_found(self, found: Reading | None) -> None:
        self._found = found
        if found is None:
            self.choice.show_failure()
            return
        plan = self.plan()
        minutes = outlook.estimated_minutes(found.words, plan.base.config, plan.epochs)
        shortage = outlook.disk_shortage(plan.base.config, self._around.free_space())
        cost = shortage or outlook.cost(minutes, plan.minutes, plan.base.config)
        memory = self._around.remembering
        self.choice.show_found(found, cost, can_remember=memory is not None and memory.on)
        self.ready.emit(found.sufficient and not shortage)

    @Slot()
    def _remember(self) -> None:
        """Have the memory learn what is too little for a run."""
        memory, found = self._around.remembering, self._found
        if memory is not None and found is not None:
            memory.learn_texts(found.texts, self.choice.show_remembered)

    @Slot()
    def _add_open_texts(self) -> None:
        """List copies of the texts in the window, as they stand there now."""
        try:
            paths = self._copied(self._around.open_texts())
        except OSError as error:
            problem = DocumentError(
                tr("The open text could not be copied: {reason}.", reason=error.strerror or "?"),
                hint=tr("Make room on the disk, and try again."),
            )
            self.choice.show_problem(problem)
            return
        known = set(self.choice.paths)
        self.choice.add(paths)
        if known.issuperset(paths):
            self.read()  # they may have been written on

    def _copied(self, texts: Sequence[tuple[str, str]]) -> list[Path]:
        """Write texts beside what a run keeps: not where the system keeps what others may see."""
        place = self._around.run.path.parent
        place.mkdir(parents=True, exist_ok=True)
        if self._copies is None:
            _sweep(place)
            self._copies = TemporaryDirectory(prefix=_COPIES, dir=place, ignore_cleanup_errors=True)
        paths: list[Path] = []
        for number, (name, text) in enumerate(texts):
            folder = Path(self._copies.name) / str(number)  # two documents may have one name
            folder.mkdir(exist_ok=True)
            paths.append(folder / f"{Path(name).stem}.txt")
            paths[-1].write_text(text, encoding="utf-8", errors="surrogatepass")
        return paths


def _sweep(place: Path) -> None:
    """Remove the copies of windows that were killed."""
    for folder in place.glob(f"{_COPIES}*"):
        if time.time() - folder.stat().st_mtime > _ABANDONED:
            rmtree(folder, ignore_errors=True)
