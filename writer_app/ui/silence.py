"""Silence in a single document: a switch in the status line, remembered for the document's path."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from writer_app.documents.path_list import PathList
from writer_app.i18n import on_language_change, tr
from writer_app.settings.schema import SUGGESTIONS_ON
from writer_app.settings.store import SettingsStore
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.switch import Switch
from writer_app.ui.tabs import Tabs


class Silence(QObject):
    """Keeps editors, switch and file together."""

    changed = Signal()

    def __init__(self, tabs: Tabs, settings: SettingsStore, switch: Switch, silenced: PathList) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._settings = settings
        self._switch = switch
        self._silenced = silenced
        self._paths: dict[OpenDocument, Path | None] = {}
        for document in tabs.documents:
            self._open(document)
        tabs.opened.connect(self._open)
        tabs.closed.connect(lambda document: self._paths.pop(document, None))
        tabs.current_changed.connect(self._show)
        switch.toggled.connect(lambda on: self._set(not on))
        self.destroyed.connect(settings.on_change(SUGGESTIONS_ON, self._show))
        self.destroyed.connect(on_language_change(self._show))
        self._show()

    @property
    def silent(self) -> bool:
        """Are there no suggestions in the current document?"""
        return self._tabs.current.editor.silenced

    @Slot()
    def toggle(self) -> None:
        """Silence the current document, or end that."""
        self._set(not self.silent)

    def _set(self, silent: bool) -> None:
        document = self._tabs.current
        document.editor.silence(silent)
        if document.path is not None:
            (self._silenced.add if silent else self._silenced.remove)(document.path)
        self._show()

    @Slot(object)
    def _open(self, document: OpenDocument) -> None:
        self._paths[document] = None
        document.changed.connect(lambda: self._look_at_path(document))
        self._look_at_path(document)

    def _look_at_path(self, document: OpenDocument) -> None:
        if document.path is None or document.path == self._paths.get(document):
            return
        self._paths[document] = document.path
        if document.editor.silenced:  # saved under this name for the first time
            self._silenced.add(document.path)
        elif document.path in self._silenced:
            document.editor.silence(True)
        if self._tabs.documents:
            self._show()

    @Slot()
    def _show(self) -> None:
        on = self._settings.get(SUGGESTIONS_ON)
        blocked = self._switch.blockSignals(True)
        self._switch.setChecked(on and not self.silent)
        self._switch.blockSignals(blocked)
        self._switch.setEnabled(on)
        self._switch.setToolTip(
            tr("Suggest in this document") if on else tr("Suggestions are switched off for all documents")
        )
        self.changed.emit()
