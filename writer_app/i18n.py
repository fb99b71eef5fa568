"""Words shown to a person: `tr` looks them up in a Qt Linguist catalogue, without needing Qt."""

import locale
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

SYSTEM = "system"

# One catalogue per process, as with gettext: every caller of `tr` would otherwise carry it along.
_translations: dict[str, str] = {}
_listeners: list[Callable[[], None]] = []


class Words(str):
    """Words in the person's language that can be said again once that is another one."""

    __slots__ = ("_source", "_values")

    _source: str
    _values: dict[str, object]

    @classmethod
    def of(cls, source: str, values: dict[str, object]) -> "Words":
        """Say `source` in the language of now."""
        text = _translations.get(source, source)
        said = cls(text.format(**values) if values else text)
        said._source, said._values = source, values
        return said

    def anew(self) -> "Words":
        """Say the same in the language of now."""
        values = {
            name: value.anew() if isinstance(value, Words) else value for name, value in self._values.items()
        }
        return Words.of(self._source, values)


def tr(source: str, **values: object) -> str:
    """Return `source` in the person's language, with `values` put into its {places}."""
    return Words.of(source, values)


def anew(said: str) -> str:
    """Say what `tr` returned in the language of now; any other text stays as it is."""
    return said.anew() if isinstance(said, Words) else said


def on_language_change(listener: Callable[[], None]) -> Callable[..., None]:
    """Call `listener` after each change of language, until what is returned here is called."""
    _listeners.append(listener)

    def stop(*_: object) -> None:
        _listeners.remove(listener)

    return stop


def use_language(language: str, catalogues: Path) -> None:
    """Choose the catalogue; without one, the source texts show, which are English."""
    code = system_language() if language == SYSTEM else language
    catalogue = catalogues / f"{code}.ts"
    found = read_catalogue(catalogue.read_text(encoding="utf-8")) if catalogue.is_file() else {}
    use_translations(found)
    for listener in tuple(_listeners):
        listener()


def translations() -> dict[str, str]:
    """Return the catalogue in use, for a process that this one starts."""
    return dict(_translations)


def use_translations(found: Mapping[str, str]) -> None:
    """Use the catalogue of the process that started this one."""
    _translations.clear()
    _translations.update(found)


def read_catalogue(content: str) -> dict[str, str]:
    """Return the finished translations of a .ts file, by source text."""
    found: dict[str, str] = {}
    for message in ET.fromstring(content).iter("message"):  # noqa: S314 (our own file)
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None and translation.text and not translation.get("type"):
            found[source] = translation.text
    return found


def system_language() -> str:
    """Return the two-letter code of the system's language, English where it says nothing."""
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the order in which they count
    said = next(filter(None, map(os.environ.get, variables)), None) or locale.getlocale()[0] or "en"
    code = re.split(r"[^a-z]", said.lower())[0]
    return "zh" if code == "chinese" else code  # as Windows says it
