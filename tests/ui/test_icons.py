"""Icons follow the palette, are sharp on every screen, and are all there."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.sight import Sight
from writer_app.paths import project_root, resources
from writer_app.ui import icons, theme

FOLDER = resources() / "icons" / "lucide"


@pytest.fixture(autouse=True)
def _palette_afterwards(qtbot: QtBot) -> object:
    before = QApplication.palette()
    yield
    QApplication.setPalette(before)


def lightest(image: QImage) -> int:
    """Return how light the drawing is, where it is drawn at all."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max((pixel.lightness() for pixel in pixels if pixel.alpha() > 200), default=0)


@pytest.mark.parametrize(
    ("colours", "light"), [(theme.LIGHT, False), (theme.DARK, True), (theme.CONTRAST, True)]
)
def test_an_icon_made_before_follows_the_theme(colours: theme.Colours, light: bool) -> None:
    made = icons.icon("save")
    made.pixmap(QSize(16, 16))
    QApplication.setPalette(theme.palette(colours))
    assert (lightest(made.pixmap(QSize(32, 32)).toImage()) > 128) is light


def test_an_icon_that_cannot_be_used_steps_back() -> None:
    QApplication.setPalette(theme.palette(theme.DARK))
    size = QSize(32, 32)
    usable, faded = (
        lightest(icons.icon("save").pixmap(size, mode).toImage())
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert faded < usable - 40


def test_an_icon_is_drawn_with_every_pixel_of_the_screen() -> None:
    drawn = icons.icon("search").pixmap(QSize(16, 16), 2.0)
    assert (drawn.size(), drawn.devicePixelRatio()) == (QSize(32, 32), 2.0)


def test_the_icons_named_in_the_code_are_those_that_come_with_it() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (project_root() / "writer_app" / "ui").rglob("*.py"))
    here = {file.stem for file in FOLDER.glob("*.svg") if not file.stem.startswith("grey-")}
    named = {name for name in re.findall(r'"([a-z0-9-]+)"', code) if name in here}
    assert here == named
    assert set(icons.BY_ACTION.values()) <= here


def test_actions_have_their_icons_in_the_menus(sight: Sight) -> None:
    named = {named.name: named.action for named in sight.window.actions_by_name.all()}
    assert icons.BY_ACTION.keys() <= named.keys()
    assert all(not named[name].icon().isNull() for name in icons.BY_ACTION)
