"""Words shown to a person: `tr` looks them up in a Qt Linguist catalogue, without needing Qt."""

import locale
import os
import re
from pathlib import Path
from xml.etree import ElementTree as ET

SYSTEM = "system"

# One catalogue per process, as with gettext: every caller of `tr` would otherwise carry it along.
_translations: dict[str, str] = {}


def tr(source: str, **values: object) -> str:
    """Return `source` in the person's language, with `values` put into its {places}."""
    text = _translations.get(source, source)
    return text.format(**values) if values else text


def use_language(language: str, catalogues: Path) -> str:
    """Choose the catalogue and return its language; without one, the source texts show, which are English."""
    _translations.clear()
    code = system_language() if language == SYSTEM else language
    catalogue = catalogues / f"{code}.ts"
    if not catalogue.is_file():
        return "en"
    _translations.update(read_catalogue(catalogue.read_text(encoding="utf-8")))
    return code


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
