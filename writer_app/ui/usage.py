"""Counts what is shown and taken, in every document of the window."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from writer_app.documents.statistics import Day, Statistics
from writer_app.ui.offer import Offer
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.tabs import Tabs

_REST_MS = 3000  # without a change; then nobody waits for the disk


class Usage(QObject):
    """Adds to the statistics, and has them written while the person rests."""

    changed = Signal()

    def __init__(self, tabs: Tabs, statistics: Statistics) -> None:
        super().__init__(tabs)
        self.statistics = statistics
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(statistics.write)
        for document in tabs.documents:
            self._follow(document)
        tabs.opened.connect(self._follow)

    def delete(self) -> None:
        """Forget all that was counted."""
        self._resting.stop()
        self.statistics.delete()
        self.changed.emit()

    def finish(self) -> None:
        """Keep what is not kept yet."""
        if self._resting.isActive():
            self._resting.stop()
            self.statistics.write()

    @Slot(object)
    def _follow(self, document: OpenDocument) -> None:
        shown = [False]

        def offered(offer: Offer | None) -> None:
            if offer is not None and not shown[0]:  # the rest of one typed along is not shown anew
                self._add(Day(shown=1))
            shown[0] = offer is not None

        document.editor.offered.connect(offered)
        document.editor.accepted.connect(lambda text: self._add(Day(taken=1, saved=max(0, len(text) - 1))))

    def _add(self, day: Day) -> None:
        self.statistics.add(day)
        self._resting.start()
        self.changed.emit()
