"""The outline beside the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.ui.conftest import HELD, KEYS
from tests.ui.sight import Sight
from writer_app.ui.outline import Outline

Where = QAbstractItemView.DropIndicatorPosition
TEXT = "# A\n\none\n\n## B\n\ntwo\n\n```\n# no heading\n```\n\n# C\n\nthree"


@pytest.fixture
def desk(sight: Sight, tmp_path: Path) -> Sight:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    sight.open(tmp_path / "a.md")
    sight.press(KEYS.Key_O, HELD.ControlModifier | HELD.ShiftModifier)
    settle(sight)
    return sight


def outline(sight: Sight) -> Outline:
    return sight.window.outline


def settle(sight: Sight) -> None:
    sight.qtbot.waitUntil(lambda: not outline(sight)._resting.isActive(), timeout=5000)
    QApplication.processEvents()


def shown(sight: Sight) -> list[str]:
    """Return the titles, those within others set in."""
    found = []
    for row in outline(sight).tree.rows:
        depth, above = 0, row.parent()
        while above:
            depth, above = depth + 1, above.parent()
        found.append("  " * depth + row.text(0))
    return found


def current(sight: Sight) -> str:
    item = outline(sight).tree.currentItem()
    return item.text(0) if item else ""


def go_to_line(sight: Sight, line: int) -> None:
    cursor = sight.window.editor.textCursor()
    cursor.setPosition(sight.window.editor.document().findBlockByNumber(line).position())
    sight.window.editor.setTextCursor(cursor)


def drop(sight: Sight, source: int, target: int, where: Where, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drop one row at another, as Qt tells the tree of it; a mouse that drags needs a real display."""
    tree = outline(sight).tree
    tree.setCurrentItem(tree.rows[source])
    monkeypatch.setattr(tree, "dropIndicatorPosition", lambda: where)
    place = QPointF(tree.visualItemRect(tree.rows[target]).center())
    data = tree.model().mimeData([tree.currentIndex()])
    action, buttons, held = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, HELD.NoModifier
    tree.dropEvent(QDropEvent(place, action, data, buttons, held))
    settle(sight)


def test_headings_are_shown_below_one_another(desk: Sight) -> None:
    assert shown(desk) == ["A", "  B", "C"]


def test_it_follows_what_is_typed(desk: Sight) -> None:
    go_to_line(desk, 2)
    desk.type("## New ")
    settle(desk)
    assert shown(desk) == ["A", "  New one", "  B", "C"]
    desk.press(KEYS.Key_Return)
    settle(desk)
    assert shown(desk) == ["A", "  New", "  B", "C"]
    for _ in range(20):
        desk.press(KEYS.Key_Z, HELD.ControlModifier)
    settle(desk)
    assert shown(desk) == ["A", "  B", "C"]


def test_it_follows_the_caret(desk: Sight) -> None:
    for line, title in ((2, "A"), (6, "B"), (9, "B"), (14, "C"), (0, "A")):
        go_to_line(desk, line)
        assert current(desk) == title


def test_enter_and_a_click_jump_to_a_heading(desk: Sight) -> None:
    tree = outline(desk).tree
    tree.setCurrentItem(tree.rows[1])
    desk.qtbot.keyClick(tree, KEYS.Key_Return)
    assert desk.window.editor.textCursor().block().text() == "## B"
    assert desk.window.editor.hasFocus()
    place = tree.visualItemRect(tree.rows[2]).center()
    desk.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.window.editor.textCursor().block().text() == "# C"


def test_a_section_is_dragged_in_one_step_of_undo(desk: Sight, monkeypatch: pytest.MonkeyPatch) -> None:
    drop(desk, 2, 0, Where.AboveItem, monkeypatch)
    assert desk.text.startswith("# C\n\nthree\n\n# A\n\none\n\n## B")
    assert shown(desk) == ["C", "A", "  B"]
    assert desk.window.editor.textCursor().block().text() == "# C"
    desk.press(KEYS.Key_Z, HELD.ControlModifier)
    assert desk.text == TEXT


def test_alt_and_an_arrow_move_a_section_past_its_neighbour(desk: Sight) -> None:
    tree = outline(desk).tree
    tree.setCurrentItem(tree.rows[0])
    desk.qtbot.keyClick(tree, KEYS.Key_Down, HELD.AltModifier)
    settle(desk)
    assert shown(desk) == ["C", "A", "  B"]
    desk.qtbot.keyClick(tree, KEYS.Key_Up, HELD.AltModifier)
    settle(desk)
    assert shown(desk) == ["A", "  B", "C"]


def test_each_document_has_its_own_and_a_plain_text_has_none(desk: Sight, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("# not a heading", encoding="utf-8")
    desk.open(tmp_path / "b.txt")
    settle(desk)
    assert shown(desk) == []
    desk.window.tabs.step(-1)
    settle(desk)
    assert shown(desk) == ["A", "  B", "C"]
