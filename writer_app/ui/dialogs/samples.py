"""How the model goes on after beginnings from the person's own text: before it learned, and now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from writer_app.i18n import tr
from writer_app.text.boundaries import joins
from writer_app.training.events import Continuation
from writer_app.ui.labels import quiet

_CUT = "\u00a0…"  # never alone on a line
_END = ".!?…。！？”’\"'"


class BeforeAndNow(QWidget):
    """One beginning, and both continuations below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt, self.before, self.now = _words(), _words(), _words()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        rows = ((tr("Your text"), self.prompt), (tr("Before"), self.before), (tr("Now"), self.now))
        for row, (title, label) in enumerate(rows):
            name = QLabel(title)
            name.setObjectName("quiet")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)
        self.now.setObjectName("strong")
        grid.setColumnStretch(1, 1)

    def show_continuation(self, sample: Continuation) -> None:
        """Show one."""
        self.prompt.setText(_beginning(sample))
        self.before.setText(going_on(sample.before))
        self.now.setText(going_on(sample.now))


class Samples(QWidget):
    """Several beginnings, with both continuations side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("How it goes on after beginnings from your text"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(7)
        for column in range(3):
            self._grid.setColumnStretch(column, 1)

    def show_samples(self, samples: Sequence[Continuation]) -> None:
        """Show these, in the place of others."""
        while (item := self._grid.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        self._grid.addWidget(QLabel(tr("How it goes on after beginnings from your own text:")), 0, 0, 1, 3)
        for column, title in enumerate((tr("Your text"), tr("Before"), tr("Now"))):
            self._grid.addWidget(quiet(title), 1, column)
        for number, sample in enumerate(samples, start=1):
            line = QFrame(frameShape=QFrame.Shape.HLine)
            line.setObjectName("line")
            self._grid.addWidget(line, 2 * number, 0, 1, 3)
            for column, text in enumerate(
                (_beginning(sample), going_on(sample.before), going_on(sample.now))
            ):
                label = _words(text)
                label.setToolTip(tr("You wrote: {text}", text=sample.truth.strip()))
                self._grid.addWidget(label, 2 * number + 1, column, Qt.AlignmentFlag.AlignTop)


def going_on(text: str) -> str:
    """Return a continuation as it is shown: with dots where it was cut, a sign where a paragraph ends."""
    shown = text.strip()
    if not shown:
        return "¶"
    begun = "…" if joins(text[0]) else ""  # it goes on with the last word of the beginning
    return begun + (shown if shown[-1] in _END else f"{shown}{_CUT}")


def _beginning(sample: Continuation) -> str:
    return f"{sample.prompt.strip()}{_CUT}"


def _words(text: str = "") -> QLabel:
    return QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
