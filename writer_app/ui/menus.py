"""The menus of the main window: what there is to do, and its keys."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from writer_app.documents.recent import RecentDocuments
from writer_app.i18n import tr
from writer_app.settings.schema import CONFIDENCE_FLOOR, SUGGESTIONS_ON, THEME, THEMES
from writer_app.ui.actions import Actions, Scope
from writer_app.ui.document_controller import DocumentController
from writer_app.ui.editor import Editor
from writer_app.ui.find_bar import FindBar
from writer_app.ui.suggestion_keys import USUAL, SuggestionAction

_EAGERNESS = {0.1: "Eager", 0.2: "Balanced", 0.45: "Only when sure"}


def file_menu(
    menu: QMenu,
    actions: Actions,
    documents: DocumentController,
    recent: RecentDocuments,
    quit_all: Callable[[], Any],
) -> None:
    """Fill the menu for documents."""
    standard = QKeySequence.StandardKey
    actions.add(menu, "file.new", tr("&New"), documents.new, standard.New)
    actions.add(menu, "file.open", tr("&Open…"), documents.ask_and_open, standard.Open)
    opened = menu.addMenu(tr("Open &recent"))
    opened.aboutToShow.connect(lambda: _fill_recent(opened, recent, documents.open))
    menu.addSeparator()
    actions.add(menu, "file.save", tr("&Save"), documents.save, standard.Save)
    actions.add(menu, "file.save_as", tr("Save &as…"), documents.save_as, "Ctrl+Shift+S")
    menu.addSeparator()
    actions.add(menu, "file.quit", tr("&Quit"), quit_all, "Ctrl+Q")


def edit_menu(menu: QMenu, actions: Actions, editor: Editor, find: FindBar) -> None:
    """Fill the menu for editing."""
    standard = QKeySequence.StandardKey
    text = editor.document()
    undo, redo = (
        actions.add(menu, "edit.undo", tr("&Undo"), editor.undo, standard.Undo),
        actions.add(menu, "edit.redo", tr("&Redo"), editor.redo, standard.Redo),
    )
    text.undoAvailable.connect(undo.setEnabled)
    text.redoAvailable.connect(redo.setEnabled)
    menu.addSeparator()
    cut, copy = (
        actions.add(menu, "edit.cut", tr("Cu&t"), editor.cut, standard.Cut),
        actions.add(menu, "edit.copy", tr("&Copy"), editor.copy, standard.Copy),
    )
    actions.add(menu, "edit.paste", tr("&Paste"), editor.paste, standard.Paste)
    actions.add(menu, "edit.select_all", tr("Select &all"), editor.selectAll, standard.SelectAll)
    for action, available in ((cut, editor.copyAvailable), (copy, editor.copyAvailable)):
        available.connect(action.setEnabled)
    for action in (undo, redo, cut, copy):
        action.setEnabled(False)
    menu.addSeparator()
    actions.add(menu, "edit.find", tr("&Find…"), find.open, standard.Find)
    actions.add(menu, "edit.find_next", tr("Find ne&xt"), find.find_next, "F3")
    actions.add(menu, "edit.find_previous", tr("Find pre&vious"), find.find_previous, "Shift+F3")


def view_menu(menu: QMenu, actions: Actions, window: QWidget, zoom: Callable[[int], None]) -> None:
    """Fill the menu for the looks of the window."""
    standard = QKeySequence.StandardKey
    larger = (standard.ZoomIn, "Ctrl+=")  # the second is the key of + without Shift
    actions.add(menu, "view.larger", tr("&Larger text"), lambda: zoom(+1), larger)
    actions.add(menu, "view.smaller", tr("&Smaller text"), lambda: zoom(-1), standard.ZoomOut)
    actions.add(menu, "view.usual_size", tr("&Usual size"), lambda: zoom(0), "Ctrl+0")
    menu.addSeparator()
    actions.choice(menu.addMenu(tr("&Theme")), THEME, THEMES)
    menu.addSeparator()

    def toggle_full_screen() -> None:
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    actions.add(menu, "view.full_screen", tr("&Full screen"), toggle_full_screen, "F11")


def suggestion_menu(menu: QMenu, actions: Actions, editor: Editor, teach: Callable[[], Any]) -> None:
    """Fill the menu for suggestions; the editor itself acts on the keys of one that is shown."""
    actions.switch(menu, "suggestions.on", SUGGESTIONS_ON, "Ctrl+Shift+Space")
    actions.choice(menu.addMenu(tr("&How often")), CONFIDENCE_FLOOR, _EAGERNESS)
    menu.addSeparator()
    what = SuggestionAction
    shown = [
        actions.add(menu, name, title, act, USUAL[name], Scope.SUGGESTION)
        for name, title, act in (
            (what.ACCEPT, tr("Take &all"), editor.accept),
            (what.ACCEPT_WORD, tr("Take a &word"), editor.accept_word),
            (what.NEXT, tr("&Next suggestion"), lambda: editor.turn(+1)),
            (what.PREVIOUS, tr("&Previous suggestion"), lambda: editor.turn(-1)),
            (what.DISMISS, tr("&Dismiss"), editor.withdraw),
        )
    ]

    def enable_what_applies() -> None:
        for action in shown:
            action.setEnabled(editor.offer is not None)

    menu.aboutToShow.connect(enable_what_applies)
    menu.addSeparator()
    actions.add(menu, "suggestions.teach", tr("&Teach it your style…"), teach)


def _fill_recent(menu: QMenu, recent: RecentDocuments, open_path: Callable[[Path], Any]) -> None:
    menu.clear()
    paths = recent.paths()
    for path in paths:
        menu.addAction(path.name.replace("&", "&&"), partial(open_path, path)).setToolTip(str(path))
    menu.setToolTipsVisible(True)
    if paths:
        menu.addSeparator()
        menu.addAction(tr("Forget these"), recent.clear)
    else:
        menu.addAction(tr("None yet")).setEnabled(False)
