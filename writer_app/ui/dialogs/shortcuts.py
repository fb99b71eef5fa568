"""The page of shortcuts: which keys start what, changed by pressing them."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from writer_app.i18n import tr
from writer_app.ui.actions import Actions, NamedAction, Scope, names_of, plain_title

_NAME = Qt.ItemDataRole.UserRole
_TYPING = {"Space", "Backspace", "Del"}
_MOVING = {
    "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown",
    "Return", "Enter", "Tab", "Backtab", "Esc",
}  # fmt: skip


class ShortcutsPage(QWidget):
    """Actions under their menus, each with its keys; below, the keys of the chosen one can be changed."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._menus: dict[str, QTreeWidgetItem] = {}
        self.items: dict[str, QTreeWidgetItem] = {}
        self.table = QTreeWidget(self)
        self.table.setRootIsDecorated(False)
        self.table.setHeaderLabels([tr("Action"), tr("Keys")])
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setStretchLastSection(False)
        self.table.setAccessibleName(tr("Shortcuts"))
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(tr("Press the new keys"))
        self.keys.editingFinished.connect(self._consider)
        self.message = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.message.setMinimumHeight(self.message.fontMetrics().height() * 2)
        self.change, self.without, self.reset = (
            QPushButton(tr("Use these keys")),
            QPushButton(tr("No keys")),
            QPushButton(tr("Usual keys")),
        )
        self.change.clicked.connect(self._change)
        self.without.clicked.connect(self._without)
        self.reset.clicked.connect(self._reset)
        self._lay_out()
        self._fill()
        actions.keys_changed.connect(self._refresh)
        self.table.currentItemChanged.connect(self._show_chosen)
        self.table.itemActivated.connect(self.keys.setFocus)
        self._show_chosen()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.keys, 1)
        for button in (self.change, self.without, self.reset):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 8, 8)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self.message)

    def _fill(self) -> None:
        for named in self._actions.all():
            if named.menu not in self._menus:
                self._menus[named.menu] = menu = QTreeWidgetItem(self.table, [named.menu])
                menu.setFlags(Qt.ItemFlag.ItemIsEnabled)
                font = menu.font(0)
                font.setBold(True)
                menu.setFont(0, font)
            item = QTreeWidgetItem(self._menus[named.menu], [plain_title(named.title)])
            item.setData(0, _NAME, named.name)
            self.items[named.name] = item
        self.table.expandAll()
        self._refresh()

    def count(self) -> int:
        """Return how many actions are shown."""
        return sum(not item.isHidden() for item in self.items.values())

    def filter(self, text: str) -> None:
        """Show the actions whose title, menu or keys contain all words of `text`."""
        words = text.casefold().split()
        filled = set()
        for named in self._actions.all():
            item = self.items[named.name]
            said = f"{named.menu} {item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in said for word in words))
            if not item.isHidden():
                filled.add(named.menu)
        for menu, menu_item in self._menus.items():
            menu_item.setHidden(menu not in filled)

    @property
    def _chosen(self) -> NamedAction | None:
        item = self.table.currentItem()
        name = item.data(0, _NAME) if item is not None else None
        return next((named for named in self._actions.all() if named.name == name), None)

    @Slot()
    def _refresh(self) -> None:
        for name, item in self.items.items():
            item.setText(1, names_of(self._actions.keys(name)))
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self._chosen
        keys = self._actions.keys(chosen.name) if chosen is not None else ()
        for widget in (self.keys, self.change):
            widget.setEnabled(chosen is not None)
        self.keys.setKeySequence(keys[0] if keys else QKeySequence())
        self.without.setEnabled(bool(keys))
        self.reset.setEnabled(chosen is not None and keys != chosen.usual)
        self._consider()

    @Slot()
    def _consider(self) -> None:
        """Say what stands in the way of the keys pressed."""
        chosen, keys = self._chosen, self.keys.keySequence()
        self.change.setText(tr("Use these keys"))
        self.change.setEnabled(False)
        if chosen is None:
            self.message.setText(tr("Choose an action, then press its new keys in the field."))
        elif keys.isEmpty() or keys in self._actions.keys(chosen.name):
            self.message.setText("")
        elif types_text(keys, chosen.scope):
            self.message.setText(tr("These keys type text. Hold Ctrl or Alt too, or press a function key."))
        else:
            self.change.setEnabled(True)
            others = ", ".join(f"“{plain_title(user.title)}”" for user in self._actions.users(keys))
            if others:
                self.change.setText(tr("Take them over"))
                self.message.setText(
                    tr("These keys are used by {others}, which would lose them.", others=others)
                )
            else:
                self.message.setText(tr("These keys are free."))

    @Slot()
    def _change(self) -> None:
        if self._chosen is not None:
            self._actions.change(self._chosen.name, self.keys.keySequence())

    @Slot()
    def _without(self) -> None:
        if self._chosen is not None:
            self._actions.change(self._chosen.name)

    @Slot()
    def _reset(self) -> None:
        if self._chosen is not None:
            self._actions.reset(self._chosen.name)


def types_text(keys: QKeySequence, scope: Scope) -> bool:
    """Would these keys be missed while writing? What moves the caret may still take a suggestion."""
    name = keys.toString(QKeySequence.SequenceFormat.PortableText)
    for held in ("Shift+", "Num+"):
        name = name.removeprefix(held)
    return len(name) == 1 or name in _TYPING or (name in _MOVING and scope is Scope.WINDOW)
