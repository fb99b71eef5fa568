"""Counts what is shown and taken, in every document of the window."""

from PySide6.QtCore import QObject, Signal, Slot

from writer_app.documents.statistics import Day, Statistics
from writer_app.ui.disk_thread import DiskThread
from writer_app.ui.number_keeper import NumberKeeper
from writer_app.ui.offer import Offer
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.tabs import Tabs


class Usage(QObject):
    """Adds to the statistics, and has them written while the person rests."""

    changed = Signal()

    def __init__(self, tabs: Tabs, statistics: Statistics, disk: DiskThread) -> None:
        super().__init__(tabs)
        self.statistics = statistics
        self._keeper = NumberKeeper(statistics, disk, self)
        for document in tabs.documents:
            self._follow(document)
        tabs.opened.connect(self._follow)

    def delete(self) -> None:
        """Forget all that was counted."""
        self._keeper.delete()
        self.changed.emit()

    def finish(self) -> None:
        """Keep what is not kept yet."""
        self._keeper.finish()

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
        self._keeper.changed()
        self.changed.emit()
