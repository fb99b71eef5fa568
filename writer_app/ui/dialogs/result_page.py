"""What came of a fine-tuning run: one honest sentence, the figures it rests on, and samples to judge by."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from writer_app.i18n import tr
from writer_app.training import outlook
from writer_app.training.events import Assessed, Compared
from writer_app.ui.dialogs.learning_curve import LearningCurve
from writer_app.ui.dialogs.samples import Samples


class ResultPage(QWidget):
    """The sentence stays in sight; the rest scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plain = Qt.TextFormat.PlainText
        self.sentence = QLabel(wordWrap=True, textFormat=plain)
        self.sentence.setObjectName("verdict")
        self.detail = QLabel(wordWrap=True, textFormat=plain)
        self.figures = QLabel(wordWrap=True)
        self.words = QLabel(wordWrap=True, textFormat=plain)
        self.repeated = QLabel(wordWrap=True, textFormat=plain)
        self.samples = Samples()
        self.curve = LearningCurve()
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setSpacing(12)
        for part in (self.figures, self.detail, self.samples, self.words, self.repeated, self.curve):
            rows.addWidget(part)
        rows.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.sentence)
        column.addWidget(scroll, 1)

    def show_result(self, compared: Compared, assessed: Assessed | None) -> None:
        """Show what the run brought."""
        self.sentence.setText(outlook.summary(compared, assessed))
        self.figures.setText(_table(outlook.figures(compared, assessed)))
        self.detail.setText(
            tr(
                "Measured on a part of your text that was held back: the model has not learned from it. "
                "The fewer bits, the less your words surprise it, and the more often its suggestions fit. "
                "In brackets: the change, or the bounds within which it lies with a certainty of 95 %."
            )
        )
        self.words.setText(tr("It has learned: {words}", words=", ".join(compared.words)))
        self.repeated.setText(outlook.repeats(assessed) if assessed else "")
        self.samples.show_samples(compared.continuations)
        for part, shown in (
            (self.figures, True),
            (self.words, bool(compared.words)),
            (self.repeated, assessed is not None),
            (self.samples, compared.kept and bool(compared.continuations)),
            (self.curve, False),
        ):
            part.setVisible(shown)

    def show_curve(self, curve: LearningCurve) -> None:
        """Show the curve of the run, too."""
        self.curve.show_run(curve)
        self.curve.setVisible(True)

    def show_words(self, sentence: str, detail: str) -> None:
        """Show how a run ended that brought no figures."""
        self.sentence.setText(sentence)
        self.detail.setText(detail)
        for part in (self.figures, self.words, self.repeated, self.samples, self.curve):
            part.setVisible(False)


def _table(rows: list[tuple[str, str, str]]) -> str:
    """Return rows of a title and two figures, which may have bounds behind them, as rich text."""
    head = f"<tr><td></td><td>{escape(tr('Before'))}</td><td>{escape(tr('After'))}</td></tr>"
    body = "".join(
        f"<tr><td>{escape(title)}</td><td>{_figure(before)}</td><td>{_figure(after)}</td></tr>"
        for title, before, after in rows
    )
    return f"<table cellpadding='4'>{head}{body}</table>"


def _figure(text: str) -> str:
    figure, space, bounds = text.partition(" ")
    return f"<b>{escape(figure)}</b>{space}{escape(bounds)}"
