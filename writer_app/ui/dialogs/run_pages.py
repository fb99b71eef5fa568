"""A fine-tuning run while it goes on, and what came of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from writer_app.i18n import tr
from writer_app.training import outlook
from writer_app.training.events import Evaluated, Event, Progress, Started
from writer_app.ui.dialogs.learning_curve import LearningCurve

_STEPS = 1000  # of the progress bar


class RunPage(QWidget):
    """Progress, time left, speed, and the curve."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar(maximum=_STEPS, textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        self.left = QLabel()
        self.speed = QLabel(alignment=Qt.AlignmentFlag.AlignRight)
        self.curve = LearningCurve()
        self.note = QLabel(
            tr("You can go on writing, and close this window: the work goes on until it is done."),
            wordWrap=True,
        )
        self.note.setObjectName("quiet")
        self._progress = 0.0
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.bar, 0, 0, 1, 2)
        grid.addWidget(self.left, 1, 0)
        grid.addWidget(self.speed, 1, 1)
        grid.addWidget(self.curve, 2, 0, 1, 2)
        grid.addWidget(self.note, 3, 0, 1, 2)
        grid.setRowStretch(2, 1)

    def begin(self) -> None:
        """Show a run that is about to start."""
        self._progress = 0.0
        self.bar.setRange(0, 0)
        self.left.setText(tr("Reading your documents and measuring the old model…"))
        self.speed.clear()
        self.curve.clear()

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
                bits = min(event.bits_per_character, event.current_bits_per_character)
                self.curve.add_held_out(self._progress, bits)
            case Progress():
                self._progress = event.progress
                self.bar.setRange(0, _STEPS)
                self.bar.setValue(round(_STEPS * event.progress))
                self.left.setText(outlook.time_left(event.seconds_left))
                self.speed.setText(tr("{speed:,.0f} tokens per second", speed=event.tokens_per_second))
                self.curve.add_loss(event.progress, event.loss)
            case _:
                pass


class ResultPage(QWidget):
    """One sentence, and the two figures that it rests on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.sentence.setObjectName("verdict")
        self.detail = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.before, self.after = QLabel(), QLabel()
        self.curve = LearningCurve()
        self.figures = QWidget()
        grid = QGridLayout(self.figures)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(36)
        for row, (title, figure) in enumerate(((tr("Before"), self.before), (tr("After"), self.after))):
            grid.addWidget(QLabel(title), row, 0)
            grid.addWidget(figure, row, 1)
        grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.sentence, self.figures, self.detail):
            column.addWidget(part)
        column.addSpacing(12)
        column.addWidget(self.curve, 1)
        column.addStretch()

    def show_comparison(self, before: float, after: float, curve: LearningCurve | None = None) -> None:
        """Show what the run brought, and the curve of it where there is one."""
        self.curve.setVisible(curve is not None)
        if curve is not None:
            self.curve.show_run(curve)
        self.sentence.setText(outlook.verdict(before, after))
        self.before.setText(tr("{bits:.3f} bits per character", bits=before))
        self.after.setText(tr("{bits:.3f} bits per character", bits=after))
        self.detail.setText(
            tr(
                "Measured on a part of your text that was held back: the model has not learned from it. "
                "The fewer bits, the less your words surprise it, and the more often its suggestions fit."
            )
        )
        self.figures.setVisible(True)

    def show_words(self, sentence: str, detail: str) -> None:
        """Show how a run ended that brought no figures."""
        self.sentence.setText(sentence)
        self.detail.setText(detail)
        self.figures.setVisible(False)
        self.curve.setVisible(False)
