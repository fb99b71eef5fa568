"""Full screen: the page alone. Everything around it is folded away, and comes back as it was."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolTip, QWidget

from writer_app.i18n import tr

_ANY_HEIGHT = 16_777_215  # Qt's own word for no limit
_HINT_MS = 3000
_FOLDED = "folded"  # a property of docks


class FullScreen(QObject):
    """Folds `around` away while the window fills the screen.

    They get no height rather than being hidden: the keys of a menu that is hidden would mean nothing.
    """

    def __init__(self, window: QMainWindow, *around: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._around = around
        window.installEventFilter(self)

    @Slot()
    def toggle(self) -> None:
        """Fill the screen with the page, or put the window back."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange:
            self._fold() if self._window.isFullScreen() else self._unfold()
        return False

    def _fold(self) -> None:
        for part in self._around:
            part.setMaximumHeight(0)
        for dock in self._window.findChildren(QDockWidget):
            if not dock.isHidden():
                dock.setProperty(_FOLDED, True)
                dock.hide()
        top = self._window.mapToGlobal(QPoint(self._window.width() // 2, 20))
        QToolTip.showText(top, tr("F11 brings the menus back"), self._window, self._window.rect(), _HINT_MS)

    def _unfold(self) -> None:
        for part in self._around:
            part.setMaximumHeight(_ANY_HEIGHT)
        for dock in filter(is_folded, self._window.findChildren(QDockWidget)):
            dock.setProperty(_FOLDED, False)
            dock.show()


def show_or_fold(dock: QDockWidget, window: QMainWindow) -> None:
    """Show a dock: now, or once the window fills the screen no longer."""
    dock.setProperty(_FOLDED, window.isFullScreen())
    dock.setVisible(not window.isFullScreen())


def is_folded(dock: QDockWidget) -> bool:
    """Return whether a dock comes back when the window fills the screen no longer."""
    return bool(dock.property(_FOLDED))
