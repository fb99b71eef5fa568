"""Opens what a second start of the program was given, in the window that is there already."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Slot
from PySide6.QtWidgets import QWidget

from writer_app.documents.handover import taken
from writer_app.ui.document_controller import DocumentController


class HandedOver(QObject):
    """Watches the folder of wishes as long as the window is there."""

    def __init__(self, window: QWidget, documents: DocumentController, folder: Path, display: str) -> None:
        super().__init__(window)
        self._window = window
        self._documents = documents
        self._folder = folder
        self._display = display
        with contextlib.suppress(OSError):  # then the second start opens a window of its own
            folder.mkdir(parents=True, exist_ok=True)
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self._look)

    @Slot()
    def _look(self) -> None:
        for paths in taken(self._folder, self._display):
            for path in paths:
                self._documents.begin(path)
            if self._window.isMinimized():
                self._window.showNormal()
            self._window.raise_()
            self._window.activateWindow()
