"""The one door to the engine: numbers requests, drops stale answers."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from writer_app.engine.protocol import Answer, Reach, Request, Suggester
from writer_app.engine.worker import EngineState, EngineStateKind, EngineWorker

OpenSuggester = Callable[[], Suggester]


class EngineBridge(QObject):
    """Asks the engine without waiting; its answers and its state arrive as signals on the UI thread."""

    suggested = Signal(object)  # Answer
    state_changed = Signal(object)  # EngineState
    _answered = Signal(object)  # emitted on the engine thread, delivered on the UI thread
    _reported = Signal(object)

    def __init__(self, open_suggester: OpenSuggester, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._open = open_suggester
        self.state = EngineState(EngineStateKind.LOADING)
        self._worker = EngineWorker(open_suggester, self._reported.emit)
        self._answered.connect(self._deliver)
        self._reported.connect(self._change_state)

    def start(self) -> None:
        """Open the suggester on the engine thread."""
        self._worker.start()

    def stop(self, timeout: float = 0.5) -> bool:
        """End the engine thread and return whether it ended in time."""
        self.forget()
        return self._worker.stop(timeout)

    def ask(
        self,
        before: str,
        after: str,
        count: int = 3,
        reach: Reach = Reach.SURE,
        rejected: frozenset[str] = frozenset(),
    ) -> int:
        """Ask for suggestions and return the request's number; this makes every earlier answer stale."""
        self._newest += 1
        request = Request(self._newest, before, after, count, rejected, spaced=True, reach=reach)
        self._worker.submit(request, self._answered.emit)
        return self._newest

    def forget(self) -> None:
        """Make the answer still awaited stale."""
        self._newest += 1

    def replace(self, open_suggester: OpenSuggester) -> None:
        """Let another suggester answer from now on; also wakes an engine that gave up."""
        self.forget()
        self._open = open_suggester
        self._worker.replace(open_suggester)

    def reopen(self) -> None:
        """Open the suggester anew, since the packs have changed."""
        self.replace(self._open)

    @Slot(object)
    def _deliver(self, answer: Answer) -> None:
        if answer.number == self._newest:
            self.suggested.emit(answer)

    @Slot(object)
    def _change_state(self, state: EngineState) -> None:
        self.state = state
        self.state_changed.emit(state)
