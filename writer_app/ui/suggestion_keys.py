"""The keys that mean something else to the editor while it shows a suggestion."""

from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from writer_app.settings.store import SettingsStore
from writer_app.ui.actions import chosen_keys, sequences


class SuggestionAction(StrEnum):
    """What can be done with a suggestion; the names are those of the actions in the menu."""

    ACCEPT = "suggestion.accept"
    ACCEPT_WORD = "suggestion.accept_word"
    NEXT = "suggestion.next"
    PREVIOUS = "suggestion.previous"
    DISMISS = "suggestion.dismiss"


USUAL = {
    SuggestionAction.ACCEPT: "Tab",
    SuggestionAction.ACCEPT_WORD: "Ctrl+Right",
    SuggestionAction.NEXT: "Alt+]",
    SuggestionAction.PREVIOUS: "Alt+[",
    SuggestionAction.DISMISS: "Esc",
}


LIST = "suggestion.list"
LIST_KEYS = ("Ctrl+Space", "Alt+Down")  # many input methods keep the first for themselves


def names_of_keys(settings: SettingsStore, name: str) -> str:
    """Return the first keys of an action that concerns suggestions, as this system writes them."""
    usual = LIST_KEYS if name == LIST else USUAL[SuggestionAction(name)]
    keys = chosen_keys(settings, name, sequences(usual))
    return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else "–"


def meant(event: QKeyEvent, settings: SettingsStore) -> SuggestionAction | None:
    """Return what a key means while a suggestion is shown, None where it only types."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
    for action, usual in USUAL.items():
        if pressed in chosen_keys(settings, action, (QKeySequence(usual),)):
            return action
    return None
