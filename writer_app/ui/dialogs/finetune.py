"""The dialog that adapts the model to a person's documents: choose, watch, decide."""

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from writer_app.errors import PackError
from writer_app.i18n import tr
from writer_app.model import generations
from writer_app.training import outlook
from writer_app.training.events import (
    Cancelled,
    Compared,
    Event,
    Failed,
    Finished,
    Paused,
    Resumed,
    Weighing,
)
from writer_app.training.plan import FinetunePlan
from writer_app.training.results import Candidate, waiting
from writer_app.ui.dialogs.preparation import Preparation, Surroundings
from writer_app.ui.dialogs.result_page import ResultPage
from writer_app.ui.dialogs.run_buttons import RunButtons
from writer_app.ui.dialogs.run_page import RunPage
from writer_app.ui.fitting import resize_within_screen
from writer_app.ui.labels import quiet
from writer_app.ui.learning_run import LearningRun


class FinetuneDialog(QDialog):
    """Three pages: the documents, the run, the result. It may be closed and shown again at any time."""

    models_changed = Signal()
    ended = Signal()  # a run, in whatever way

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._candidate: Candidate | None = None
        self._told = False  # whether a result was seen that asks for no decision
        self.run = LearningRun(surroundings.graphs, surroundings.work, surroundings.on_battery, self)
        self.preparation = Preparation(surroundings)
        self.run_page, self.result_page = RunPage(), ResultPage()
        self.buttons = RunButtons()
        self._lay_out()
        self._connect()
        self._begin()

    def finish(self) -> None:
        """End what runs, within two seconds; a run can be gone on with, a result decided about, later."""
        self.run.close()
        self.preparation.close_reader()

    @Slot()
    def start(self) -> None:
        """Start a run over the documents listed, or wait for the power cable where it is not plugged in."""
        if find_spec("torch") is None:
            self._show_words(
                tr("Learning needs torch, which is not installed."),
                tr("Install it with: pip install 'writer_app[train]'"),
            )
        else:
            self.run.start(self.preparation.plan())

    def go_on_with(self, plan: FinetunePlan) -> None:
        """Go on with a run that was ended before it was done."""
        if not self.run.running:
            self.run.plan = plan
            self.run.start_now()

    @Slot()
    def cancel(self) -> None:
        """End the run and leave everything as it was."""
        if self.run.running:
            self.run_page.end_soon()
            self.buttons.wait_for_the_end()
        self.run.cancel()

    @Slot()
    def keep(self) -> None:
        """Let the new model suggest from now on."""
        candidate = self._candidate
        if candidate is None:
            return
        try:
            candidate.keep()
        except PackError as error:
            self.result_page.detail.setText(f"{error} {error.hint}")
            return
        self._candidate = None
        gained = outlook.summary(candidate.compared, candidate.assessed)
        self.result_page.sentence.setText(outlook.now_in_use(gained))
        self._show_page(self.result_page, self.buttons.back, self.buttons.again, self.buttons.close_dialog)
        self.models_changed.emit()

    @Slot()
    def go_back(self) -> None:
        """Remove the new model; the one before it suggests again, or still."""
        if self._candidate is not None:
            self._candidate.discard(self._around.graphs)
            self._candidate = None
        else:
            try:
                language = self.preparation.language.language
                generations.go_back(self._around.personal, language, self._around.graphs)
            except PackError as error:
                self._show_words(str(error), error.hint)
                return
            self.models_changed.emit()
        self._show_words(
            tr("The old model is in use."), tr("What was learned from your documents is deleted.")
        )

    def _begin(self) -> None:
        """Show what waits for a decision, else the documents to choose."""
        for language, candidate in waiting(self._around.personal, self._around.run).items():
            self.preparation.language.choose(language)
            self._offer(candidate)
            return
        self._show_choice()

    @Slot()
    def _show_choice(self) -> None:
        language = self.preparation.language.language
        adapted = generations.current_generation(self._around.personal, language) is not None
        back = [self.buttons.back] if adapted else []
        self._show_page(self.preparation, *back, self.buttons.close_dialog, self.buttons.start)
        self.preparation.read()

    @Slot()
    def _show_start(self) -> None:
        self.run_page.begin()
        self._show_page(self.run_page, self.buttons.cancel, self.buttons.pause, self.buttons.hide_dialog)

    @Slot()
    def _show_waiting(self) -> None:
        self.run_page.begin()
        self.run_page.wait_for_power()
        self._show_page(self.run_page, self.buttons.cancel, self.buttons.hide_dialog, self.buttons.now)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        buttons = self.buttons
        self.run_page.show_event(event)
        match event:
            case Paused():
                self._show_page(self.run_page, buttons.cancel, buttons.hide_dialog, buttons.resume)
            case Resumed():
                self._show_page(self.run_page, buttons.cancel, buttons.pause, buttons.hide_dialog)
            case Weighing() | Compared():
                buttons.pause.setEnabled(False)
            case Finished():
                self._show_result()
            case Cancelled():
                self._show_choice()
            case Failed():
                self._show_failure(event)
        if isinstance(event, (Finished, Cancelled, Failed)):
            self.ended.emit()

    def _show_result(self) -> None:
        run = self.run
        if run.compared is None or run.plan is None:
            return
        if run.compared.kept:
            self._offer(Candidate(run.plan.out, self._around.run, run.compared, run.assessed))
        else:
            self._show_page(self.result_page, self.buttons.again, self.buttons.close_dialog)
            self.result_page.show_result(run.compared, run.assessed)
        self.result_page.show_curve(self.run_page.curve)

    def _offer(self, candidate: Candidate) -> None:
        self._candidate = candidate
        self.result_page.show_result(candidate.compared, candidate.assessed)
        self._show_page(self.result_page, self.buttons.back, self.buttons.keep)

    def _show_failure(self, failed: Failed) -> None:
        """Say what happened; a run that had begun to learn can be gone on with."""
        self.run.plan = self._around.run.unfinished()
        go_on = [self.buttons.go_on] if self.run.plan is not None else []
        self._show_words(failed.message, failed.hint, *go_on)

    def _show_words(self, sentence: str, detail: str, *more: QPushButton) -> None:
        self.result_page.show_words(sentence, detail)
        self._show_page(self.result_page, self.buttons.again, self.buttons.close_dialog, *more)

    def _show_page(self, page: QWidget, *buttons: QPushButton) -> None:
        """Show a page and its buttons; the last of them is the one that Enter presses."""
        self.pages.setCurrentWidget(page)
        self.buttons.show_only(*buttons)

    @Slot(bool)
    def _show_readiness(self, ready: bool) -> None:
        self.buttons.start.setEnabled(ready)
        self.buttons.start.setDefault(ready)

    def _connect(self) -> None:
        self.run.began.connect(self._show_start)
        self.run.waiting.connect(self._show_waiting)
        self.run.heard.connect(self._hear)
        self.run.power_changed.connect(self.run_page.say_power)
        self.preparation.ready.connect(self._show_readiness)
        for pressed, act in (
            (self.buttons.start, self.start),
            (self.buttons.cancel, self.cancel),
            (self.buttons.pause, self.run.pause),
            (self.buttons.resume, self.run.resume),
            (self.buttons.now, self.run.start_now),
            (self.buttons.go_on, self.run.start_now),
            (self.buttons.keep, self.keep),
            (self.buttons.back, self.go_back),
            (self.buttons.again, self._show_choice),
            (self.buttons.hide_dialog, self.close),
            (self.buttons.close_dialog, self.close),
        ):
            pressed.clicked.connect(act)

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Teach it your style"))
        self.setAcceptDrops(True)
        resize_within_screen(self, 720, 660)
        self.pages = QStackedWidget()
        for page in (self.preparation, self.run_page, self.result_page):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(
            quiet(
                tr(
                    "The model reads your documents on this computer and learns how you write. On a part "
                    "that is held back it is measured whether that made it better; if not, nothing changes."
                )
            )
        )
        column.addWidget(self.pages, 1)
        column.addWidget(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._told and self.pages.currentWidget() is self.result_page:
            self._show_choice()  # what was told then may no longer be true
        self._told = False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # as when the window is made small
            self._told = self._candidate is None and self.pages.currentWidget() is self.result_page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.pages.currentWidget() is self.preparation and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        urls = event.mimeData().urls()
        self.preparation.choice.add(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
