"""The dialog that adapts the model to a person's documents: choose, watch, decide."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
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
from writer_app.text.scripts import LANGUAGE_SCRIPTS, script_of
from writer_app.training import outlook
from writer_app.training.events import Cancelled, Compared, Event, Failed, Finished
from writer_app.training.plan import FinetunePlan
from writer_app.training.selection import Reading
from writer_app.ui.dialogs.document_choice import DocumentChoice, button
from writer_app.ui.dialogs.run_pages import ResultPage, RunPage
from writer_app.ui.selection_reader import SelectionReader
from writer_app.ui.training_bridge import TrainingBridge

_LANGUAGES = {"en": "English", "zh": "中文"}
_SAMPLE = 20_000  # characters of the open text that choose the language


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the dialog needs to know of the program around it."""

    personal: Path
    """Where the person's packs lie."""
    bundled: Path
    open_text: Callable[[], tuple[str, str]]
    """The name and the text of the document in the window."""
    make_plan: Callable[..., FinetunePlan] = FinetunePlan


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
        self._copies: TemporaryDirectory[str] | None = None
        self.bridge = TrainingBridge(self)
        self.reader = SelectionReader(self)
        self.choice_page, self.run_page, self.result_page = DocumentChoice(), RunPage(), ResultPage()
        self.language = QComboBox()
        self._make_buttons()
        self._lay_out()
        self.bridge.heard.connect(self._hear)
        self.reader.found.connect(self._show_found)
        self.choice_page.changed.connect(self._read)
        self.choice_page.open_text_wanted.connect(self._add_open_text)
        self.language.currentIndexChanged.connect(self._read)
        self._begin()

    def finish(self) -> None:
        """End what runs, within two seconds; a result that nobody decided about is offered again later."""
        running = self.bridge.running
        self.bridge.close()
        self.reader.close()
        if running and self._plan is not None:
            generations.discard(self._plan.out)
        if self._copies is not None:
            self._copies.cleanup()
            self._copies = None

    @Slot()
    def start(self) -> None:
        """Start a run over the documents listed."""
        if find_spec("torch") is None:
            self._show_words(
                tr("Learning needs torch, which is not installed."),
                tr("Install it with: pip install 'writer_app[train]'"),
            )
            return
        self._plan = self._make_plan()
        self._compared = None
        self._around.personal.mkdir(parents=True, exist_ok=True)
        generations.discard(self._plan.out)
        self.run_page.begin()
        self._show_page(self.run_page, self.cancel_button, self.hide_button)
        self.bridge.start(self._plan)

    @Slot()
    def cancel(self) -> None:
        """End the run and leave everything as it was."""
        self.run_page.end_soon()
        self.cancel_button.setEnabled(False)
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
        self.result_page.sentence.setText(outlook.now_in_use(self._compared.before, self._compared.after))
        self._show_page(self.result_page, self.back_button, self.close_button)
        self.models_changed.emit()

    @Slot()
    def go_back(self) -> None:
        """Remove the new model; the one before it suggests again, or still."""
        if self._undecided is not None:
            generations.discard(self._undecided)
            self._undecided = None
        else:
            try:
                generations.go_back(self._around.personal, self._language())
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
        self._fill_languages()
        waiting = [pack for pack in generations.waiting_candidates(self._around.personal) if _compared(pack)]
        if waiting:
            self._show_waiting(waiting[0])
            return
        self._show_choice()

    def _show_waiting(self, pack: Pack) -> None:
        self._undecided, self._compared = pack.folder, _compared(pack)
        self.language.setCurrentIndex(max(0, self.language.findData(pack.language)))
        if self._compared is not None:
            self.result_page.show_comparison(self._compared.before, self._compared.after)
        self._show_page(self.result_page, self.back_button, self.keep_button)

    @Slot()
    def _show_choice(self) -> None:
        self._bases = generations.bases(self._around.personal, self._around.bundled)
        adapted = generations.current_generation(self._around.personal, self._language()) is not None
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
            self.reader.read(self.choice_page.paths, self._language())

    @Slot(object)
    def _show_found(self, found: Reading | None) -> None:
        if found is None:
            self.choice_page.show_failure()
            return
        plan = self._make_plan()
        minutes = outlook.estimated_minutes(found.words, plan.base.config, plan.epochs)
        self.choice_page.show_found(found, outlook.duration(minutes, plan.minutes))
        self.start_button.setEnabled(found.sufficient)
        self.start_button.setDefault(found.sufficient)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        self.run_page.show_event(event)
        match event:
            case Compared():
                self._compared = event
            case Finished():
                self._show_result()
            case Cancelled():
                self._clear_away()
                self._show_choice()
            case Failed():
                self._clear_away()
                self._show_words(event.message, event.hint)
        if isinstance(event, (Finished, Cancelled, Failed)):
            self.ended.emit()

    def _show_result(self) -> None:
        if self._compared is None or self._plan is None:
            return
        self.result_page.show_comparison(self._compared.before, self._compared.after, self.run_page.curve)
        if self._compared.kept:
            self._undecided = self._plan.out
            self._show_page(self.result_page, self.back_button, self.keep_button)
        else:
            self._show_page(self.result_page, self.again_button, self.close_button)

    def _show_words(self, sentence: str, detail: str) -> None:
        self.result_page.show_words(sentence, detail)
        self._show_page(self.result_page, self.again_button, self.close_button)

    def _clear_away(self) -> None:
        if self._plan is not None:
            generations.discard(self._plan.out)

    def _make_plan(self) -> FinetunePlan:
        language = self._language()
        return self._around.make_plan(
            documents=tuple(self.choice_page.paths),
            base=self._bases[language],
            out=generations.candidate(self._around.personal, language),
        )

    def _language(self) -> str:
        return str(self.language.currentData() or "en")

    def _fill_languages(self) -> None:
        """Offer the languages that there are packs of; the one of the open text is chosen."""
        script = script_of(self._around.open_text()[1][:_SAMPLE])
        for language in self._bases:
            self.language.addItem(_LANGUAGES.get(language, language), language)
            if script is not None and LANGUAGE_SCRIPTS.get(language) is script:
                self.language.setCurrentIndex(self.language.count() - 1)

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
        self.hide_button = button(tr("Go on &writing"), self.close)
        self.keep_button = button(tr("&Keep the new model"), self.keep)
        self.back_button = button(tr("&Go back to the old model"), self.go_back)
        self.again_button = button(tr("&Other documents"), self._show_choice)
        self.close_button = button(tr("&Close"), self.close)
        self._buttons = (
            self.back_button,
            self.again_button,
            self.cancel_button,
            self.close_button,
            self.hide_button,
            self.keep_button,
            self.start_button,
        )

    def _show_page(self, page: QWidget, *buttons: QPushButton) -> None:
        """Show a page and its buttons; the last of them is the one that Enter presses."""
        self.pages.setCurrentWidget(page)
        self.language_row.setVisible(page is self.choice_page and len(self._bases) > 1)
        for one in self._buttons:
            one.setVisible(one in buttons)
            one.setDefault(one is buttons[-1])
        self.cancel_button.setEnabled(True)
        buttons[-1].setFocus()

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Teach it your style"))
        self.setAcceptDrops(True)
        self.resize(680, 600)
        promise = QLabel(
            tr(
                "The model reads your documents on this computer and learns how you write. On a part that is "
                "held back it is measured whether that made it better; if not, nothing changes."
            ),
            wordWrap=True,
        )
        promise.setObjectName("quiet")
        self.language_row = QWidget()
        row = QHBoxLayout(self.language_row)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(tr("&Language of the documents"))
        label.setBuddy(self.language)
        row.addWidget(label)
        row.addWidget(self.language)
        row.addStretch()
        self.pages = QStackedWidget()
        for page in (self.choice_page, self.run_page, self.result_page):
            self.pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch()
        for one in self._buttons[1:]:
            buttons.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(promise)
        column.addWidget(self.language_row)
        column.addWidget(self.pages, 1)
        column.addLayout(buttons)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.pages.currentWidget() is self.choice_page and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        urls = event.mimeData().urls()
        self.choice_page.add(Path(url.toLocalFile()) for url in urls if url.isLocalFile())


def _compared(pack: Pack) -> Compared | None:
    """Return what a pack's facts say of its gain."""
    figures = pack.facts.get("held_out_bits_per_character")
    if not isinstance(figures, dict):
        return None
    before, after = figures.get("before"), figures.get("after")
    if not isinstance(before, float) or not isinstance(after, float):
        return None
    return Compared(before, after, kept=True)
