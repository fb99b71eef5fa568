"""The page of settings in the documentation, made from the schema: `make docs` writes it."""

from typing import Any

from writer_app.settings.schema import GROUPS, SETTINGS, Between, OneOf, Setting

_HEAD = """# Settings

Made from `writer_app/settings/schema.py` by `make docs`. The dialog (*Edit, Settings*) changes them. They are
kept in `settings.json` in the folder for configuration: `~/.config/writer_app` on Linux, or under
`WRITER_APP_HOME` where that is set. Only what was chosen is in the file. One that cannot be read is set aside
as `settings.json.broken`.
"""


def page() -> str:
    """Return the page, as Markdown."""
    return "\n".join([_HEAD, *(_section(key, title) for key, title in GROUPS.items())])


def _section(first: str, title: str) -> str:
    rows = [_row(setting) for setting in SETTINGS if setting.key.split(".")[0] == first]
    return "\n".join(
        (
            f"## {title}",
            "",
            "| setting | key in the file | default | values |",
            "|---|---|---|---|",
            *rows,
            "",
        )
    )


def _row(setting: Setting[Any]) -> str:
    help_text = f"<br>{setting.help}" if setting.help else ""
    default = str(setting.default).lower() if isinstance(setting.default, bool) else setting.default
    return f"| {setting.title}{help_text} | `{setting.key}` | {_code(default)} | {_values(setting)} |"


def _values(setting: Setting[Any]) -> str:
    match setting.valid, setting.default:
        case Between(low, high, _, unit), _:
            return f"{low:g} to {high:g} {unit}".strip()
        case OneOf(titles), _:
            return ", ".join(f"`{value}` ({title})" for value, title in titles.items())
        case _, bool():
            return "`true`, `false`"
        case _, dict():
            return "lists of keys by the name of an action"
        case _:
            return "text"


def _code(value: object) -> str:
    return f"`{value}`" if value or value == 0 else "–"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - what a make target redirects
