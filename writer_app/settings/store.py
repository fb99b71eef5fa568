"""The settings file: typed access, notice of changes, and a broken file set aside."""

import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from writer_app.atomic import replacing
from writer_app.errors import SettingsError
from writer_app.i18n import tr
from writer_app.settings.schema import SETTINGS, Setting

T = TypeVar("T")


class SettingsStore:
    """Settings by declaration; what the file does not say has its default."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = {}
        self._listeners: dict[str, list[Callable[[], None]]] = defaultdict(list)
        self.problems: list[str] = []
        self._load()

    def get(self, setting: Setting[T]) -> T:
        """Return the value chosen by the person, or the default."""
        value: T = self._values.get(setting.key, setting.default)
        return value

    def set(self, setting: Setting[T], value: T) -> None:
        """Change a setting, tell those who listen, and keep it; keeping it may raise SettingsError."""
        if not setting.accepts(value):
            raise SettingsError(
                tr("{value} is not possible for “{title}”.", value=value, title=tr(setting.title)),
                hint=tr("Choose another value."),
            )
        if self.get(setting) == value:
            return
        self._values[setting.key] = value
        for listener in tuple(self._listeners[setting.key]):
            listener()
        self._save()

    def forget_person(self) -> None:
        """Set back what tells who the person is; keeping that may raise SettingsError."""
        for setting in SETTINGS:
            if setting.personal:
                self.set(setting, setting.default)

    def on_change(self, setting: Setting[Any], listener: Callable[[], None]) -> Callable[..., None]:
        """Call `listener` after each change of `setting`, until what is returned here is called."""
        listeners = self._listeners[setting.key]
        listeners.append(listener)

        def stop(*_: object) -> None:
            listeners.remove(listener)

        return stop

    def _load(self) -> None:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
            if not isinstance(stored, dict):
                raise ValueError("not an object")
        except FileNotFoundError:
            return
        except (OSError, ValueError, RecursionError):
            self._set_aside()
            return
        # keys of a newer version are kept, so that going back and forth between versions loses nothing
        self._values = stored
        for setting in SETTINGS:
            self._take(setting)

    def _take(self, setting: Setting[Any]) -> None:
        for old in setting.old_keys:
            if old in self._values:
                self._values.setdefault(setting.key, self._values.pop(old))
        if setting.key in self._values and not setting.accepts(self._values[setting.key]):
            del self._values[setting.key]
            self.problems.append(
                tr("The setting “{title}” had no valid value; its default is used.", title=tr(setting.title))
            )

    def _set_aside(self) -> None:
        aside = self._path.with_name(f"{self._path.name}.broken")
        try:
            self._path.replace(aside)
        except OSError:
            self.problems.append(tr("The settings could not be read; the defaults are used."))
            return
        self.problems.append(
            tr(
                "The settings could not be read and were set aside as {name}; the defaults are used.",
                name=aside.name,
            )
        )

    def _save(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._path) as scratch:
                scratch.write_text(
                    json.dumps(self._values, indent=2, ensure_ascii=False, sort_keys=True) + "\n",
                    encoding="utf-8",
                )
        except OSError as error:
            raise SettingsError(
                tr("The settings could not be saved: {reason}.", reason=error.strerror or error),
                hint=tr("They hold until the program ends. Make room or allow writing to its folder."),
            ) from error
