"""A fine-tuning run while it goes on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from writer_app.i18n import tr
from writer_app.training import outlook
from writer_app.training.events import (
    Evaluated,
    Event,
    Paused,
    Progress,
    Resumed,
    Sampled,
    Saved,
    Started,
    Weighing,
)
from writer_app.ui.dialogs.learning_curve import LearningCurve
from writer_app.ui.dialogs.samples import BeforeAndNow

_STEPS = 1000  # of the progress bar


class RunPage(QWidget):
    """Progress, time left, speed, the curve, and what the model has learned so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar(maximum=_STEPS, textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        self.left = QLabel()
        self.speed = QLabel(alignment=Qt.AlignmentFlag.AlignRight)
        self.curve = LearningCurve()
        self.sample = BeforeAndNow()
        self.note = QLabel(wordWrap=True)
        self.note.setObjectName("quiet")
        self._progress = 0.0
        self._left_before = ""
        head = QGridLayout()
        head.addWidget(self.bar, 0, 0, 1, 2)
        head.addWidget(self.left, 1, 0)
        head.addWidget(self.speed, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.curve, 1)
        column.addWidget(self.sample)
        column.addWidget(self.note)

    def begin(self) -> None:
        """Show a run that is about to start."""
        self._progress = 0.0
        self.bar.setRange(0, 0)
        self.left.setText(tr("Reading your documents and measuring the old model…"))
        self.speed.clear()
        self.curve.clear()
        self.sample.setVisible(False)
        self.say_usual()

    def say_usual(self) -> None:
        """Say what may be done meanwhile."""
        self.note.setText(
            tr(
                "You can go on writing, and close this window: the work goes on. If you quit the program, "
                "it goes on from here at the next start."
            )
        )

    def say_power(self, on_battery: bool) -> None:
        """Say what may be done where the cable was pulled."""
        if on_battery:
            self.note.setText(tr("It runs on its battery now: you may pause until the cable is plugged in."))
        else:
            self.say_usual()

    def wait_for_power(self) -> None:
        """Say that the run starts when the cable is plugged in."""
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(0)
        self.left.setText(tr("Waiting for the power cable"))
        self.note.setText(
            tr(
                "The computer runs on its battery, and learning takes much power. "
                "It starts by itself once the cable is plugged in."
            )
        )

    def end_soon(self) -> None:
        """Say that the run was asked to end."""
        self.bar.setRange(0, 0)
        self.left.setText(tr("Stopping…"))

    def show_event(self, event: Event) -> None:
        """Show what a run told, as far as it belongs here."""
        match event:
            case Started(bits_per_character=bits) if bits is not None:
                self.curve.add_held_out(0.0, bits)
            case Evaluated():
                self.curve.add_held_out(self._progress, event.bits_per_character)
            case Sampled(continuations=found) if found:
                self.sample.setVisible(True)
                # the old model's do not change, so it is the same beginning each time, and one that says much
                self.sample.show_continuation(max(found, key=lambda one: len(one.before)))
            case Progress():
                self._show_progress(event)
            case Paused():
                self._left_before = self.left.text()
                self.left.setText(tr("Paused. {left}", left=self._left_before))
                self.speed.clear()
                self.note.setText(tr("It rests until you let it go on, also if you close this window."))
            case Resumed():
                self.left.setText(self._left_before)
                self.say_usual()
            case Saved(tokens=None):
                self.note.setText(tr("The disk is full: if the program ends now, learning begins anew."))
            case Weighing():
                self.bar.setRange(0, 0)
                self.left.setText(tr("Finding out what it has brought, and what may have been forgotten…"))
                self.speed.clear()
            case _:
                pass

    def _show_progress(self, event: Progress) -> None:
        self._progress = event.progress
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(round(_STEPS * event.progress))
        self.left.setText(outlook.time_left(event.seconds_left))
        self.speed.setText(tr("{speed:,.0f} tokens per second", speed=event.tokens_per_second))
        self.curve.add_loss(event.progress, event.loss)
