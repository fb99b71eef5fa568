"""A thread that lays out text and draws, which Qt allows only in threads of its own making."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread

from writer_app.ui.disk_thread import PATIENCE, JobQueue


class DrawingThread(JobQueue):
    """Draws; each job can be given up, so that the end need not be waited for long."""

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(name, parent)
        self._thread = _Serving(self.serve, self)
        self._thread.start()

    def stop(self) -> None:
        """Finish what was asked for, and end."""
        self._jobs.put(None)
        self._thread.wait(round(PATIENCE * 1000))


class _Serving(QThread):
    def __init__(self, serve: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._serve = serve

    def run(self) -> None:
        self._serve()
