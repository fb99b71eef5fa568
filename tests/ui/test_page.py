"""The page: room between the lines, a readable measure, margins that belong to it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from writer_app.ui import theme
from writer_app.ui.page import Page


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.set_typography(theme.reading_font("", 14), 60)
    made.resize(1200, 500)
    made.show()
    return made


def test_lines_are_as_long_as_asked_however_wide_the_window(page: Page) -> None:
    page.setPlainText("word " * 200)
    for width in (1600, 1200):
        page.resize(width, 500)
        page.viewport().repaint()
        line = page.document().firstBlock().layout().lineAt(0)
        assert 50 <= line.textLength() <= 66
        assert page.viewport().geometry().center().x() == pytest.approx(width / 2, abs=10)


def test_a_narrow_window_is_used_whole(page: Page) -> None:
    page.resize(300, 500)
    assert page.viewportMargins().left() == 0


def test_lines_are_set_apart(page: Page) -> None:
    page.setPlainText("word " * 200)
    page.viewport().repaint()
    layout = page.document().firstBlock().layout()
    first, second = layout.lineAt(0), layout.lineAt(1)
    assert second.y() - first.y() > 1.4 * first.height()


def test_lines_keep_their_distance_in_any_script_and_size(page: Page) -> None:
    page.setPlainText("word 你好 🎈 " * 60)
    for points in (14, 20):
        page.set_typography(theme.reading_font("", points), 60)
        page.viewport().repaint()
        layout = page.document().firstBlock().layout()
        tops = [layout.lineAt(number).y() for number in range(4)]
        assert tops == pytest.approx([number * page.line_step for number in range(4)], abs=0.1)


@pytest.mark.parametrize("words", ["word ", "שלום "])
@pytest.mark.parametrize("points", [9, 13, 14.5, 20])
def test_lines_that_are_in_their_places_are_not_moved_again(page: Page, points: float, words: str) -> None:
    font = theme.reading_font("", 14)
    font.setPointSizeF(points)
    page.set_typography(font, 60)
    page.setPlainText(words * 200)
    page.viewport().repaint()
    block = page.document().firstBlock()
    marker = block.layout().lineAt(3)
    marker.setPosition(QPointF(1, 1))
    page.blockBoundingRect(block)
    assert marker.y() == 1


def test_a_paragraph_from_right_to_left_begins_at_the_right(page: Page) -> None:
    page.setPlainText("left\nשלום")
    page.viewport().repaint()
    left, right = (page.cursorRect(QTextCursor(page.document().findBlockByNumber(n))) for n in (0, 1))
    assert left.left() < 100
    assert right.left() > page.viewport().width() - 100


def test_the_end_of_a_long_text_can_be_reached_and_seen(page: Page) -> None:
    page.setPlainText("\n".join(f"paragraph {n} " + "word " * (n % 40) for n in range(400)))
    for height in range(460, 500, 4):  # the last line falls on every part of the window's edge
        page.resize(1200, height)
        page.moveCursor(QTextCursor.MoveOperation.Start)
        page.moveCursor(QTextCursor.MoveOperation.End)
        QApplication.processEvents()
        assert page.viewport().rect().contains(page.cursorRect())
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert page.viewport().rect().contains(page.cursorRect())


def test_every_line_can_be_seen_when_the_caret_walks_to_it(page: Page, qtbot: QtBot) -> None:
    page.setPlainText("word " * 900 + "\n" + "word " * 300)
    for _ in range(110):
        qtbot.keyClick(page, Qt.Key.Key_Down)
        QApplication.processEvents()
        assert page.viewport().rect().contains(page.cursorRect())


def test_a_click_in_the_margin_goes_to_the_line_beside_it(page: Page, qtbot: QtBot) -> None:
    page.setPlainText("first\nsecond\nthird")
    second = page.cursorRect(QTextCursor(page.document().findBlockByNumber(1))).center()
    height = page.viewport().mapTo(page, second).y()
    qtbot.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(3, height))
    assert page.textCursor().blockNumber() == 1


def turn_wheel(page: Page, steps: int, held: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(3, 60), QPointF(3, 60), QPoint(), QPoint(0, steps * 120), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page, event)


def test_the_wheel_scrolls_in_the_margin_too_and_zooms_with_ctrl(page: Page, qtbot: QtBot) -> None:
    page.setPlainText("line\n" * 300)
    turn_wheel(page, -3, Qt.KeyboardModifier.NoModifier)
    assert page.verticalScrollBar().value() > 0
    with qtbot.waitSignal(page.zoom_wanted, check_params_cb=lambda steps: steps == 1):
        turn_wheel(page, 1, Qt.KeyboardModifier.ControlModifier)
