"""Everything that the keyboard reaches has a name, in every dialog, and is reached in reading order."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sight import Sight
from writer_app.engine.inspector import Inspector
from writer_app.engine.study_model import StudyModel
from writer_app.model.pack import Pack
from writer_app.ui.inside.dock import InsideDock
from writer_app.ui.main_window import MainWindow

_ROW = 24  # pixels; what stands side by side does not begin at the same height to the pixel


def reachable(window: QWidget) -> list[QWidget]:
    """Return the widgets of a window that the keyboard can go to, in the order of the Tab key."""
    found, widget = list[QWidget](), window.nextInFocusChain()
    while widget is not None and widget is not window:
        takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        if takes_focus and widget.isVisible() and widget.isEnabled() and widget.window() is window:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    name: str = interface.text(QAccessible.Text.Name)
    return name


def nameless(window: QWidget) -> list[str]:
    return [f"{type(w).__name__} {w.objectName()}".strip() for w in reachable(window) if not name_of(w)]


def show_everything(window: MainWindow) -> None:
    window.find_bar.open("", replacing=True)
    window.outline.toggle()
    window.help.welcome()
    window.notices.add("A notice.", ("A choice", lambda: None))
    QApplication.processEvents()


ACTIONS = [
    "edit.settings",
    "view.goals",
    "suggestions.statistics",
    "suggestions.memory",
    "suggestions.models",
    "suggestions.teach",
    "help.help",
    "help.keys",
    "help.about",
    "help.lstm",
    "file.history",
]


def open_dialog(sight: Sight, name: str) -> QDialog:
    next(n.action for n in sight.window.actions_by_name.all() if n.name == name).trigger()
    QApplication.processEvents()
    (shown,) = [d for d in sight.window.findChildren(QDialog) if d.isVisible()]
    return shown


def test_every_control_of_the_dock_has_a_name(qtbot: QtBot, tiny_pack: Pack) -> None:
    dock = InsideDock()
    qtbot.addWidget(dock)
    dock.show()
    dock.show_inspection(Inspector(StudyModel(tiny_pack)).inspect("My sister waters", ""))
    assert len(reachable(dock)) > 3
    assert nameless(dock) == []


def test_every_control_of_the_window_has_a_name(sight: Sight) -> None:
    show_everything(sight.window)
    assert len(reachable(sight.window)) > 15
    assert nameless(sight.window) == []


@pytest.mark.parametrize("name", ACTIONS)
def test_every_control_of_a_dialog_has_a_name(sight: Sight, name: str) -> None:
    dialog = open_dialog(sight, name)
    assert reachable(dialog)
    assert nameless(dialog) == []


@pytest.mark.parametrize("name", ACTIONS[1:])  # the settings have two columns
def test_the_tab_key_goes_through_a_dialog_as_one_reads_it(sight: Sight, name: str) -> None:
    dialog = open_dialog(sight, name)
    rows = [(w.mapTo(dialog, QPoint()).y() // _ROW, w.mapTo(dialog, QPoint()).x()) for w in reachable(dialog)]
    assert rows == sorted(rows)
