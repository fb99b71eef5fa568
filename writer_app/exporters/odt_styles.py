"""The named styles of an OpenDocument text, under the names that word processors give them."""

from collections.abc import Iterator

BODY, QUOTE, CODE, LINE = "Text_20_body", "Quotations", "Preformatted_20_Text", "Horizontal_20_Line"
NOTE = "Footnote"
TABLE_HEADING, TABLE_CONTENTS = "Table_20_Heading", "Table_20_Contents"
TABLE, TABLE_CELL = "Table", "TableCell"
STRONG, EMPHASIS, SOURCE, STRUCK = "Strong_20_Emphasis", "Emphasis", "Source_20_Text", "Struck"
LISTS = {"ul": "List_20_1", "ol": "Numbering_20_1"}

_HEADING_POINTS = (20, 16, 13, 12, 11, 11)
_DEEPEST_LIST = 10  # the format has no more levels
_INDENT = 0.63  # centimetres for each level of a list
_BULLETS = "•◦▪"


def heading(level: int) -> str:
    """Return the name of a heading's style."""
    return f"Heading_20_{level}"


def named_styles() -> Iterator[str]:
    """Yield each style as XML."""
    yield _paragraph(
        "Standard", "", 'fo:line-height="130%"', 'style:font-name="Liberation Serif" fo:font-size="11pt"'
    )
    yield _paragraph(BODY, "Standard", 'fo:margin-bottom="0.28cm"')
    yield _paragraph(
        "Heading", "Standard", 'fo:margin-top="0.6cm" fo:margin-bottom="0.25cm" fo:keep-with-next="always"',
        'fo:font-weight="bold"',
    )  # fmt: skip
    for level, points in enumerate(_HEADING_POINTS, start=1):
        yield _paragraph(heading(level), "Heading", "", f'fo:font-size="{points}pt"', level)
    yield _paragraph(QUOTE, BODY, 'fo:margin-left="0.85cm"', 'fo:font-style="italic"')
    yield _paragraph(
        CODE, BODY, 'fo:line-height="100%"', 'style:font-name="DejaVu Sans Mono" fo:font-size="9.5pt"'
    )
    yield _paragraph(NOTE, BODY, 'fo:line-height="115%" fo:margin-bottom="0.1cm"', 'fo:font-size="9pt"')
    yield _paragraph(LINE, BODY, 'fo:border-bottom="0.5pt solid #808080"')
    yield _paragraph(TABLE_CONTENTS, "Standard", "")
    yield _paragraph(TABLE_HEADING, TABLE_CONTENTS, "", 'fo:font-weight="bold"')
    for name, look in (
        (STRONG, 'fo:font-weight="bold"'),
        (EMPHASIS, 'fo:font-style="italic"'),
        (SOURCE, 'style:font-name="DejaVu Sans Mono" fo:font-size="90%"'),
        (STRUCK, 'style:text-line-through-style="solid" style:text-line-through-type="single"'),
    ):
        yield (
            f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/>'
            "</style:style>"
        )
    yield _list(LISTS["ul"], numbered=False)
    yield _list(LISTS["ol"], numbered=True)


def table_styles() -> Iterator[str]:
    """Yield the looks of tables, which the format wants beside the content."""
    yield (
        f'<style:style style:name="{TABLE}" style:family="table">'
        '<style:table-properties fo:margin-bottom="0.4cm" table:align="margins"/></style:style>'
    )
    yield (
        f'<style:style style:name="{TABLE_CELL}" style:family="table-cell">'
        '<style:table-cell-properties fo:border="0.5pt solid #808080" fo:padding="0.1cm"/></style:style>'
    )


def _paragraph(name: str, parent: str, room: str, letters: str = "", level: int = 0) -> str:
    display = name.replace("_20_", " ")
    inherits = f'style:parent-style-name="{parent}"' if parent else ""
    outline = f'style:default-outline-level="{level}" style:next-style-name="{BODY}"' if level else ""
    return (
        f'<style:style style:name="{name}" style:display-name="{display}" style:family="paragraph" '
        f"{inherits} {outline}><style:paragraph-properties {room}/><style:text-properties {letters}/>"
        "</style:style>"
    )


def _list(name: str, *, numbered: bool) -> str:
    levels = "".join(_level(level, numbered=numbered) for level in range(1, _DEEPEST_LIST + 1))
    display = name.replace("_20_", " ")
    return f'<text:list-style style:name="{name}" style:display-name="{display}">{levels}</text:list-style>'


def _level(level: int, *, numbered: bool) -> str:
    place = (
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab" '
        f'text:list-tab-stop-position="{level * _INDENT:.2f}cm" fo:text-indent="-{_INDENT}cm" '
        f'fo:margin-left="{level * _INDENT:.2f}cm"/></style:list-level-properties>'
    )
    if numbered:
        return (
            f'<text:list-level-style-number text:level="{level}" style:num-format="1" style:num-suffix=".">'
            f"{place}</text:list-level-style-number>"
        )
    bullet = _BULLETS[(level - 1) % len(_BULLETS)]
    return (
        f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{bullet}">{place}'
        "</text:list-level-style-bullet>"
    )
