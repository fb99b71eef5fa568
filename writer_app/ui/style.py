"""The style of every widget: Fusion, with icons of our own set where it draws some itself."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from writer_app.ui.icons import icon

_Standard = QStyle.StandardPixmap
_ICONS = {
    _Standard.SP_LineEditClearButton: "x",
    _Standard.SP_TitleBarCloseButton: "x",
    _Standard.SP_TitleBarNormalButton: "app-window",  # beside a dock's title: let it float, or put it back
    _Standard.SP_MessageBoxInformation: "info",
    _Standard.SP_MessageBoxQuestion: "circle-question-mark",
    _Standard.SP_MessageBoxWarning: "triangle-alert",
    _Standard.SP_MessageBoxCritical: "triangle-alert",
}


class WriterStyle(QProxyStyle):
    """Fusion is the same on every system and follows our palette."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def standardIcon(
        self, which: QStyle.StandardPixmap, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> QIcon:
        name = _ICONS.get(which)
        return icon(name) if name else super().standardIcon(which, option, widget)
