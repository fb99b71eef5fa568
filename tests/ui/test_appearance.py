"""The window looks as the settings say, in every document, at once."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from tests.ui.sight import Sight
from writer_app.settings.schema import FONT_SIZE, THEME
from writer_app.ui import theme


def test_every_page_has_the_font_for_reading_from_the_first_on(sight: Sight) -> None:
    expected = theme.reading_font("", FONT_SIZE.default)
    QApplication.processEvents()
    sight.window.documents.new()
    for document in sight.window.tabs.documents:
        for font in (document.editor.font(), document.editor.document().defaultFont()):
            assert (font.families(), font.pointSize()) == (expected.families(), expected.pointSize())


def test_a_font_size_holds_at_once_in_all_documents(sight: Sight) -> None:
    sight.window.documents.new()
    sight.settings.set(FONT_SIZE, 21)
    assert {document.editor.font().pointSize() for document in sight.window.tabs.documents} == {21}


def test_a_theme_holds_at_once_and_leaves_the_fonts(sight: Sight) -> None:
    for chosen, colours in (("contrast_light", theme.CONTRAST_LIGHT), ("dark", theme.DARK)):
        sight.settings.set(THEME, chosen)
        QApplication.processEvents()
        assert sight.window.palette().color(QPalette.ColorRole.Base).name() == colours.paper
        assert sight.window.editor.font().pointSize() == FONT_SIZE.default
