"""Windows that are no larger than the screen, which holds little where everything on it is enlarged."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(8, 44)  # what a window manager draws around a window, about


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give `window` this size, or what its screen has room for."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() - _FRAME))
