"""The window's actions by name, and the keys that start them, which the person may change."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from writer_app.i18n import anew, on_language_change, tr
from writer_app.settings.schema import SHORTCUTS, Setting
from writer_app.settings.store import SettingsStore
from writer_app.ui import icons
from writer_app.ui.language import worded

T = TypeVar("T")

Choose = Callable[[Setting[Any], Any], None]
OneKey = QKeySequence.StandardKey | str
Keys = OneKey | tuple[OneKey, ...]

_COMMON = re.compile(
    r".*\+.*|F\d+|.|Tab|Esc|Return|Enter|Space|Del|Ins|Home|End|PgUp|PgDown|Left|Right|Up|Down"
)
_MNEMONIC = re.compile(r"\(&.\)|&(?!&)")


class Scope(Enum):
    """When the keys of an action mean it."""

    WINDOW = auto()
    SUGGESTION = auto()  # only while a suggestion is shown; the editor acts on them itself


@dataclass(frozen=True, slots=True)
class NamedAction:
    """An action, the menu that it stands in, and the keys that it usually has."""

    name: str
    within: QMenu
    words: str
    usual: tuple[QKeySequence, ...]
    scope: Scope
    action: QAction

    @property
    def title(self) -> str:
        """What it is called now, with the mark of its key in the menu."""
        return anew(self.words)

    @property
    def menu(self) -> str:
        """What its menu is called now."""
        return plain_title(self.within.title())


class Actions(QObject):
    """Every action of one window. Its name stays the same in every version and language: settings hold it."""

    keys_changed = Signal()

    def __init__(self, settings: SettingsStore, choose: Choose, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._choose = choose
        self._named: dict[str, NamedAction] = {}
        settings.on_change(SHORTCUTS, self._apply)
        self.destroyed.connect(on_language_change(self._apply))

    def menu(self, within: QMenu | QMenuBar, title: str) -> QMenu:
        """Add a menu."""
        made = within.addMenu(title)
        worded(made, made.setTitle, title)
        return made

    def add(
        self,
        menu: QMenu,
        name: str,
        title: str,
        act: Callable[[], Any],
        keys: Keys = (),
        scope: Scope = Scope.WINDOW,
    ) -> QAction:
        """Add an action that calls `act`; `name` is like "file.save"."""
        action = menu.addAction(title)
        action.triggered.connect(lambda _checked: act())
        self._register(menu, name, title, action, keys, scope)
        return action

    def switch(self, menu: QMenu, name: str, setting: Setting[bool], keys: Keys = ()) -> QAction:
        """Add an action that switches a setting, and shows how it stands."""
        title = tr(setting.title)
        action = menu.addAction(title)
        action.setCheckable(True)
        action.setChecked(self._settings.get(setting))
        action.toggled.connect(lambda checked: self._choose(setting, checked))
        self._settings.on_change(setting, lambda: action.setChecked(self._settings.get(setting)))
        self._register(menu, name, title, action, keys, Scope.WINDOW)
        return action

    def choice(self, menu: QMenu, setting: Setting[T], titles: Mapping[T, str]) -> None:
        """Fill `menu` with values of a setting, the chosen one marked."""
        group, offered = QActionGroup(menu), dict[T, QAction]()
        for value, title in titles.items():
            offered[value] = action = QAction(menu)
            worded(action, action.setText, tr(title))
            menu.addAction(action)
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose, setting, value))
            group.addAction(action)

        def mark() -> None:
            chosen = self._settings.get(setting)
            for value, action in offered.items():
                action.setChecked(value == chosen)

        mark()
        self._settings.on_change(setting, mark)

    def all(self) -> list[NamedAction]:
        """Return the actions in the order of the menus."""
        return list(self._named.values())

    def keys(self, name: str) -> tuple[QKeySequence, ...]:
        """Return the keys that start an action now."""
        return chosen_keys(self._settings, name, self._named[name].usual)

    def users(self, keys: QKeySequence) -> list[NamedAction]:
        """Return the actions that have these keys now."""
        return [named for named in self.all() if keys in self.keys(named.name)]

    def change(self, name: str, *keys: QKeySequence) -> None:
        """Give an action other keys, or none, and take them from the actions that had them."""
        chosen = self._settings.get(SHORTCUTS).copy()
        for other in (other for key in keys for other in self.users(key) if other.name != name):
            left = [key for key in self.keys(other.name) if key not in keys]
            chosen[other.name] = _portable(left)
        chosen[name] = _portable(keys)
        self._choose(SHORTCUTS, chosen)

    def reset(self, name: str) -> None:
        """Give an action its usual keys again."""
        chosen = {other: keys for other, keys in self._settings.get(SHORTCUTS).items() if other != name}
        self._choose(SHORTCUTS, chosen)

    def _register(
        self, menu: QMenu, name: str, title: str, action: QAction, keys: Keys, scope: Scope
    ) -> None:
        assert name not in self._named  # noqa: S101 - two actions would share their keys
        action.setObjectName(name)
        if name in icons.BY_ACTION:
            action.setIcon(icons.icon(icons.BY_ACTION[name]))
        self._named[name] = NamedAction(name, menu, title, sequences(keys), scope, action)
        self._show_keys(self._named[name])

    @Slot()
    def _apply(self) -> None:
        for named in self.all():
            self._show_keys(named)
        self.keys_changed.emit()

    def _show_keys(self, named: NamedAction) -> None:
        keys = self.keys(named.name)
        if named.scope is Scope.WINDOW:
            named.action.setText(named.title)
            named.action.setShortcuts(keys)
        else:  # behind a tabulator a menu shows keys that are none of its own
            shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
            named.action.setText(f"{named.title}\t{shown}")


def chosen_keys(
    settings: SettingsStore, name: str, usual: tuple[QKeySequence, ...]
) -> tuple[QKeySequence, ...]:
    """Return the keys that the person gave an action, else the usual ones."""
    chosen = settings.get(SHORTCUTS).get(name)
    return usual if chosen is None else tuple(QKeySequence(keys) for keys in chosen)


def plain_title(title: str) -> str:
    """Return the title of an action or a menu without the mark of the key that chooses it there."""
    return _MNEMONIC.sub("", title).replace("&&", "&").removesuffix("…")


def names_of(keys: tuple[QKeySequence, ...]) -> str:
    """Return keys as this system writes them, without those that only some keyboards have, such as “Undo”."""
    names = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
    return ", ".join([name for name in names if _COMMON.fullmatch(name)][:2])


def sequences(keys: Keys) -> tuple[QKeySequence, ...]:
    """Return the key sequences that are meant; a standard key may have several on this system."""
    found: dict[str, QKeySequence] = {}  # each once
    for key in keys if isinstance(keys, tuple) else (keys,):
        bound = QKeySequence.keyBindings(key) if isinstance(key, QKeySequence.StandardKey) else [key]
        for sequence in map(QKeySequence, bound):
            found[sequence.toString()] = sequence
    return tuple(found.values())


def _portable(keys: Iterable[QKeySequence]) -> list[str]:
    return [key.toString(QKeySequence.SequenceFormat.PortableText) for key in keys]
