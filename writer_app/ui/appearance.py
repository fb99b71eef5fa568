"""How the window looks: its theme and the type of its pages, as the settings and the system say."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from writer_app.settings.schema import FONT_FAMILY, FONT_SIZE, LINE_SPACING, LINE_WIDTH, THEME
from writer_app.settings.store import SettingsStore
from writer_app.ui import theme
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.style_sheet import style_sheet
from writer_app.ui.tabs import Tabs


class Appearance(QObject):
    """Applies each change at once, to every open document."""

    def __init__(self, tabs: Tabs, settings: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._settings = settings
        self._hints = QGuiApplication.styleHints()  # kept, since what it owns goes with it
        self._contrast = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.apply_theme)
        self._contrast.contrastPreferenceChanged.connect(self.apply_theme)
        settings.on_change(THEME, self.apply_theme)
        for setting in (FONT_FAMILY, FONT_SIZE, LINE_WIDTH, LINE_SPACING):
            settings.on_change(setting, self._set_all)
        self.apply_theme()
        tabs.opened.connect(self._set_type)

    @Slot()
    def apply_theme(self) -> None:
        """Draw everything in the colours that are wanted now."""
        colours = theme.colours_for(
            self._settings.get(THEME), self._hints.colorScheme(), self._contrast.contrastPreference()
        )
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(theme.palette(colours))
            application.setStyleSheet(style_sheet(colours))
            self._set_all()  # another style sheet takes the fonts away that widgets were given

    @Slot()
    def _set_all(self) -> None:
        for document in self._tabs.documents:
            self._set_type(document)

    @Slot(object)
    def _set_type(self, document: OpenDocument) -> None:
        get = self._settings.get
        font = theme.reading_font(get(FONT_FAMILY), get(FONT_SIZE))
        document.editor.set_typography(font, get(LINE_WIDTH), get(LINE_SPACING))
