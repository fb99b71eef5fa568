"""The context menu of a text: Qt's entries, with the icons, words and keys that they have in our menus."""

from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QMenu

from writer_app.i18n import tr
from writer_app.ui.icons import icon

_Key = QKeySequence.StandardKey


def tidy(menu: QMenu) -> None:
    """Make Qt's entries like ours; they are known by the names that Qt gives them."""
    known = {
        "edit-undo": ("undo-2", tr("&Undo"), _Key.Undo),
        "edit-redo": ("redo-2", tr("&Redo"), _Key.Redo),
        "edit-cut": ("scissors", tr("Cu&t"), _Key.Cut),
        "edit-copy": ("copy", tr("&Copy"), _Key.Copy),
        "edit-paste": ("clipboard-paste", tr("&Paste"), _Key.Paste),
        "edit-delete": ("trash-2", tr("Delete"), _Key.Delete),
        "select-all": ("", tr("Select &all"), _Key.SelectAll),
    }
    for action in menu.actions():
        picture, words, key = known.get(action.objectName(), ("", "", None))
        action.setIcon(icon(picture) if picture else QIcon())
        if key is not None:
            keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{words}\t{keys}")
