"""The style sheet of a theme: what a palette cannot say."""

from dataclasses import asdict
from string import Template

from writer_app.paths import resources
from writer_app.ui.theme import Colours


def style_sheet(colours: Colours) -> str:
    """Return the style sheet in these colours."""
    template = Template((resources() / "style" / "writer.qss").read_text(encoding="utf-8"))
    return template.substitute(asdict(colours), up=_arrow("up"), down=_arrow("down"))


def _arrow(direction: str) -> str:
    """Return the file of an arrow, grey so that every paper shows it: a style sheet knows only files."""
    return (resources() / "icons" / "lucide" / f"grey-chevron-{direction}.svg").as_posix()
