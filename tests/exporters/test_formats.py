"""Each format says what the text is: headings are headings, lists are lists, and the author is named."""

import zipfile
from collections.abc import Generator
from pathlib import Path

import docx
import odfdo
import pytest
from lxml import etree, html

from tests.exporters.test_round_trip import STRUCTURE
from writer_app.errors import DocumentError
from writer_app.exporters import SUFFIXES, export
from writer_app.exporters.manuscript import Manuscript, from_markdown, from_plain_text
from writer_app.importers import import_text


@pytest.fixture
def manuscript() -> Manuscript:
    return from_markdown(STRUCTURE, "source", "Ada & Co")


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_word_finds_headings_lists_links_and_quotes(manuscript: Manuscript, tmp_path: Path) -> None:
    list(export(manuscript, tmp_path / "a.docx"))
    document = docx.Document(str(tmp_path / "a.docx"))
    assert (document.core_properties.title, document.core_properties.author) == ("Salt &", "Ada & Co")
    styles = {p.text: p.style.name for p in document.paragraphs if p.style}
    assert styles["Lists"] == "Heading 2"
    assert styles["three"] == "List Number"
    assert styles["inner a"] == "List Bullet 2"
    assert styles["One within."] == "Quote"
    (link,) = document.paragraphs[1].hyperlinks
    assert link.url == "https://example.org/a?b=1&c=2"
    looks = {run.text: (run.italic, run.bold, run.font.strike) for run in document.paragraphs[1].runs}
    assert looks["emphasised"][0]
    assert looks["strong"][1]
    assert looks["struck"][2]
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["1", "2"]


def test_each_numbered_list_in_word_begins_anew(tmp_path: Path) -> None:
    list(export(from_markdown("1. a\n2. b\n\nBetween.\n\n1. c\n", "n", ""), tmp_path / "a.docx"))
    document = etree.fromstring(parts(tmp_path / "a.docx")["word/document.xml"])
    numbers = [next(iter(number.attrib.values())) for number in document.iter("{*}numId")]
    assert numbers[0] == numbers[1] != numbers[2]


def test_opendocument_has_headings_lists_and_who_wrote_it(manuscript: Manuscript, tmp_path: Path) -> None:
    list(export(manuscript, tmp_path / "a.odt"))
    document = odfdo.Document(tmp_path / "a.odt")
    assert (document.meta.title, document.meta.initial_creator) == ("Salt &", "Ada & Co")
    headings = [(h.get_attribute("text:outline-level"), h.text_recursive) for h in document.body.headers]
    assert headings == [("1", "Salt &"), ("2", "Lists")]
    content = parts(tmp_path / "a.odt")["content.xml"].decode()
    assert 'text:start-value="3"' in content
    assert '<text:span text:style-name="Strong_20_Emphasis">strong</text:span>' in content


def test_spaces_and_line_ends_of_code_stay_in_opendocument(tmp_path: Path) -> None:
    list(export(from_markdown("    if a:\n        b  # c\n", "code", ""), tmp_path / "a.odt"))
    content = parts(tmp_path / "a.odt")["content.xml"].decode()
    assert 'if a:<text:line-break/> <text:s text:c="3"/>b <text:s text:c="1"/># c' in content


def test_a_page_names_its_language_and_its_author(manuscript: Manuscript, tmp_path: Path) -> None:
    list(export(manuscript, tmp_path / "a.html"))
    page = html.fromstring((tmp_path / "a.html").read_bytes())
    assert page.get("lang") == "en"
    assert page.findtext("head/title") == "Salt &"
    assert page.xpath("//meta[@name='author']/@content") == ["Ada & Co"]
    assert [h.tag for h in page.iter("h1", "h2")] == ["h1", "h2"]


def test_a_book_has_a_chapter_for_each_heading_below_its_title(tmp_path: Path) -> None:
    text = "# 红楼梦\n\n开卷。\n\n## 第一回\n\n甲 & 乙。\n\n## 第二回\n\n丙。\n"
    list(export(from_markdown(text, "n", "曹雪芹"), tmp_path / "a.epub"))
    with zipfile.ZipFile(tmp_path / "a.epub") as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    found = parts(tmp_path / "a.epub")
    package = etree.fromstring(found["book/package.opf"])
    assert [package.findtext(f".//{{*}}{name}") for name in ("title", "language", "creator")] == [
        "红楼梦", "zh", "曹雪芹",
    ]  # fmt: skip
    contents = etree.fromstring(found["book/contents.xhtml"])
    assert [a.text for a in contents.iter("{*}a")] == ["红楼梦", "第一回", "第二回"]
    for name in found:
        if name.endswith(".xhtml"):
            etree.fromstring(found[name])  # well-formed


def test_front_matter_names_title_and_author_and_is_not_text() -> None:
    text = '---\ntitle: "The Garden"\nauthor: A. Gardener\n---\n\nIt rained.\n'
    manuscript = from_markdown(text, "file", "someone else")
    assert (manuscript.title, manuscript.author) == ("The Garden", "A. Gardener")
    assert [element.text for element in manuscript.body] == ["It rained."]


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_name_that_is_no_text_can_be_exported(suffix: str, tmp_path: Path) -> None:
    name, author = "chapter\udcff\x01 1", "Ada\x0b\ud800"
    for manuscript in (from_markdown("words", name, author), from_plain_text("words", name, author)):
        list(export(manuscript, tmp_path / f"out{suffix}"))
        assert (manuscript.title, manuscript.author) == ("chapter 1", "Ada")
        assert import_text(tmp_path / f"out{suffix}") == "words"


def test_a_plain_text_means_no_marks(tmp_path: Path) -> None:
    manuscript = from_plain_text("# not a heading\n*not emphasis*", "notes", "")
    assert [(e.tag, e.text) for e in manuscript.body] == [
        ("p", "# not a heading"), ("p", "*not emphasis*"),
    ]  # fmt: skip
    assert manuscript.title == "notes"


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_an_export_that_is_given_up_leaves_the_old_file(
    suffix: str, manuscript: Manuscript, tmp_path: Path
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text("old", encoding="utf-8")
    steps = export(manuscript, path)
    assert isinstance(steps, Generator)
    next(steps)
    steps.close()
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_folder_that_is_not_there_is_an_error_with_a_hint(
    suffix: str, manuscript: Manuscript, tmp_path: Path
) -> None:
    with pytest.raises(DocumentError) as caught:
        list(export(manuscript, tmp_path / "gone" / f"a{suffix}"))
    assert "was not exported" in str(caught.value)
    assert caught.value.hint


def test_an_unknown_format_is_an_error_with_a_hint(manuscript: Manuscript, tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        list(export(manuscript, tmp_path / "a.doc"))
    assert ".docx" in caught.value.hint
