"""Every setting, declared once: the file, the defaults, the checks and the dialog all follow from here."""

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Between:
    """Numbers from `low` to `high`, in steps of `step` where a dialog offers them."""

    low: float
    high: float
    step: float = 1

    def accepts(self, value: Any) -> bool:
        """Is `value` within the bounds?"""
        return bool(self.low <= value <= self.high)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some values, each with the words that a dialog shows for it."""

    titles: dict[str, str]

    def accepts(self, value: Any) -> bool:
        """Is `value` among them?"""
        return value in self.titles


@dataclass(frozen=True, slots=True)
class KeysByAction:
    """Lists of key sequences in Qt's portable form, by the name of the action that they start."""

    def accepts(self, value: Any) -> bool:
        """Is `value` of that form?"""
        return all(
            isinstance(name, str) and isinstance(keys, list) and all(isinstance(key, str) for key in keys)
            for name, keys in value.items()
        )


@dataclass(frozen=True, slots=True)
class Anything:
    """Every value of the default's type."""

    def accepts(self, _value: Any) -> bool:
        """Say yes."""
        return True


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A setting's key in the file, its default, its row in the dialog, and which values are valid.

    Titles are English; whoever shows them passes them through `tr`.
    """

    key: str
    default: T
    title: str
    valid: Between | OneOf | KeysByAction | Anything = field(default_factory=Anything)
    old_keys: tuple[str, ...] = ()

    def accepts(self, value: object) -> bool:
        """Is this a value of the right type, within bounds?"""
        kind = type(self.default)
        if kind is float and type(value) is int:  # JSON writes 1.0 as 1 when edited by hand
            return self.valid.accepts(value)
        return type(value) is kind and self.valid.accepts(value)


SUGGESTIONS_ON = Setting("suggestions.on", True, "Suggest while I write")
DELAY = Setting("suggestions.delay_ms", 120, "Pause before suggesting (ms)", Between(0, 2000, 10))
CONFIDENCE_FLOOR = Setting(
    "suggestions.confidence_floor", 0.2, "Only show what is at least this likely", Between(0.0, 0.95, 0.05)
)
FONT_FAMILY = Setting("editor.font_family", "", "Font (empty: the best one found)")
FONT_SIZE = Setting("editor.font_size", 14, "Font size (pt)", Between(7, 48))
LINE_WIDTH = Setting("editor.line_width", 72, "Line width (characters)", Between(30, 200))
THEMES = {"system": "As the system", "light": "Light", "dark": "Dark"}
THEME = Setting("window.theme", "system", "Theme", OneOf(THEMES))
LANGUAGE = Setting(
    "window.language",
    "system",
    "Language of menus and messages",
    OneOf({"system": "As the system", "en": "English", "zh": "简体中文"}),
)
NO_KEYS: dict[str, list[str]] = {}
SHORTCUTS = Setting("keys", NO_KEYS, "Shortcuts that differ from the usual ones", KeysByAction())

SETTINGS: tuple[Setting[Any], ...] = (
    SUGGESTIONS_ON,
    DELAY,
    CONFIDENCE_FLOOR,
    FONT_FAMILY,
    FONT_SIZE,
    LINE_WIDTH,
    THEME,
    LANGUAGE,
    SHORTCUTS,
)
