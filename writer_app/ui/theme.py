"""Colours and fonts: a sheet of paper by day, a dim one by night."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette


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
CONTRAST_LIGHT = Colours(  # each of these two at least 7 to 1, as WCAG 2.2 asks for at its highest level
    paper="#ffffff",
    ink="#000000",
    quiet="#3d3d3d",
    ghost="#4f4f4f",
    line="#6e6e6e",
    raised="#f2f2f2",
    selection="#9fd0ff",
    accent="#00479e",
    mistake="#b00020",
    added="#bfe8c4",
    removed="#ffc9c4",
)
CONTRAST = Colours(
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


def colours_for(theme: str, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Colours:
    """Return the colours that the setting THEME asks for, where the system wants `scheme` and `contrast`."""
    if theme == "system":
        dark = scheme == Qt.ColorScheme.Dark
        if contrast == Qt.ContrastPreference.HighContrast:
            return CONTRAST if dark else CONTRAST_LIGHT
        return DARK if dark else LIGHT
    return {"dark": DARK, "contrast": CONTRAST, "contrast_light": CONTRAST_LIGHT}.get(theme, LIGHT)


def colours_of(palette: QPalette) -> Colours:
    """Return the colours that go with a palette."""
    paper = palette.color(QPalette.ColorRole.Base).name()
    return next((known for known in (DARK, CONTRAST, CONTRAST_LIGHT) if known.paper == paper), LIGHT)


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


def mixed(one: QColor, other: QColor, share: float = 0.5) -> QColor:
    """Return the colour that lies between two, `share` of the way to the second."""
    parts = ((one.redF(), other.redF()), (one.greenF(), other.greenF()), (one.blueF(), other.blueF()))
    return QColor.fromRgbF(*((1 - share) * a + share * b for a, b in parts))


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
