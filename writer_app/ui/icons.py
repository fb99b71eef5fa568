"""Icons: Lucide's line drawings, in the colours of the palette and as sharp as the screen."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

from writer_app.paths import resources
from writer_app.ui.theme import mixed

_DRAWN_WITH = b'stroke-width="2"'
_FINE = b'stroke-width="1.75"'  # beside our letters, Lucide's own width looks heavy
_SOFTENED, _FADED = 0.22, 0.6  # how far an icon steps back behind words, and where it cannot be used

# Actions that are looked for often; an icon at each would help to find none.
BY_ACTION = {
    "file.new": "file-plus",
    "file.open": "folder-open",
    "file.save": "save",
    "file.history": "history",
    "file.print": "printer",
    "edit.undo": "undo-2",
    "edit.redo": "redo-2",
    "edit.cut": "scissors",
    "edit.copy": "copy",
    "edit.paste": "clipboard-paste",
    "edit.find": "search",
    "edit.replace": "replace",
    "edit.settings": "settings",
    "format.strong": "bold",
    "format.emphasis": "italic",
    "format.struck": "strikethrough",
    "format.code": "code",
    "format.link": "link",
    "format.list": "list",
    "format.numbers": "list-ordered",
    "format.quote": "text-quote",
    "view.full_screen": "maximize",
    "view.goals": "target",
    "suggestion.list": "list-collapse",
    "suggestions.statistics": "chart-column",
    "suggestions.teach": "graduation-cap",
    "suggestions.models": "boxes",
    "suggestions.memory": "book-marked",
    "help.help": "circle-question-mark",
    "help.keys": "keyboard",
}


def icon(name: str) -> QIcon:
    """Return an icon by Lucide's name; it follows the palette of the application, whenever that changes."""
    return QIcon(_Drawing(name))


class _Drawing(QIconEngine):
    """Draws an icon anew for each size and palette; Qt keeps no picture of it that could go stale."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the window is there before the first icon

        svg = _svg(self._name).replace(b"currentColor", _colour(mode).name().encode())
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Drawing(self._name)


@cache
def _svg(name: str) -> bytes:
    return (resources() / "icons" / "lucide" / f"{name}.svg").read_bytes().replace(_DRAWN_WITH, _FINE)


def _colour(mode: QIcon.Mode) -> QColor:
    palette, roles = QGuiApplication.palette(), QPalette.ColorRole
    if mode is QIcon.Mode.Selected:
        return palette.color(roles.HighlightedText)
    ink, paper = palette.color(roles.ButtonText), palette.color(roles.Base)
    return mixed(ink, paper, _FADED if mode is QIcon.Mode.Disabled else _SOFTENED)
