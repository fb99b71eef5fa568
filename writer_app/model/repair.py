"""What to do about a language pack that is damaged."""

from writer_app.i18n import tr


def install_again() -> str:
    """Return the hint of every error that only a whole pack mends."""
    return tr("Install the language pack again.")
