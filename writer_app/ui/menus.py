"""The menus of the main window: what there is to do, and its keys."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from writer_app.documents.recent import RecentDocuments
from writer_app.i18n import tr
from writer_app.settings.schema import CONFIDENCE_FLOOR, SUGGESTIONS_ON, THEME, OneOf, Setting
from writer_app.ui.document_controller import DocumentController
from writer_app.ui.editor import Editor
from writer_app.ui.find_bar import FindBar

Choose = Callable[[Setting[Any], Any], None]
Keys = QKeySequence | QKeySequence.StandardKey | str | None

_EAGERNESS = (("Eager", 0.1), ("Balanced", 0.2), ("Only when sure", 0.45))


def add(menu: QMenu, title: str, act: Callable[[], Any], keys: Keys = None) -> QAction:
    """Add an action that calls `act`."""
    action = menu.addAction(title)
    if keys is not None:
        action.setShortcuts(
            QKeySequence.keyBindings(keys)
            if isinstance(keys, QKeySequence.StandardKey)
            else [QKeySequence(keys)]
        )
    action.triggered.connect(lambda _checked: act())
    return action


def file_menu(
    menu: QMenu, documents: DocumentController, recent: RecentDocuments, quit_all: Callable[[], Any]
) -> None:
    """Fill the menu for documents."""
    standard = QKeySequence.StandardKey
    add(menu, tr("&New"), documents.new, standard.New)
    add(menu, tr("&Open…"), documents.ask_and_open, standard.Open)
    opened = menu.addMenu(tr("Open &recent"))
    opened.aboutToShow.connect(lambda: _fill_recent(opened, recent, documents.open))
    menu.addSeparator()
    add(menu, tr("&Save"), documents.save, standard.Save)
    add(menu, tr("Save &as…"), documents.save_as, QKeySequence("Ctrl+Shift+S"))
    menu.addSeparator()
    add(menu, tr("&Quit"), quit_all, QKeySequence("Ctrl+Q"))


def edit_menu(menu: QMenu, editor: Editor, find: FindBar) -> None:
    """Fill the menu for editing."""
    standard = QKeySequence.StandardKey
    text = editor.document()
    undo, redo = (
        add(menu, tr("&Undo"), editor.undo, standard.Undo),
        add(menu, tr("&Redo"), editor.redo, standard.Redo),
    )
    text.undoAvailable.connect(undo.setEnabled)
    text.redoAvailable.connect(redo.setEnabled)
    menu.addSeparator()
    cut, copy = (
        add(menu, tr("Cu&t"), editor.cut, standard.Cut),
        add(menu, tr("&Copy"), editor.copy, standard.Copy),
    )
    add(menu, tr("&Paste"), editor.paste, standard.Paste)
    add(menu, tr("Select &all"), editor.selectAll, standard.SelectAll)
    for action, available in ((cut, editor.copyAvailable), (copy, editor.copyAvailable)):
        available.connect(action.setEnabled)
    for action in (undo, redo, cut, copy):
        action.setEnabled(False)
    menu.addSeparator()
    add(menu, tr("&Find…"), find.open, standard.Find)
    add(menu, tr("Find ne&xt"), find.find_next, QKeySequence("F3"))
    add(menu, tr("Find pre&vious"), find.find_previous, QKeySequence("Shift+F3"))


def view_menu(menu: QMenu, window: QWidget, zoom: Callable[[int], None], choose: Choose, theme: str) -> None:
    """Fill the menu for the looks of the window."""
    larger = add(menu, tr("&Larger text"), lambda: zoom(+1), QKeySequence.StandardKey.ZoomIn)
    larger.setShortcuts([*larger.shortcuts(), QKeySequence("Ctrl+=")])  # the key of + without Shift
    add(menu, tr("&Smaller text"), lambda: zoom(-1), QKeySequence.StandardKey.ZoomOut)
    add(menu, tr("&Usual size"), lambda: zoom(0), "Ctrl+0")
    menu.addSeparator()
    assert isinstance(THEME.valid, OneOf)  # noqa: S101 - tells the type checker
    rows = [(tr(title), value) for value, title in THEME.valid.titles.items()]
    _radio(menu.addMenu(tr("&Theme")), rows, theme, lambda value: choose(THEME, value))
    menu.addSeparator()

    def toggle_full_screen() -> None:
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    add(menu, tr("&Full screen"), toggle_full_screen, "F11")


def suggestion_menu(
    menu: QMenu, editor: Editor, choose: Choose, on: bool, floor: float, teach: Callable[[], Any]
) -> None:
    """Fill the menu for suggestions; the keys after a tabulator are shown there and act in the editor."""
    switch = menu.addAction(tr(SUGGESTIONS_ON.title))
    switch.setCheckable(True)
    switch.setChecked(on)
    switch.setShortcut(QKeySequence("Ctrl+Shift+Space"))
    switch.toggled.connect(lambda checked: choose(SUGGESTIONS_ON, checked))
    rows = [(tr(title), value) for title, value in _EAGERNESS]
    _radio(menu.addMenu(tr("&How often")), rows, floor, lambda value: choose(CONFIDENCE_FLOOR, value))
    menu.addSeparator()
    shown = [
        add(menu, tr("Take &all") + "\tTab", editor.accept),
        add(menu, tr("Take a &word") + "\t" + _native("Ctrl+Right"), editor.accept_word),
        add(menu, tr("&Next suggestion") + "\t" + _native("Alt+]"), lambda: editor.turn(+1)),
        add(menu, tr("&Previous suggestion") + "\t" + _native("Alt+["), lambda: editor.turn(-1)),
        add(menu, tr("&Dismiss") + "\tEsc", editor.withdraw),
    ]

    def enable_what_applies() -> None:
        for action in shown:
            action.setEnabled(editor.offer is not None)

    menu.aboutToShow.connect(enable_what_applies)
    menu.addSeparator()
    add(menu, tr("&Teach it your style…"), teach)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _radio(menu: QMenu, rows: list[tuple[str, Any]], chosen: Any, choose: Callable[[Any], None]) -> None:
    group = QActionGroup(menu)
    for title, value in rows:
        action = add(menu, title, partial(choose, value))
        action.setCheckable(True)
        action.setChecked(value == chosen)
        group.addAction(action)


def _fill_recent(menu: QMenu, recent: RecentDocuments, open_path: Callable[[Path], Any]) -> None:
    menu.clear()
    paths = recent.paths()
    for path in paths:
        add(menu, path.name.replace("&", "&&"), partial(open_path, path)).setToolTip(str(path))
    menu.setToolTipsVisible(True)
    if paths:
        menu.addSeparator()
        add(menu, tr("Forget these"), recent.clear)
    else:
        menu.addAction(tr("None yet")).setEnabled(False)
