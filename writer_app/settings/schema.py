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
    unit: str = ""

    def accepts(self, value: Any) -> bool:
        """Is `value` within the bounds?"""
        return bool(self.low <= value <= self.high)


@dataclass(frozen=True, slots=True)
class Scale(Between):
    """Numbers that say little to a person, so that a dialog shows a slider and puts the place into words."""

    words: tuple[tuple[float, str], ...] = ()
    """From each number on, what the place is called; the first number is `low`."""

    def word(self, value: float) -> str:
        """Return what the place is called."""
        return next(word for start, word in reversed(self.words) if value >= start)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some values, each with the words that a dialog shows for it."""

    titles: dict[str, str]

    def accepts(self, value: Any) -> bool:
        """Is `value` among them?"""
        return value in self.titles


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The name of a font, or nothing for the best one that is there; any name may be installed tomorrow."""

    def accepts(self, _value: Any) -> bool:
        """Say yes."""
        return True


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


Valid = Between | OneOf | FontFamily | KeysByAction | Anything

GROUPS = {
    "suggestions": "Suggestions",
    "writing": "Writing",
    "editor": "Page",
    "window": "Window",
    "export": "Export",
    "keys": "Shortcuts",
}
"""The headings in the dialog, in its order, by the first word of a key."""


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A setting's key in the file, its default, its row in the dialog, and which values are valid.

    Titles and help are English; whoever shows them passes them through `tr`.
    """

    key: str
    default: T
    title: str
    valid: Valid = field(default_factory=Anything)
    old_keys: tuple[str, ...] = ()
    help: str = ""
    personal: bool = False
    """Whether it tells who the person is, and is forgotten with all else about them."""

    @property
    def group(self) -> str:
        """The heading that the dialog shows it under; the key's first word says which."""
        return GROUPS[self.key.split(".")[0]]

    def accepts(self, value: object) -> bool:
        """Is this a value of the right type, within bounds?"""
        kind = type(self.default)
        if kind is float and type(value) is int:  # JSON writes 1.0 as 1 when edited by hand
            return self.valid.accepts(value)
        return type(value) is kind and self.valid.accepts(value)


EAGERNESS = (
    (0.0, "Everything"),
    (0.1, "Eager"),
    (0.2, "Balanced"),
    (0.35, "Careful"),
    (0.6, "Only when sure"),
)

REACHES = {"word": "A word", "phrase": "A few words", "sure": "As far as it is sure"}

SUGGESTIONS_ON = Setting("suggestions.on", True, "Suggest while I write")
CONFIDENCE_FLOOR = Setting(
    "suggestions.confidence_floor",
    0.2,
    "How eager",
    Scale(0.0, 0.95, 0.05, words=EAGERNESS),
    help="A word less likely than this is not shown; one that saves many keys may be a little less likely.",
)
DELAY = Setting(
    "suggestions.delay_ms",
    120,
    "Least pause before suggesting",
    Between(0, 2000, 10, "ms"),
    help="A suggestion never appears sooner after a key.",
)
ADAPTIVE = Setting(
    "suggestions.adaptive_pause",
    True,
    "Follow my rhythm",
    help="While you type fast, a suggestion waits until you stop.",
)
REACH = Setting("suggestions.reach", "sure", "How long", OneOf(REACHES))
ANNOUNCE = Setting(
    "suggestions.announce",
    True,
    "Tell screen readers",
    help="A suggestion is announced once, and is not read as text.",
)
WORD_FILTER = Setting(
    "suggestions.word_filter",
    True,
    "Never suggest slurs and obscene words",
    help="You can type them, of course.",
)
REMEMBER = Setting(
    "suggestions.remember",
    True,
    "Remember what I write",
    help="Names and phrases are offered again, in every document. They stay on this computer.",
)
TAKE_HINTS = Setting(
    "suggestions.take_hints",
    True,
    "Take hints",
    help="What you take comes sooner; what you pass over again and again is not shown there any more.",
)
DIALECTS = {
    "system": "As the system",
    "en_US": "American",
    "en_GB": "British",
    "en_CA": "Canadian",
    "en_AU": "Australian",
}
SPELLING_ON = Setting("writing.spelling", True, "Check spelling")
SPELLING_DIALECT = Setting(
    "writing.dialect", "system", "English", OneOf(DIALECTS), help="Which spelling of English is right."
)
SURPRISE_ON = Setting(
    "writing.surprise",
    False,
    "Colour by surprise",
    help="Blue where the text is predictable to the model, orange where it surprises it.",
)
UNITS_OF_SURPRISE = {"words": "Words", "sentences": "Sentences"}
SURPRISE_BY = Setting(
    "writing.surprise_by", "words", "What is coloured by surprise", OneOf(UNITS_OF_SURPRISE)
)
DAILY_GOAL = Setting("writing.daily_goal", 0, "Words a day", Between(0, 20_000, 50), help="0 is no goal.")
SMART_TYPING = Setting(
    "writing.smart_typing",
    False,
    "Curly quotes and dashes",
    help="For \" ' -- and ... as you type. Backspace right after gives back what you typed.",
)
FOCUSES = {"off": "Off", "sentence": "Sentence", "paragraph": "Paragraph"}
FOCUS = Setting(
    "writing.focus", "off", "Focus", OneOf(FOCUSES), help="What you write stays bright, the rest is dimmed."
)
TYPEWRITER = Setting(
    "writing.typewriter",
    False,
    "Typewriter scrolling",
    help="The line that you write stays in the middle of the page.",
)
FONT_FAMILY = Setting("editor.font_family", "", "Font", FontFamily())
FONT_SIZE = Setting("editor.font_size", 14, "Font size", Between(7, 48, unit="pt"))
LINE_WIDTH = Setting("editor.line_width", 72, "Line width", Between(30, 200, unit="characters"))
LINE_SPACING = Setting("editor.line_spacing", 1.5, "Line spacing", Between(1.1, 2.5, 0.1))
AUTHOR = Setting(
    "export.author", "", "Author", help="Your name, for documents that you export.", personal=True
)
THEMES = {
    "system": "As the system",
    "light": "Light",
    "dark": "Dark",
    "contrast_light": "High contrast, light",
    "contrast": "High contrast, dark",
}
THEME = Setting(
    "window.theme",
    "system",
    "Theme",
    OneOf(THEMES),
    help="As the system follows its dark mode and its wish for high contrast.",
)
RESTORE_SESSION = Setting("window.restore_session", True, "Open what was open last time")
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
    CONFIDENCE_FLOOR,
    REACH,
    DELAY,
    ADAPTIVE,
    ANNOUNCE,
    WORD_FILTER,
    REMEMBER,
    TAKE_HINTS,
    SPELLING_ON,
    SPELLING_DIALECT,
    SURPRISE_ON,
    SURPRISE_BY,
    DAILY_GOAL,
    SMART_TYPING,
    FOCUS,
    TYPEWRITER,
    FONT_FAMILY,
    FONT_SIZE,
    LINE_WIDTH,
    LINE_SPACING,
    AUTHOR,
    THEME,
    RESTORE_SESSION,
    LANGUAGE,
    SHORTCUTS,
)
