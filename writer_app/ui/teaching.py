"""Teaching from the window's point of view: the dialog, a run that goes on from the last time, its end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from writer_app.i18n import on_language_change, tr
from writer_app.paths import Places, bundled_packs
from writer_app.ui.notices import Notices
from writer_app.ui.questions import Questions
from writer_app.ui.remembering import Remembering

if TYPE_CHECKING:
    from writer_app.training.plan import FinetunePlan
    from writer_app.training.process import Work
    from writer_app.training.run_folder import RunFolder
    from writer_app.ui.dialogs.finetune import FinetuneDialog


class Teaching(QObject):
    """Owns the dialog, which is made when it is first wanted, and lives as long as the window."""

    models_changed = Signal()
    forget_wanted = Signal(bool)  # drafts and versions too

    def __init__(
        self,
        window: QWidget,
        notices: Notices,
        questions: Questions,
        places: Places,
        open_texts: Callable[[], list[tuple[str, str]]],
        remembering: Remembering | None = None,
        find_work: "Callable[[], Work] | None" = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices
        self._questions = questions
        self._places = places
        self._open_texts = open_texts
        self._remembering = remembering
        self._find_work = find_work
        self._dialog: FinetuneDialog | None = None
        self._in_old_language = False
        self.destroyed.connect(on_language_change(self._speak))

    @Slot()
    def show(self) -> None:
        """Show the dialog that adapts the model to the person's documents."""
        dialog = self._made()
        dialog.show()
        dialog.activateWindow()

    @Slot()
    def show_models(self) -> None:
        """Show which models there are, and what may be done with them."""
        from writer_app.ui.dialogs.packs import PacksDialog  # noqa: PLC0415 - loads NumPy

        places = self._places
        dialog = PacksDialog(places.packs, bundled_packs(), places.graphs, self._questions, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.models_changed.connect(self.models_changed)
        dialog.forget_wanted.connect(self.forget_wanted)
        dialog.show()

    def offer_unfinished(self) -> None:
        """Ask whether to go on with a run that ended with the program, or with the computer."""
        if not self._places.finetuning.is_dir():
            return
        folder = self._run_folder()
        plan = folder.unfinished()
        if plan is None:
            return
        self._notices.add(
            tr(
                "Learning from your documents was interrupted after {done:.0f} %.",
                done=100 * folder.progress(),
            ),
            (tr("Go on"), lambda: self._go_on(plan)),
            (tr("Discard"), folder.discard),
        )

    def finish(self) -> None:
        """End a run, within two seconds; it is offered again at the next start."""
        if self._dialog is not None:
            self._dialog.finish()

    def _go_on(self, plan: "FinetunePlan") -> None:
        self._made().go_on_with(plan)
        self.show()

    def _speak(self) -> None:
        self._in_old_language = self._dialog is not None

    def _drop_in_old_language(self) -> None:
        """Have the dialog made anew, unless it shows or does something now; a result waits on the disk."""
        old = self._dialog
        if old is None or not self._in_old_language or old.isVisible():
            return
        if old.run.running or old.run_page.isVisibleTo(old):  # it rests, or waits for power
            return
        self._dialog, self._in_old_language = None, False
        old.finish()
        old.deleteLater()

    def _made(self) -> "FinetuneDialog":
        self._drop_in_old_language()
        if self._dialog is None:
            from writer_app.ui.dialogs.finetune import FinetuneDialog  # noqa: PLC0415 - loads NumPy
            from writer_app.ui.dialogs.preparation import Surroundings  # noqa: PLC0415 - loads NumPy

            around = Surroundings(
                personal=self._places.packs,
                bundled=bundled_packs(),
                run=self._run_folder(),
                graphs=self._places.graphs,
                open_texts=self._open_texts,
                remembering=self._remembering,
                work=self._find_work() if self._find_work else None,
            )
            self._dialog = FinetuneDialog(around, self._window)
            self._dialog.models_changed.connect(self.models_changed)
            self._dialog.ended.connect(self._tell_of_end)
        return self._dialog

    def _run_folder(self) -> "RunFolder":
        from writer_app.training.run_folder import RunFolder  # noqa: PLC0415 - loads NumPy

        return RunFolder(self._places.finetuning)

    @Slot()
    def _tell_of_end(self) -> None:
        if self._dialog is not None and not self._dialog.isVisible():
            self._notices.add(
                tr("Learning from your documents has ended."), (tr("See the result"), self.show)
            )
