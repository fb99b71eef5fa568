"""The dialog that adapts the model to a person's documents: choose, watch, decide."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from writer_app.errors import DocumentError, PackError
from writer_app.i18n import tr
from writer_app.model import generations
from writer_app.model.pack import Pack
from writer_app.training import outlook
from writer_app.training.events import (
    Assessed,
    Cancelled,
    Compared,
    Event,
    Failed,
    Finished,
    Paused,
    Resumed,
)
from writer_app.training.plan import FinetunePlan
from writer_app.training.process import Work
from writer_app.training.results import result_of
from writer_app.training.run_folder import RunFolder
from writer_app.training.selection import Reading
from writer_app.ui.dialogs.document_choice import DocumentChoice, button
from writer_app.ui.dialogs.language_choice import LanguageChoice
from writer_app.ui.dialogs.result_page import ResultPage
from writer_app.ui.dialogs.run_buttons import RunButtons
from writer_app.ui.dialogs.run_page import RunPage
from writer_app.ui.power import PowerWatch, on_battery
from writer_app.ui.selection_reader import SelectionReader
from writer_app.ui.training_bridge import TrainingBridge

_SAMPLE = 20_000  # characters of the open text that choose the language


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
    open_text: Callable[[], tuple[str, str]]
    """The name and the text of the document in the window."""
    work: Work | None = None
    """What the training process does; by default it fine-tunes and no more."""
    make_plan: Callable[..., FinetunePlan] = FinetunePlan
    on_battery: Callable[[], bool] = on_battery


class FinetuneDialog(QDialog):
    """Three pages: the documents, the run, the result. It may be closed and shown again at any time."""

    models_changed = Signal()
    ended = Signal()  # a run, in whatever way

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._bases: dict[str, Pack] = {}
        self._plan: FinetunePlan | None = None
        self._undecided: Path | None = None
        self._compared: Compared | None = None
        self._assessed: Assessed | None = None
        self._copies: TemporaryDirectory[str] | None = None
        self.bridge = TrainingBridge(surroundings.graphs, surroundings.work, self)
        self.reader = SelectionReader(self)
        self.power = PowerWatch(surroundings.on_battery, self)
        self.choice_page, self.run_page, self.result_page = DocumentChoice(), RunPage(), ResultPage()
        self.language = LanguageChoice()
        self._make_buttons()
        self._lay_out()
        self.bridge.heard.connect(self._hear)
        self.power.changed.connect(self._follow_power)
        self.reader.found.connect(self._show_found)
        self.choice_page.changed.connect(self._read)
        self.choice_page.open_text_wanted.connect(self._add_open_text)
        self.language.changed.connect(self._read)
        self._begin()

    def finish(self) -> None:
        """End what runs, within two seconds; a run can be gone on with, a result decided about, later."""
        self.power.stop()
        self.bridge.close()
        self.reader.close()
        if self._copies is not None:
            self._copies.cleanup()
            self._copies = None

    @property
    def busy(self) -> bool:
        """Whether a run goes on, rests, or waits for power."""
        return self.bridge.running or self.pages.currentWidget() is self.run_page

    @Slot()
    def start(self) -> None:
        """Start a run over the documents listed, or wait for the power cable where it is not plugged in."""
        if find_spec("torch") is None:
            self._show_words(
                tr("Learning needs torch, which is not installed."),
                tr("Install it with: pip install 'writer_app[train]'"),
            )
            return
        self._plan = self._make_plan()
        self.power.start()
        if self.power.on_battery:
            self.run_page.begin()
            self.run_page.wait_for_power()
            self._show_page(self.run_page, self.cancel_button, self.hide_button, self.now_button)
        else:
            self._run()

    def go_on_with(self, plan: FinetunePlan) -> None:
        """Go on with a run that was ended before it was done."""
        if not self.bridge.running:
            self._plan = plan
            self.power.start()
            self._run()

    @Slot()
    def _run(self) -> None:
        if self._plan is None or self.bridge.running:
            return
        self._compared = self._assessed = None
        self.run_page.begin()
        self._show_page(self.run_page, self.cancel_button, self.pause_button, self.hide_button)
        self.bridge.start(self._plan)

    @Slot(bool)
    def _follow_power(self, on_battery: bool) -> None:
        """Start what waited for the cable; where it was pulled, say what may be done."""
        if not on_battery and self._plan is not None and not self.bridge.running:
            if self.now_button.isVisibleTo(self):
                self._run()
        elif self.bridge.running and on_battery:
            self.run_page.say(tr("It runs on its battery now: you may pause until the cable is plugged in."))
        else:
            self.run_page.say_usual()

    @Slot()
    def pause(self) -> None:
        """Let the run rest at the next step."""
        self.pause_button.setEnabled(False)
        self.bridge.pause()

    @Slot()
    def resume(self) -> None:
        """Let the run go on."""
        self.resume_button.setEnabled(False)
        self.bridge.resume()

    @Slot()
    def cancel(self) -> None:
        """End the run and leave everything as it was."""
        if not self.bridge.running:  # it waits for power
            self._plan = None
            self.power.stop()
            self._show_choice()
            return
        self.run_page.end_soon()
        for one in (self.cancel_button, self.pause_button, self.resume_button):
            one.setEnabled(False)
        self.bridge.cancel()

    @Slot()
    def keep(self) -> None:
        """Let the new model suggest from now on."""
        if self._undecided is None or self._compared is None:
            return
        try:
            generations.keep(self._undecided)
        except PackError as error:
            self.result_page.detail.setText(f"{error} {error.hint}")
            return
        self._undecided = None
        self._around.run.discard()
        self.result_page.sentence.setText(outlook.now_in_use(outlook.summary(self._compared, self._assessed)))
        self._show_page(self.result_page, self.back_button, self.close_button)
        self.models_changed.emit()

    @Slot()
    def go_back(self) -> None:
        """Remove the new model; the one before it suggests again, or still."""
        if self._undecided is not None:
            generations.discard(self._undecided, self._around.graphs)
            self._around.run.discard()
            self._undecided = None
        else:
            try:
                generations.go_back(self._around.personal, self.language.language, self._around.graphs)
            except PackError as error:
                self._show_words(str(error), error.hint)
                return
            self.models_changed.emit()
        self._show_words(
            tr("The old model is in use."), tr("What was learned from your documents is deleted.")
        )

    def _begin(self) -> None:
        """Show what waits for a decision, else the documents to choose."""
        self._bases = generations.bases(self._around.personal, self._around.bundled)
        self.language.offer(self._bases, self._around.open_text()[1][:_SAMPLE])
        for pack in generations.waiting_candidates(self._around.personal):
            compared, assessed = result_of(pack, self._around.run)
            if compared is not None:
                self._undecided, self._compared, self._assessed = pack.folder, compared, assessed
                self.language.choose(pack.language)
                self.result_page.show_result(compared, assessed)
                self._show_page(self.result_page, self.back_button, self.keep_button)
                return
        self._show_choice()

    @Slot()
    def _show_choice(self) -> None:
        self._bases = generations.bases(self._around.personal, self._around.bundled)
        adapted = generations.current_generation(self._around.personal, self.language.language) is not None
        self._show_page(
            self.choice_page,
            *([self.back_button] if adapted else []),
            self.close_button,
            self.start_button,
        )
        self._read()

    @Slot()
    def _read(self) -> None:
        """Read the documents listed, for the preview."""
        self.start_button.setEnabled(False)
        if not self._bases:
            self.choice_page.show_missing_pack()
        elif not self.choice_page.paths:
            self.reader.forget()
            self.choice_page.show_nothing()
        else:
            self.choice_page.show_reading()
            with_secrets = self.choice_page.with_secrets.isChecked()
            self.reader.read(self.choice_page.paths, self.language.language, with_secrets)

    @Slot(object)
    def _show_found(self, found: Reading | None) -> None:
        if found is None:
            self.choice_page.show_failure()
            return
        plan = self._make_plan()
        minutes = outlook.estimated_minutes(found.words, plan.base.config, plan.epochs)
        cost = f"{outlook.duration(minutes, plan.minutes)} {outlook.memory_needed(plan.base.config)}"
        self.choice_page.show_found(found, cost)
        self.start_button.setEnabled(found.sufficient)
        self.start_button.setDefault(found.sufficient)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        self.run_page.show_event(event)
        match event:
            case Paused():
                self._show_page(self.run_page, self.cancel_button, self.hide_button, self.resume_button)
            case Resumed():
                self._show_page(self.run_page, self.cancel_button, self.pause_button, self.hide_button)
            case Compared():
                self._compared = event
                self.pause_button.setEnabled(False)
            case Assessed():
                self._assessed = event
            case Finished():
                self._show_result()
            case Cancelled():
                self._show_choice()
            case Failed():
                self._show_failure(event)
        if isinstance(event, (Finished, Cancelled, Failed)):
            self.power.stop()
            self.ended.emit()

    def _show_result(self) -> None:
        if self._compared is None or self._plan is None:
            return
        self.result_page.show_result(self._compared, self._assessed, self.run_page.curve)
        if self._compared.kept:
            self._undecided = self._plan.out
            self._show_page(self.result_page, self.back_button, self.keep_button)
        else:
            self._show_page(self.result_page, self.again_button, self.close_button)

    def _show_failure(self, failed: Failed) -> None:
        """Say what happened; a run that had begun to learn can be gone on with."""
        self.result_page.show_words(failed.message, failed.hint)
        self._plan = self._around.run.unfinished()
        go_on = [self.go_on_button] if self._plan is not None else []
        self._show_page(self.result_page, self.again_button, self.close_button, *go_on)

    def _show_words(self, sentence: str, detail: str) -> None:
        self.result_page.show_words(sentence, detail)
        self._show_page(self.result_page, self.again_button, self.close_button)

    def _make_plan(self) -> FinetunePlan:
        language = self.language.language
        return self._around.make_plan(
            documents=tuple(self.choice_page.paths),
            base=self._bases[language],
            root=generations.root(self._around.personal, self._around.bundled, self._bases[language]),
            out=generations.candidate(self._around.personal, language),
            with_secrets=self.choice_page.with_secrets.isChecked(),
            folder=self._around.run.path,
        )

    @Slot()
    def _add_open_text(self) -> None:
        """List a copy of the text in the window, as it stands there now."""
        name, text = self._around.open_text()
        if self._copies is None:
            self._copies = TemporaryDirectory(prefix="writer-app-")
        path = Path(self._copies.name) / f"{Path(name).stem}.txt"
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            problem = DocumentError(
                tr("The open text could not be copied."), hint=error.strerror or type(error).__name__
            )
            self._show_words(str(problem), problem.hint)
            return
        if path in self.choice_page.paths:
            self._read()
        self.choice_page.add([path])

    def _make_buttons(self) -> None:
        self.start_button = button(tr("&Start learning"), self.start)
        self.cancel_button = button(tr("Sto&p, change nothing"), self.cancel)
        self.pause_button = button(tr("Pa&use"), self.pause)
        self.resume_button = button(tr("Go on &learning"), self.resume)
        self.now_button = button(tr("Start &now"), self._run)
        self.go_on_button = button(tr("Go on where it &was"), self._run)
        self.hide_button = button(tr("Go on &writing"), self.close)
        self.keep_button = button(tr("&Keep the new model"), self.keep)
        self.back_button = button(tr("&Go back to the old model"), self.go_back)
        self.again_button = button(tr("&Other documents"), self._show_choice)
        self.close_button = button(tr("&Close"), self.close)
        self.buttons = RunButtons(
            self.back_button,
            self.again_button,
            self.cancel_button,
            self.pause_button,
            self.close_button,
            self.hide_button,
            self.resume_button,
            self.now_button,
            self.go_on_button,
            self.keep_button,
            self.start_button,
        )

    def _show_page(self, page: QWidget, *buttons: QPushButton) -> None:
        """Show a page and its buttons; the last of them is the one that Enter presses."""
        self.pages.setCurrentWidget(page)
        self.language.setVisible(page is self.choice_page and len(self._bases) > 1)
        for one in (self.cancel_button, self.pause_button, self.resume_button):
            one.setEnabled(True)
        self.buttons.show_only(*buttons)

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Teach it your style"))
        self.setAcceptDrops(True)
        self.resize(720, 660)
        promise = QLabel(
            tr(
                "The model reads your documents on this computer and learns how you write. On a part that is "
                "held back it is measured whether that made it better; if not, nothing changes."
            ),
            wordWrap=True,
        )
        promise.setObjectName("quiet")
        self.pages = QStackedWidget()
        for page in (self.choice_page, self.run_page, self.result_page):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(promise)
        column.addWidget(self.language)
        column.addWidget(self.pages, 1)
        column.addWidget(self.buttons)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.pages.currentWidget() is self.choice_page and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        urls = event.mimeData().urls()
        self.choice_page.add(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
