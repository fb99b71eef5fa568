"""Every colour that words are written in can be read (WCAG 2.2, 1.4.3: at least 4.5 to 1)."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from writer_app.paths import resources
from writer_app.ui import theme


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


@pytest.mark.parametrize(
    "colours", [theme.LIGHT, theme.DARK, theme.CONTRAST], ids=["light", "dark", "contrast"]
)
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
    assert all(contrast(grey, c.paper) > 3 for c in (theme.LIGHT, theme.DARK, theme.CONTRAST))
