"""The menus of the main window: what there is to do, and its keys."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from writer_app.i18n import tr
from writer_app.settings.schema import THEME, THEMES
from writer_app.ui.actions import Actions
from writer_app.ui.document_controller import DocumentController
from writer_app.ui.editor import Editor
from writer_app.ui.exporting import Exporting
from writer_app.ui.finding import Finding
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.tabs import Tabs


def file_menu(
    menu: QMenu,
    actions: Actions,
    documents: DocumentController,
    fill_recent: Callable[[QMenu], Any],
    exporting: Exporting,
    quit_all: Callable[[], Any],
) -> None:
    """Fill the menu for documents."""
    standard = QKeySequence.StandardKey
    actions.add(menu, "file.new", tr("&New"), documents.new, standard.New)
    actions.add(menu, "file.open", tr("&Open…"), documents.ask_and_open, standard.Open)
    actions.add(menu, "file.reopen", tr("Open the last &closed"), documents.reopen, "Ctrl+Shift+T")
    fill_recent(actions.menu(menu, tr("Open &recent")))
    menu.addSeparator()
    actions.add(menu, "file.save", tr("&Save"), documents.save, standard.Save)
    actions.add(menu, "file.save_as", tr("Save &as…"), documents.save_as, "Ctrl+Shift+S")
    actions.add(menu, "file.save_all", tr("Save a&ll"), documents.save_all)
    actions.add(menu, "file.history", tr("Earlier &versions…"), documents.show_history, "Ctrl+Shift+H")
    menu.addSeparator()
    _export_menu(actions.menu(menu, tr("&Export as")), actions, exporting)
    actions.add(menu, "file.print", tr("&Print…"), exporting.preview, standard.Print)
    menu.addSeparator()
    actions.add(menu, "file.close", tr("Close &document"), documents.close_current, "Ctrl+W")
    actions.add(menu, "file.quit", tr("&Quit"), quit_all, "Ctrl+Q")


def _export_menu(menu: QMenu, actions: Actions, exporting: Exporting) -> None:
    for title, suffix in (
        (tr("&Word (DOCX)…"), ".docx"),
        (tr("Open&Document (ODT)…"), ".odt"),
        (tr("&PDF…"), ".pdf"),
        (tr("Web &page (HTML)…"), ".html"),
        (tr("&E-book (EPUB)…"), ".epub"),
    ):
        actions.add(menu, f"file.export{suffix}", title, partial(exporting.ask_and_export, suffix))


def edit_menu(
    menu: QMenu, actions: Actions, tabs: Tabs, find: Finding, show_settings: Callable[[], Any]
) -> None:
    """Fill the menu for editing the current document."""
    standard, here = QKeySequence.StandardKey, tabs.on_page
    undo, redo = (
        actions.add(menu, "edit.undo", tr("&Undo"), partial(here, Editor.undo), standard.Undo),
        actions.add(menu, "edit.redo", tr("&Redo"), partial(here, Editor.redo), standard.Redo),
    )
    menu.addSeparator()
    cut, copy = (
        actions.add(menu, "edit.cut", tr("Cu&t"), partial(here, Editor.cut), standard.Cut),
        actions.add(menu, "edit.copy", tr("&Copy"), partial(here, Editor.copy), standard.Copy),
    )
    actions.add(menu, "edit.paste", tr("&Paste"), partial(here, Editor.paste), standard.Paste)
    everything = partial(here, Editor.selectAll)
    actions.add(menu, "edit.select_all", tr("Select &all"), everything, standard.SelectAll)

    def enable_what_applies() -> None:
        editor = tabs.current.editor
        undo.setEnabled(editor.document().isUndoAvailable())
        redo.setEnabled(editor.document().isRedoAvailable())
        for action in (cut, copy):
            action.setEnabled(editor.textCursor().hasSelection())

    def follow(document: OpenDocument) -> None:
        editor = document.editor
        for changed in (editor.undoAvailable, editor.redoAvailable, editor.copyAvailable):
            changed.connect(enable_what_applies)

    for document in tabs.documents:
        follow(document)
    tabs.opened.connect(follow)
    tabs.current_changed.connect(enable_what_applies)
    enable_what_applies()
    menu.addSeparator()
    actions.add(menu, "edit.find", tr("&Find…"), find.open, standard.Find)
    actions.add(menu, "edit.find_next", tr("Find ne&xt"), find.find_next, "F3")
    actions.add(menu, "edit.find_previous", tr("Find pre&vious"), find.find_previous, "Shift+F3")
    actions.add(menu, "edit.replace", tr("R&eplace…"), find.open_replacing, "Ctrl+H")
    menu.addSeparator()
    actions.add(menu, "edit.settings", tr("Settin&gs…"), show_settings, "Ctrl+,")


def view_menu(menu: QMenu, actions: Actions, tabs: Tabs, zoom: Callable[[int], None]) -> None:
    """Fill the menu for what the window shows, and how."""
    standard = QKeySequence.StandardKey
    onwards, back = ("Ctrl+Tab", "Ctrl+PgDown"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")
    actions.add(menu, "view.next_document", tr("&Next document"), lambda: tabs.step(+1), onwards)
    actions.add(menu, "view.previous_document", tr("&Previous document"), lambda: tabs.step(-1), back)
    menu.addSeparator()
    larger = (standard.ZoomIn, "Ctrl+=")  # the second is the key of + without Shift
    actions.add(menu, "view.larger", tr("&Larger text"), lambda: zoom(+1), larger)
    actions.add(menu, "view.smaller", tr("&Smaller text"), lambda: zoom(-1), standard.ZoomOut)
    actions.add(menu, "view.usual_size", tr("&Usual size"), lambda: zoom(0), "Ctrl+0")
    menu.addSeparator()
    actions.choice(actions.menu(menu, tr("&Theme")), THEME, THEMES)
