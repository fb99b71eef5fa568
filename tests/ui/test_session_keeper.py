"""The next start shows what was open: documents, carets, places, the one in front."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDockWidget

from tests.ui.sight import Opener, Sight
from writer_app.paths import Places
from writer_app.settings.schema import RESTORE_SESSION


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "long.txt", tmp_path / "short.txt", tmp_path / "gone.txt"]
    paths[0].write_text("\n".join(f"line {number}" for number in range(500)))
    for path in paths[1:]:
        path.write_text(path.stem)
    return paths


def end(sight: Sight) -> None:
    sight.window.finish()


def names(sight: Sight) -> list[str]:
    return [document.name for document in sight.window.tabs.documents]


def test_documents_carets_and_scrolling_come_back(open_window: Opener, files: list[Path]) -> None:
    first = open_window()
    first.open(*files)
    first.window.tabs.show_document(first.window.tabs.documents[0])
    first.window.resize(700, 650)
    QApplication.processEvents()
    first.window.editor.set_caret(3000)
    top = first.window.editor.first_in_sight()
    assert top > 100
    end(first)
    files[2].unlink()
    sight = open_window()
    sight.window.restore_session()
    sight.wait_until_read()
    assert names(sight) == ["long.txt", "short.txt"]
    assert sight.window.tabs.current.name == "long.txt"
    assert sight.window.editor.textCursor().position() == 3000
    sight.qtbot.waitUntil(lambda: sight.window.editor.first_in_sight() == top, timeout=5000)
    assert (sight.window.width(), sight.window.height()) == (700, 650)
    assert "gone.txt" in sight.notices()[0]
    assert sight.questions.asked == []


def docks(sight: Sight) -> dict[str, bool]:
    return {dock.objectName(): not dock.isHidden() for dock in sight.window.findChildren(QDockWidget)}


def test_docks_come_back_where_they_were(open_window: Opener) -> None:
    first = open_window()
    first.window.outline.toggle()
    first.window.insight.toggle_dock()
    first.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, first.window.outline)
    first.window.resize(1300, 800)
    first.window.resizeDocks([first.window.outline], [410], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    width = first.window.outline.width()
    end(first)
    sight = open_window()
    assert docks(sight) == {"outline": False}
    sight.window.hide()  # as at the start of the program
    sight.window.restore_session()
    assert docks(sight) == {"outline": True, "inside": True}
    sight.window.show()
    QApplication.processEvents()
    assert abs(sight.window.outline.width() - width) <= 2
    area = sight.window.dockWidgetArea(sight.window.outline)
    assert area == Qt.DockWidgetArea.RightDockWidgetArea
    sight.window.insight.toggle_dock()
    end(sight)
    third = open_window()
    third.window.restore_session()
    assert docks(third) == {"outline": True}


def test_docks_folded_by_the_full_screen_come_back_after_it(open_window: Opener) -> None:
    first = open_window()
    first.window.outline.toggle()
    first.window.setWindowState(Qt.WindowState.WindowFullScreen)
    QApplication.processEvents()
    assert docks(first) == {"outline": False}
    end(first)
    sight = open_window()
    sight.window.restore_session()
    QApplication.processEvents()
    sight.window.setWindowState(Qt.WindowState.WindowNoState)
    QApplication.processEvents()
    assert docks(sight) == {"outline": True}


def test_a_session_of_an_older_program_is_read(
    open_window: Opener, files: list[Path], places: Places
) -> None:
    kept = {"places": [{"path": str(files[1]), "caret": 2, "top": 0}], "current": 0, "geometry": ""}
    places.state.mkdir(parents=True)
    (places.state / "session.json").write_text(json.dumps(kept))
    sight = open_window()
    sight.window.restore_session()
    assert names(sight) == ["short.txt"]


def test_a_program_that_is_killed_still_finds_its_documents(
    open_window: Opener, files: list[Path], places: Places
) -> None:
    sight = open_window()
    sight.open(files[1])
    file = places.state / "session.json"
    sight.qtbot.waitUntil(lambda: file.exists() and "short.txt" in file.read_text(), timeout=5000)


def test_a_second_window_beside_the_first_leaves_its_session_alone(
    open_window: Opener, files: list[Path]
) -> None:
    first = open_window()
    first.open(files[0])
    first.window.session.keep()
    second = open_window()
    second.window.restore_session()
    second.wait_until_read()
    assert names(second) == ["Untitled"]
    second.open(files[1])
    end(second)
    end(first)
    third = open_window()
    third.window.restore_session()
    third.wait_until_read()
    assert names(third) == ["long.txt"]


def test_the_setting_switches_it_off(open_window: Opener, files: list[Path]) -> None:
    first = open_window()
    first.open(files[0])
    end(first)
    sight = open_window()
    sight.settings.set(RESTORE_SESSION, False)
    sight.window.restore_session()
    sight.wait_until_read()
    assert names(sight) == ["Untitled"]


def test_files_dropped_on_the_page_are_opened(sight: Sight, files: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files[:2]])
    data.setText("not to be inserted")
    assert not sight.window.editor.canInsertFromMimeData(data)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(sight.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(sight.window, QDropEvent(QPointF(5, 5), copy, data, left, none))
    sight.wait_until_read()
    assert names(sight) == ["long.txt", "short.txt"]


def drop(sight: Sight, data: QMimeData) -> None:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(sight.window, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(sight.window, QDropEvent(QPointF(5, 5), copy, data, left, none))
    sight.wait_until_read()


def test_a_folder_that_is_dropped_is_told_and_a_text_is_inserted(sight: Sight, tmp_path: Path) -> None:
    folder = QMimeData()
    folder.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    drop(sight, folder)
    assert "it is a folder" in sight.notices()[0]
    text = QMimeData()
    text.setText("some words")
    assert sight.window.editor.canInsertFromMimeData(text)
    sight.window.editor.insertFromMimeData(text)
    assert sight.text == "some words"
