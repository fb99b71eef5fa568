"""The one door to the thread that looks at the text: it is started when first needed."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:  # loading them takes NumPy and ONNX Runtime, for which no window waits
    from writer_app.engine.analyst import Analyst, Event, OpenModels
    from writer_app.engine.surprise import Paragraph


class AnalysisBridge(QObject):
    """Asks without waiting; answers to what was asked last arrive as signals on the UI thread."""

    inspected = Signal(object)  # Inspection
    recalled = Signal(object)  # the passages behind the words of the inspection before it
    surprised = Signal(int, int, object)  # number of the reading, index of the paragraph, Surprise
    finished = Signal(int)  # number of the reading
    failed = Signal(str)
    _heard = Signal(int, object)  # number of the analyst, event; emitted there, delivered on the UI thread

    def __init__(self, open_models: "OpenModels", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_models = open_models
        self._analyst: Analyst | None = None
        self._analysts = 0  # that were started
        self._ending: list[Analyst] = []  # asked to end
        self._number = 0
        self._place = -1
        self._stopped = False
        self._heard.connect(self._deliver)

    def look(self, before: str, after: str) -> None:
        """Look into the model between these texts; this makes every earlier place stale."""
        from writer_app.engine.analyst import Place  # noqa: PLC0415 - loads NumPy

        analyst = self._running()
        if analyst is not None:
            self._number += 1
            self._place = self._number
            analyst.inspect(Place(self._place, before, after))

    def look_away(self) -> None:
        """Nobody looks any more."""
        self._place = -1
        if self._analyst is not None:
            self._analyst.look_away()

    def read(self, paragraphs: "Sequence[Paragraph]") -> int:
        """Ask how surprising these are; return the number of the reading, which ends every earlier one."""
        from writer_app.engine.analyst import Reading  # noqa: PLC0415 - loads NumPy

        self._number += 1
        analyst = self._running()
        if analyst is not None:
            analyst.read(Reading(self._number, paragraphs))
        return self._number

    def reopen(self) -> None:
        """Look with the packs that are in use from now on."""
        if self._analyst is not None:
            self._ending = [one for one in [*self._ending, self._analyst] if not one.stop(timeout=0)]
            self._analyst = None

    def stop(self, timeout: float = 0.5) -> bool:
        """End the thread, for good, and return whether it ended in time, and every one before it."""
        self._stopped = True
        running = [*self._ending, self._analyst] if self._analyst else self._ending
        left = [one for one in running if not one.stop(timeout)]
        return not left

    def _running(self) -> "Analyst | None":
        if self._analyst is None and not self._stopped:
            from writer_app.engine.analyst import Analyst  # noqa: PLC0415 - loads NumPy and ONNX Runtime

            self._analysts += 1
            self._analyst = Analyst(self._open_models, partial(self._heard.emit, self._analysts))
            self._analyst.start()
        return self._analyst

    @Slot(int, object)
    def _deliver(self, analyst_number: int, event: "Event") -> None:
        from writer_app.engine import analyst  # noqa: PLC0415 - is loaded by now

        match event:
            case analyst.Inspected(number, inspection):
                if number == self._place:
                    self.inspected.emit(inspection)
            case analyst.Recalled(number, passages):
                if number == self._place:
                    self.recalled.emit(passages)
            case analyst.Surprised(number, index, surprise):
                self.surprised.emit(number, index, surprise)
            case analyst.Finished(number):
                self.finished.emit(number)
            case analyst.Failed(message, hint) if analyst_number == self._analysts:
                self._analyst = None  # the next question tries again
                self.failed.emit(f"{message} {hint}")
