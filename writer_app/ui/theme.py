"""Colours and fonts: a sheet of paper by day, a dim one by night."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme; contrast ratios are against `paper` (WCAG 2.2 asks for 4.5)."""

    paper: str
    ink: str
    quiet: str  # status line
    ghost: str  # a suggestion: legible, yet clearly not text
    line: str  # hairlines and the scroll bar
    raised: str  # menus, notices, buttons
    selection: str
    accent: str
    mistake: str  # the wave under a word that is not in the dictionary
    added: str  # behind words of a comparison
    removed: str


LIGHT = Colours(
    paper="#fbfaf6",
    ink="#23211d",
    quiet="#6b675e",
    ghost="#726d64",
    line="#dedacf",
    raised="#f3f0e8",
    selection="#cfe0ee",
    accent="#2f6f9f",
    mistake="#c8452f",
    added="#d3ead3",
    removed="#f6d9d4",
)
DARK = Colours(
    paper="#1d1e20",
    ink="#d9d5cb",
    quiet="#9b978f",
    ghost="#939088",
    line="#38393c",
    raised="#27282b",
    selection="#2f4a60",
    accent="#7fb2dc",
    mistake="#e5705c",
    added="#234a2c",
    removed="#5a2b27",
)
CONTRAST = Colours(  # each of these at least 7 to 1, as WCAG 2.2 asks for at its highest level
    paper="#000000",
    ink="#ffffff",
    quiet="#d6d6d6",
    ghost="#b4b4b4",
    line="#8c8c8c",
    raised="#141414",
    selection="#0a4f8f",
    accent="#ffd83d",
    mistake="#ff8a75",
    added="#12391f",
    removed="#4a1512",
)

# Made for long reading on screens, best first; the last ones are on nearly every machine.
_READING_FONTS = (
    "Literata",
    "Source Serif 4",
    "Iowan Old Style",
    "Charter",
    "Georgia",
    "Noto Serif",
    "Liberation Serif",
    "DejaVu Serif",
)
_CHINESE_FONTS = ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "Noto Serif SC", "SimSun")


def colours_for(theme: str) -> Colours:
    """Return the colours that the setting THEME asks for, here and now."""
    if theme == "contrast":
        return CONTRAST
    by_system = theme == "system" and QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if by_system or theme == "dark" else LIGHT


def colours_of(palette: QPalette) -> Colours:
    """Return the colours that go with a palette."""
    return DARK if looks_dark(palette) else LIGHT


def looks_dark(palette: QPalette) -> bool:
    """Return whether the page of `palette` is a dark one."""
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


def palette(colours: Colours) -> QPalette:
    """Return the palette that every widget inherits."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, colours.paper),
        (roles.Base, colours.paper),
        (roles.AlternateBase, colours.raised),
        (roles.Button, colours.raised),
        (roles.ToolTipBase, colours.raised),
        (roles.WindowText, colours.ink),
        (roles.Text, colours.ink),
        (roles.ButtonText, colours.ink),
        (roles.ToolTipText, colours.ink),
        (roles.PlaceholderText, colours.ghost),
        (roles.Highlight, colours.selection),
        (roles.HighlightedText, colours.ink),
        (roles.Link, colours.accent),
        (roles.Accent, colours.accent),
        (roles.BrightText, colours.mistake),
        (roles.Mid, colours.line),
        (roles.Midlight, colours.raised),
        (roles.Light, colours.raised),
        (roles.Dark, colours.line),
    ):
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    return made


def style_sheet(colours: Colours) -> str:
    """Return what a palette cannot say: quiet bars, and a scroll bar that keeps out of the way."""
    return f"""
    QMenuBar {{ background: {colours.paper}; padding: 2px 6px; border: 0; }}
    QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; color: {colours.quiet};
        background: transparent; }}
    QMenuBar::item:selected {{ background: {colours.raised}; color: {colours.ink}; }}
    QMenu {{ background: {colours.raised}; border: 1px solid {colours.line}; padding: 5px; }}
    QMenu::item {{ padding: 5px 26px 5px 22px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {colours.selection}; color: {colours.ink}; }}
    QMenu::item:disabled {{ color: {colours.quiet}; }}
    QMenu::separator {{ height: 1px; background: {colours.line}; margin: 5px 8px; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {colours.line}; border-radius: 4px; min-height: 36px;
        margin: 2px; }}
    QScrollBar::handle:vertical:disabled {{ background: transparent; }}
    QScrollBar::handle:vertical:hover {{ background: {colours.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QTabBar {{ background: {colours.paper}; border: 0; }}
    QTabBar::tab {{ background: {colours.paper}; color: {colours.quiet}; border: 0;
        border-bottom: 2px solid transparent; padding: 7px 6px 6px 12px; max-width: 240px; }}
    QTabBar::tab:selected {{ color: {colours.ink}; border-bottom: 2px solid {colours.accent}; }}
    QTabBar::tab:hover:!selected {{ background: {colours.raised}; color: {colours.ink}; }}
    #tabs QToolButton {{ background: transparent; color: {colours.quiet}; border: 0; border-radius: 4px;
        font-size: 13pt; padding: 0 5px 1px 5px; }}
    #tabs QToolButton:hover {{ background: {colours.selection}; color: {colours.ink}; }}
    #status QLabel {{ color: {colours.quiet}; }}
    #notice, #find {{ background: {colours.raised}; border: 0; }}
    #notice {{ border-bottom: 1px solid {colours.line}; }}
    #find {{ border-top: 1px solid {colours.line}; }}
    #find QLineEdit {{ background: {colours.paper}; border: 1px solid {colours.line};
        border-radius: 4px; padding: 4px 7px; }}
    #find QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 4px;
        padding: 4px 8px; color: {colours.quiet}; }}
    #find QToolButton:hover, #find QToolButton:focus {{ border-color: {colours.line}; }}
    #find QToolButton:checked {{ background: {colours.selection}; color: {colours.ink}; }}
    #find QLineEdit:focus {{ border-color: {colours.accent}; }}
    QPushButton {{ background: {colours.paper}; border: 1px solid {colours.line}; border-radius: 4px;
        padding: 5px 14px; }}
    QPushButton:hover, QPushButton:focus {{ border-color: {colours.accent}; }}
    QPushButton:default {{ background: {colours.selection}; border-color: {colours.accent}; }}
    QPushButton:default:disabled {{ background: {colours.paper}; border-color: {colours.line}; }}
    QDockWidget {{ color: {colours.quiet}; }}
    QDockWidget::title {{ padding: 6px 12px; background: {colours.paper};
        border-left: 1px solid {colours.line}; }}
    #insidePage {{ border-left: 1px solid {colours.line}; }}
    QToolButton#more {{ border: 0; padding: 3px 8px; border-radius: 4px; }}
    QToolButton#more:hover, QToolButton#more:focus {{ background: {colours.raised}; }}
    QToolButton#more::menu-indicator {{ image: none; }}
    #strong {{ font-weight: 600; }}
    #heading {{ font-weight: 700; padding: 16px 0 4px 0; }}
    #settings QAbstractSpinBox, #settings QComboBox, #settings QLineEdit {{ min-height: 26px; }}
    #groups {{ border: 0; background: transparent; outline: 0; }}
    #groups::item {{ padding: 0 10px; border-radius: 5px; color: {colours.ink}; }}
    #groups::item:selected {{ background: {colours.selection}; }}
    #settings QTreeWidget::item {{ padding: 3px 2px; }}
    #alternatives {{ background: {colours.raised}; border: 1px solid {colours.line}; border-radius: 6px;
        padding: 3px; }}
    #quiet {{ color: {colours.quiet}; }}
    #verdict {{ font-size: 17pt; }}
    QListWidget, QTreeWidget {{ background: {colours.paper}; border: 1px solid {colours.line};
        border-radius: 4px; padding: 3px; }}
    QListWidget:focus, QTreeWidget:focus {{ border-color: {colours.accent}; }}
    #outline QTreeWidget {{ border: 0; border-right: 1px solid {colours.line}; border-radius: 0;
        padding: 6px; }}
    #outline QTreeWidget::item {{ padding: 4px 3px; border: 0; }}
    #outline QTreeWidget::item:selected {{ background: {colours.selection}; color: {colours.ink}; }}
    #versions::item {{ padding: 4px 6px; border-radius: 3px; }}
    #versions::item:selected {{ background: {colours.selection}; color: {colours.ink}; }}
    QHeaderView::section {{ background: {colours.paper}; color: {colours.quiet}; border: 0;
        padding: 3px 5px; }}
    QProgressBar {{ background: {colours.raised}; border: 1px solid {colours.line}; border-radius: 4px;
        max-height: 8px; }}
    QProgressBar::chunk {{ background: {colours.accent}; border-radius: 3px; }}
    QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QTextBrowser {{ border: 0; }}
    """


def load_fonts(folder: Path) -> None:
    """Make the fonts that come with the program known; the application must exist."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def reading_font(family: str, points: int) -> QFont:
    """Return the font of the text: the one chosen, else the best that this machine has.

    For Chinese, which none of these has, it names fonts of the same kind, so that no sans-serif stands in.
    """
    installed = set(QFontDatabase.families())
    chosen = family if family in installed else next((f for f in _READING_FONTS if f in installed), "")
    font = QFont(chosen) if chosen else QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    font.setFamilies([font.family(), *(name for name in _CHINESE_FONTS if name in installed)])
    font.setPointSize(points)
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


def measure(font: QFont, characters: int) -> int:
    """Return the width in pixels of a line with that many characters of ordinary prose."""
    sample = "The quick brown fox jumps over the lazy dog and then rests a while. "
    return round(QFontMetricsF(font).horizontalAdvance(sample) / len(sample) * characters)
