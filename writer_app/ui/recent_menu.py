"""The menu of documents opened lately: filled at once, and what is gone turns grey once that is known."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from writer_app.documents.recent import RecentDocuments
from writer_app.i18n import tr
from writer_app.ui.disk_thread import LooseJobs


class RecentMenu(QObject):
    """Asks the drives on threads: one that does not answer holds up no menu."""

    def __init__(
        self, menu: QMenu, recent: RecentDocuments, reading: LooseJobs, open_path: Callable[[Path], None]
    ) -> None:
        super().__init__(menu)
        self._menu = menu
        self._recent = recent
        self._reading = reading
        self._open = open_path
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        paths = self._recent.paths()
        for path in paths:
            action = self._menu.addAction(path.name.replace("&", "&&"), partial(self._open, path))
            action.setToolTip(str(path))
            self._reading.submit(action, partial(_is_gone, path), partial(self._show, action, path))
        if paths:
            self._menu.addSeparator()
            self._menu.addAction(tr("Forget these"), self._recent.clear)
        else:
            self._menu.addAction(tr("None yet")).setEnabled(False)

    def _show(self, action: QAction, path: Path, gone: bool) -> None:
        if gone:
            action.setEnabled(False)
            action.setToolTip(tr("{path} is gone", path=path))


def _is_gone(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False  # opening it will say why
    return False
