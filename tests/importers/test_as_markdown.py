"""Documents of other programs as Markdown: what is written in one comes back as it was."""

import random
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.importers.documents import make_docx, make_odt
from writer_app.errors import DocumentError
from writer_app.exporters import export
from writer_app.exporters.manuscript import from_markdown, text_of
from writer_app.importers import FOREIGN
from writer_app.importers.as_markdown import import_markdown
from writer_app.importers.html_markdown import from_html
from writer_app.importers.markdown_writer import markdown

SAMPLES = Path(__file__).parents[1] / "samples"
SOURCE = """\
# Salt & Fire

A *first* paragraph with **bold**, `code`, a [link](https://example.org/a?b=1&c=2), ~~gone~~ and ***both***.

## Lists

- one
- two
  - inner
    - innermost
- three

1. first
2. second

3 apples, not a list. A line\\
that is broken.

> A quote with *emphasis*.

| a | b |
| --- | --- |
| 1 | two \\| three |

```
x = 1
  y = [2]
```

今天的天气很好，**我们**一起去公园散步吧。
"""


def there_and_back(source: str, path: Path) -> str:
    list(export(from_markdown(source, "name", "author"), path))
    return import_markdown(path).text


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html", ".epub"])
def test_markdown_comes_back_as_it_was(suffix: str, tmp_path: Path) -> None:
    assert there_and_back(SOURCE, tmp_path / f"out{suffix}") == SOURCE


@pytest.mark.parametrize("name", ["libreoffice.docx", "pandoc.docx", "pandoc.odt"])
def test_what_other_programs_wrote_keeps_its_structure(name: str) -> None:
    text = import_markdown(SAMPLES / name).text
    assert "# The Garden in March\n" in text
    assert "over the *lower beds* as if" in text
    assert "I did **not** go back" in text
    assert "- Peas, with" in text
    assert "| Bed | Crop |\n| --- | --- |\n| One | Onions |" in text
    assert "rose.[^1]" in text
    assert "\n[^1]: A footnote that does not belong to the running text.\n" in text
    assert "Roses are red,\\\nviolets are blue." in text


def test_tracked_deletions_tables_of_contents_and_fallbacks_stay_out() -> None:
    text = import_markdown(SAMPLES / "word.docx").text
    assert "What was inserted stays; today." in text
    assert "First chapter 1" not in text
    assert text.count("In a box.") == 1


WORD_WORDS = "<w:p><w:r><w:t>{}.</w:t></w:r></w:p>"
WITHIN_ITSELF = {  # what stands before the next one within it, and what behind
    "box.docx": (f"<w:p><w:r><w:pict><w:txbxContent>{WORD_WORDS}", "</w:txbxContent></w:pict></w:r></w:p>"),
    "table.docx": (f"<w:tbl><w:tr><w:tc>{WORD_WORDS}", "</w:tc></w:tr></w:tbl>"),
    "control.docx": (
        f"<w:tbl><w:sdt><w:tr><w:sdt><w:tc>{WORD_WORDS}",
        "</w:tc></w:sdt></w:tr></w:sdt></w:tbl>",
    ),
    "table.odt": (
        "<table:table><table:table-row><table:table-cell><text:p>{}.</text:p>",
        "</table:table-cell></table:table-row></table:table>",
    ),
    "table.html": ("<table><tr><td><p>{}.</p>", "</td></tr></table>"),
}
MAKE: dict[str, Callable[[Path, str], object]] = {
    ".docx": make_docx,
    ".odt": make_odt,
    ".html": Path.write_text,
}


@pytest.mark.parametrize("depth", [3, 24])  # reading each again in all around it would never end
@pytest.mark.parametrize("name", WITHIN_ITSELF)
def test_what_stands_within_its_like_is_read_once(name: str, depth: int, tmp_path: Path) -> None:
    path, (before, behind) = tmp_path / name, WITHIN_ITSELF[name]
    MAKE[path.suffix](path, "".join(before.format(n) for n in range(depth)) + behind * depth)
    words = import_markdown(path).text.replace("\\", "").replace("|", "").replace("---", "").split()
    assert words == [f"{number}." for number in range(depth)]


def test_letters_with_small_ones_above_them_are_read_without_these(tmp_path: Path) -> None:
    ruby = (
        "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>kyō</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>今日</w:t></w:r></w:rubyBase></w:ruby>"
    )
    make_docx(tmp_path / "ruby.docx", f"<w:p><w:r>{ruby}</w:r><w:r><w:t>は晴れ</w:t></w:r></w:p>")
    assert import_markdown(tmp_path / "ruby.docx").text == "今日は晴れ\n"
    ruby = "<text:ruby><text:ruby-base>今日</text:ruby-base><text:ruby-text>kyō</text:ruby-text></text:ruby>"
    make_odt(tmp_path / "ruby.odt", f"<text:p>{ruby}は晴れ</text:p>")
    assert import_markdown(tmp_path / "ruby.odt").text == "今日は晴れ\n"


def test_a_structure_that_loses_words_gives_way_to_the_plain_text(tmp_path: Path) -> None:
    seen, unseen = "<w:r><w:t>one two three four</w:t></w:r>", "<w:pPr><w:t>five</w:t></w:pPr>"
    make_docx(tmp_path / "odd.docx", f"<w:p>{seen * 5}</w:p><w:p>{unseen}{seen}</w:p>" + "<w:p/>" * 9)
    assert "five" in import_markdown(tmp_path / "odd.docx").text


def test_a_cell_keeps_its_paragraphs_apart_and_its_place(tmp_path: Path) -> None:
    cell = "<table:table-cell><text:p>{}</text:p><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row>{}</table:table-row>"
    rows = row.format(
        cell.format("one", "two") + "<table:covered-table-cell/>" + cell.format("three", "four")
    )
    make_odt(tmp_path / "table.odt", f"<table:table>{rows}</table:table>")
    assert import_markdown(tmp_path / "table.odt").text.startswith("| one two |  | three four |\n")


def test_pictures_are_counted_and_their_place_leaves_no_trace() -> None:
    found = from_html("<h1>A</h1><p>one <img src='http://x/y.png' alt='z'>two</p><p><img></p>")
    assert (found.text, found.pictures) == ("# A\n\none two\n", 2)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>a<b> bold </b>b</p>", "a **bold** b\n"),
        ("<div>loose <p>inside</p> after</div>", "loose\n\ninside\n\nafter\n"),
        ("<ol start=3><li>x</li><li><p>y</p><p>z</p></li></ol>", "3. x\n\n4. y\n\n   z\n"),
        ("<a href='javascript:alert(1)'>here</a>", "here\n"),
        ("<p>1. not a list</p><p># no title</p>", "1\\. not a list\n\n\\# no title\n"),
        ("<script>evil()</script><style>p{}</style><p>text</p>", "text\n"),
        ("<table></table><ul></ul><p></p>", "\n"),
    ],
)
def test_pages_become_markdown(page: str, text: str) -> None:
    assert from_html(page).text == text


@settings(max_examples=300, deadline=None)
@given(
    words=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), max_size=30
    )
)
def test_no_character_of_a_text_is_taken_for_a_mark(words: str) -> None:
    tree = etree.Element("body")
    try:
        etree.SubElement(tree, "p").text = words
    except ValueError:
        return  # what XML cannot hold comes from no document
    again = from_markdown(markdown(tree), "", "")
    assert text_of(again.body) == " ".join(words.split())


def test_every_foreign_kind_is_read_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    assert {".docx", ".odt", ".epub", ".pdf", ".html", ".rtf"} <= FOREIGN
    for suffix in (".docx", ".odt", ".epub", ".pdf"):
        path = tmp_path / f"damaged{suffix}"
        path.write_bytes(b"PK\3\4 not really")
        with pytest.raises(DocumentError):
            import_markdown(path)


def test_a_structure_that_is_too_deep_leaves_the_words(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<em>" * 5000 + "words" + "</em>" * 5000)
    assert import_markdown(path).text.strip("*\n") == "words"


ABSURD = [b'"-1"', b'"9999999999"', b'"x"', b'""']
ONES_WITH_PARTS = ["libreoffice.docx", "word.docx", "pandoc.odt", "changes.odt", "pandoc.epub"]


def spoiled(data: bytes, chance: random.Random) -> bytes:
    """Return markup in which elements are missing, doubled, misplaced, or have absurd numbers."""
    for _ in range(chance.randint(1, 6)):
        tags = re.findall(rb"<[^>]+>", data) or [b"<x>"]
        tag, other, place = chance.choice(tags), chance.choice(tags), data.find(b">", len(data) // 2) + 1
        match chance.randint(0, 4):
            case 0:
                data = data.replace(tag, b"", chance.randint(1, 3))
            case 1:
                data = data.replace(tag, other, 1)
            case 2:
                data = re.sub(
                    rb'"\d+"', chance.choice([b'"-1"', b'"9999999999"', b'"x"', b'""']), data, count=3
                )
            case 3:
                data = data[:place] + tag + data[place:]
            case _:
                data = data.replace(tag, tag * chance.randint(2, 200), 1)
    return data


@pytest.mark.parametrize(
    "name", ["libreoffice.docx", "word.docx", "pandoc.odt", "changes.odt", "pandoc.epub"]
)
def test_whatever_became_of_a_document_it_is_read_or_told(name: str, tmp_path: Path) -> None:
    chance, path = random.Random(7), tmp_path / name
    with zipfile.ZipFile(SAMPLES / name) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    for _ in range(100):
        with zipfile.ZipFile(path, "w") as made:
            for part, data in parts.items():
                spoil = part.endswith((".xml", ".rels", ".xhtml", ".opf")) and chance.random() < 0.5
                made.writestr(part, spoiled(data, chance) if spoil else data)
        with suppress(DocumentError):
            import_markdown(path)


def test_elements_within_elements_that_never_are_do_no_harm() -> None:
    assert from_html("<pre>a<pre>b<br></pre></pre><a href='#fn1'><a href='#fn1'>1</a></a>").text


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html", ".epub"])
def test_notes_are_notes_in_every_format_and_come_back(suffix: str, tmp_path: Path) -> None:
    source = "# A\n\nOne[^1] and two.[^2]\n\n[^1]: The first note.\n\n[^2]: The second.\n"
    text = there_and_back(source, tmp_path / f"out{suffix}")
    assert text.replace("\n---\n", "") == source
