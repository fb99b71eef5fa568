"""A window is no larger than its screen."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from writer_app.ui.fitting import resize_within_screen


def test_a_window_is_as_large_as_asked_where_there_is_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    resize_within_screen(window, 300, 200)
    assert (window.width(), window.height()) == (300, 200)


def test_a_window_and_its_frame_fit_on_a_smaller_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    resize_within_screen(window, room.width() + 500, room.height() + 500)
    assert room.width() - 50 < window.width() < room.width()
    assert room.height() - 100 < window.height() <= room.height() - 30
