"""The settings, as the schema declares them: searchable, in force at once, each with a way back."""

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from writer_app.i18n import tr
from writer_app.settings.schema import GROUPS, SETTINGS, SHORTCUTS, Setting
from writer_app.settings.store import SettingsStore
from writer_app.ui.actions import Actions, Choose
from writer_app.ui.dialogs.setting_controls import control_for
from writer_app.ui.dialogs.shortcuts import ShortcutsPage
from writer_app.ui.fitting import resize_within_screen
from writer_app.ui.icons import icon
from writer_app.ui.labels import heading, quiet

_LIST_WIDTH, _ITEM_HEIGHT = 170, 30


class SettingRow(QWidget):
    """A setting: title and help, its control, and a button that goes back to the default."""

    def __init__(self, setting: Setting[Any], settings: SettingsStore, choose: Choose) -> None:
        super().__init__()
        self.setting = setting
        self._settings = settings
        made = control_for(setting, partial(choose, setting))
        assert made is not None  # noqa: S101 - `has_row` said so
        self.control = made
        title = QLabel(tr(setting.title))
        title.setBuddy(self.control.widget)  # where a box has no name but its value, readers say its label
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(title)
        if setting.help:
            words.addWidget(quiet(tr(setting.help)))
        self.reset = QToolButton(autoRaise=True)
        self.reset.setIcon(icon("rotate-ccw"))
        self.reset.setToolTip(tr("Back to the default"))
        self.reset.setAccessibleName(tr("Back to the default: {title}", title=title.text()))
        self.reset.clicked.connect(lambda: choose(setting, setting.default))
        keeps_place = self.reset.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keeps_place)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self.control.widget)
        row.addWidget(self.reset)
        settings.on_change(setting, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the value as it is now."""
        value = self._settings.get(self.setting)
        self.control.show(value)
        self.reset.setVisible(value != self.setting.default)

    def matches(self, words: list[str]) -> bool:
        """Do all `words` occur in what the row says?"""
        said = " ".join(map(tr, (self.setting.title, self.setting.help, self.setting.group))).casefold()
        return all(word in said for word in words)


class SettingsPage(QScrollArea):
    """All rows, group under group."""

    def __init__(self, settings: SettingsStore, choose: Choose) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Settings"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 4, 16, 24)
        column.setSpacing(0)
        self.headings: dict[str, QLabel] = {}
        self.rows: list[SettingRow] = []
        for group in groups():
            self.headings[group] = heading(tr(group))
            column.addWidget(self.headings[group])
            for setting in SETTINGS:
                if setting.group == group and has_row(setting):
                    self.rows.append(SettingRow(setting, settings, choose))
                    column.addWidget(self.rows[-1])
        self._nothing = quiet(tr("No setting is called that."))
        column.addWidget(self._nothing)
        column.addStretch(1)
        self.setWidget(inner)
        self.filter("")

    def filter(self, text: str) -> None:
        """Show the rows that match, and the headings over them."""
        words = text.casefold().split()
        shown = [row for row in self.rows if row.matches(words)]
        for row in self.rows:
            row.setVisible(row in shown)
        for group, label in self.headings.items():
            label.setVisible(any(row.setting.group == group for row in shown))
        self._nothing.setVisible(not shown)

    def go_to(self, group: str) -> None:
        """Scroll so that the group begins at the top."""
        self.verticalScrollBar().setValue(self.headings[group].y())


class SettingsDialog(QDialog):
    """Groups on the left, their settings on the right, a field that searches above."""

    def __init__(
        self, settings: SettingsStore, actions: Actions, choose: Choose, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(tr("Settings"))
        resize_within_screen(self, 820, 620)
        self.search = QLineEdit(placeholderText=tr("Search"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Search the settings"))
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self.page = SettingsPage(settings, choose)
        self.shortcuts = ShortcutsPage(actions)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.shortcuts)
        self.groups = QListWidget()
        self.groups.setObjectName("groups")
        self.groups.setAccessibleName(tr("Groups"))
        self.groups.setFixedWidth(_LIST_WIDTH)
        for group in (*groups(), SHORTCUTS.group):
            item = QListWidgetItem(tr(group), self.groups)
            item.setSizeHint(QSize(0, _ITEM_HEIGHT))
        self.groups.setCurrentRow(0)
        self.groups.currentRowChanged.connect(self._go_to)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.search)
        left.addWidget(self.groups, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 8, 8)
        row.addLayout(left)
        row.addWidget(self._pages, 1)
        self.search.setFocus()

    def go_on_from(self, before: "SettingsDialog") -> None:
        """Show the place that another dialog shows, in another language: its group, its rows, its focus."""
        self.groups.setCurrentRow(before.groups.currentRow())
        self._pages.setCurrentIndex(before._pages.currentIndex())  # noqa: SLF001 - one of us
        rows = zip(before.page.rows, self.page.rows, strict=True)
        focused = next((new for old, new in rows if old.control.widget.hasFocus()), None)
        place = before.page.verticalScrollBar().value()

        def show_place() -> None:
            self.page.verticalScrollBar().setValue(place)
            if focused is not None:
                focused.control.widget.setFocus()
                self.page.ensureWidgetVisible(focused)

        QTimer.singleShot(0, self, show_place)  # once it is laid out

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.page.filter(text)
        self.shortcuts.filter(text)
        if self._pages.currentWidget() is self.page and not any(map(_is_shown, self.page.rows)):
            self._show_shortcuts(self.shortcuts.count() > 0)

    @Slot(int)
    def _go_to(self, place: int) -> None:
        names = groups()
        self._show_shortcuts(place == len(names))
        if place < len(names):
            self.page.go_to(names[place])

    def _show_shortcuts(self, wanted: bool) -> None:
        self._pages.setCurrentWidget(self.shortcuts if wanted else self.page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # a value is in force already: there is nothing to confirm
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return
        super().keyPressEvent(event)


def groups() -> list[str]:
    """Return the groups that have rows, in the schema's order."""
    used = {setting.group for setting in SETTINGS if has_row(setting)}
    return [group for group in GROUPS.values() if group in used]


def has_row(setting: Setting[Any]) -> bool:
    """Whether the dialog has a control for this kind of setting."""
    return setting is not SHORTCUTS


def _is_shown(row: SettingRow) -> bool:
    return not row.isHidden()
