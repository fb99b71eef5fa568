"""The English dialects that there are dictionaries for."""

import locale

from writer_app.i18n import SYSTEM

DIALECTS = ("en_US", "en_GB", "en_CA", "en_AU")


def dialect_for(chosen: str, system: str | None = None) -> str:
    """Return the dialect to check with; "system" is the one nearest to the system's language and country."""
    if chosen != SYSTEM:
        return chosen
    name = (system or locale.getlocale()[0] or "").split(".")[0]
    if name in DIALECTS:
        return name
    if name == "en_NZ":
        return "en_AU"
    # elsewhere English is mostly written as in Britain; with another language of the system nobody knows
    return "en_GB" if name.startswith("en_") else "en_US"
