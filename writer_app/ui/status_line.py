"""The line under the page: what the engine does, how much text there is, how the file is stored."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from writer_app.engine.worker import EngineState, EngineStateKind
from writer_app.i18n import tr
from writer_app.text.counts import Counts, reading_minutes
from writer_app.ui.goal_meter import GoalMeter
from writer_app.ui.language import worded
from writer_app.ui.switch import Switch

_MESSAGE_MS = 4000


class ElidedLabel(QLabel):
    """A label that gives way: what does not fit ends in dots, and the whole is its tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class StatusLine(QWidget):
    """Quiet facts; the engine's state on the left, those of the document on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.switch = Switch()
        self.switch.setFixedSize(30, 16)
        worded(self.switch, self.switch.setAccessibleName, tr("Suggest in this document"))
        self.engine = ElidedLabel()
        self.message = QLabel()
        self.goal = GoalMeter()
        self.counts = QLabel()
        self.file_format = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 8)
        row.setSpacing(18)
        row.addWidget(self.switch)
        row.addWidget(self.engine, 1)
        for label in (self.message, self.goal, self.counts, self.file_format):
            row.addWidget(label)
        self._clearing = QTimer(self, singleShot=True, interval=_MESSAGE_MS)
        self._clearing.timeout.connect(self.message.clear)

    def say(self, text: str) -> None:
        """Show a message for some seconds."""
        self.message.setText(text)
        self._clearing.start()

    def show_engine(self, state: EngineState, suggestions_on: bool) -> None:
        """Say what the engine does and, where it does nothing, what can be done about that."""
        text = engine_words(state) if suggestions_on else tr("Suggestions are off")
        self.engine.setText(text)
        self.engine.setToolTip(text)

    def show_counts(self, counts: Counts, complete: bool) -> None:
        """Say how much text there is, and how long it takes to read."""
        minutes = reading_minutes(counts)
        text = " · ".join((_words(counts), _characters(counts), *([_reading(minutes)] if minutes else [])))
        self.counts.setText(text if complete else f"{text}…")

    def show_selection(self, selected: Counts, total: Counts) -> None:
        """Say how much of the text is selected."""
        of_all = tr("{number:,} of {words}", number=selected.words, words=_words(total))
        self.counts.setText(f"{of_all} · {_characters(selected)}")


def _words(counts: Counts) -> str:
    return tr("1 word") if counts.words == 1 else tr("{number:,} words", number=counts.words)


def _characters(counts: Counts) -> str:
    one = counts.characters == 1
    return tr("1 character") if one else tr("{number:,} characters", number=counts.characters)


def _reading(minutes: int) -> str:
    if minutes < 60:
        return tr("{minutes} min to read", minutes=minutes)
    return tr("{hours} h {minutes:02} min to read", hours=minutes // 60, minutes=minutes % 60)


def engine_words(state: EngineState) -> str:
    """Put the state of the engine into words."""
    match state.kind:
        case EngineStateKind.LOADING:
            return tr("Suggestions are being loaded…")
        case EngineStateKind.READY:
            return tr("Suggestions ready ({device})", device=state.detail)
        case EngineStateKind.FAILED:
            return tr("No suggestions: {reason} {hint}", reason=state.detail, hint=state.hint)
        case EngineStateKind.STOPPED:
            return tr("Suggestions have ended")
