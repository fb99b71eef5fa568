"""Every colour that words are written in can be read (WCAG 2.2, 1.4.3: at least 4.5 to 1)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from writer_app.paths import resources
from writer_app.ui import theme

Scheme, Wish = Qt.ColorScheme, Qt.ContrastPreference


def channels(colour: str) -> tuple[float, float, float]:
    shown = QColor(colour)
    return shown.redF(), shown.greenF(), shown.blueF()


def luminance(colour: str) -> float:
    parts: list[float] = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels(colour)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


ALL = (theme.LIGHT, theme.DARK, theme.CONTRAST, theme.CONTRAST_LIGHT)


@pytest.mark.parametrize("colours", ALL, ids=["light", "dark", "contrast", "contrast light"])
def test_words_can_be_read(colours: theme.Colours) -> None:
    for words in (colours.ink, colours.ghost, colours.quiet):
        for ground in (colours.paper, colours.raised):
            assert contrast(words, ground) >= 4.5


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_a_suggestion_is_clearly_not_text(colours: theme.Colours) -> None:
    assert contrast(colours.ink, colours.paper) > 2 * contrast(colours.ghost, colours.paper)


def test_a_font_that_is_not_there_is_replaced_by_one_that_is(qtbot: QtBot) -> None:
    assert theme.reading_font("No Such Font At All", 15).pointSize() == 15


def test_the_arrows_of_boxes_can_be_seen_on_every_paper() -> None:
    drawing = (resources() / "icons" / "lucide" / "grey-chevron-down.svg").read_text("utf-8")
    grey = drawing.split('stroke="')[1].split('"')[0]
    assert all(contrast(grey, c.paper) > 3 for c in ALL)


@pytest.mark.parametrize("colours", [theme.CONTRAST, theme.CONTRAST_LIGHT], ids=["dark", "light"])
def test_high_contrast_is_high(colours: theme.Colours) -> None:
    for words in (colours.ink, colours.ghost, colours.quiet, colours.accent):
        assert contrast(words, colours.paper) >= 7


@pytest.mark.parametrize(
    ("chosen", "scheme", "wish", "expected"),
    [
        ("system", Scheme.Light, Wish.NoPreference, theme.LIGHT),
        ("system", Scheme.Unknown, Wish.NoPreference, theme.LIGHT),
        ("system", Scheme.Dark, Wish.NoPreference, theme.DARK),
        ("system", Scheme.Light, Wish.HighContrast, theme.CONTRAST_LIGHT),
        ("system", Scheme.Dark, Wish.HighContrast, theme.CONTRAST),
        ("light", Scheme.Dark, Wish.HighContrast, theme.LIGHT),
        ("contrast", Scheme.Light, Wish.NoPreference, theme.CONTRAST),
    ],
)
def test_the_system_is_followed_where_that_is_chosen(
    chosen: str, scheme: Qt.ColorScheme, wish: Qt.ContrastPreference, expected: theme.Colours
) -> None:
    assert theme.colours_for(chosen, scheme, wish) == expected


@pytest.mark.parametrize("colours", ALL)
def test_a_palette_tells_its_theme(colours: theme.Colours) -> None:
    assert theme.colours_of(theme.palette(colours)) == colours
