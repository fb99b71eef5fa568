"""A text ready to be written in another format: its structure as HTML elements, and what is known of it."""

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.footnote import footnote_plugin

from writer_app.exporters.notes import put_in_place
from writer_app.exporters.pictures import Pictures, take_pictures
from writer_app.importers.lines import joint, paragraphs
from writer_app.text.scripts import LANGUAGE_SCRIPTS, script_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset({*HEADINGS, "p", "blockquote", "ul", "ol", "pre", "hr", "table"})

_NOT_IN_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"^(\w+):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)
_MARKUP = re.compile(r"<!--.*?(?:-->|\Z)|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t]*\n[ \t]*")
_SAMPLE = 20_000  # characters that tell the language


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What every writer is given.

    `body` holds the elements that Markdown has, as HTML names them, nested as HTML allows: h1 to h6, p,
    blockquote, ul, ol, li, pre, hr, table and its parts; em, strong, del, code, a, img and br within them.
    One more, note, is told of in exporters/notes.py.
    """

    title: str
    author: str
    language: str  # "en", "zh"
    body: etree._Element
    pictures: Pictures = field(default_factory=Pictures)
    """Those that `body` shows, by the addresses of its img elements."""


def from_markdown(
    text: str,
    name: str,
    author: str,
    at_each_step: Callable[[], None] = lambda: None,
    folder: Path | None = None,
) -> Manuscript:
    """Return the manuscript of a Markdown text; its title and author may stand in its front matter.

    Its pictures are read from `folder`; without one, only their descriptions stay.

    `at_each_step` is called for each paragraph, and may raise to give up: a long text takes seconds.
    """
    text, name, author = map(_for_xml, (text, name, author))
    front = _FRONT_MATTER.match(text)
    known = dict(_ENTRY.findall(front[1])) if front else {}
    source = text[front.end() :] if front else text
    body = etree.fromstring(
        f"<body>{_renderer(at_each_step).render(source)}</body>", etree.XMLParser(huge_tree=True)
    )
    put_in_place(body)
    _fold_soft_breaks(body)
    pictures = take_pictures(body, folder, at_each_step)
    _strip_ends(body)
    return Manuscript(
        title=known.get("title") or _first_heading(body) or name,
        author=known.get("author") or author,
        language=_language(source),
        body=body,
        pictures=pictures,
    )


def from_plain_text(text: str, name: str, author: str) -> Manuscript:
    """Return the manuscript of a plain text, which has nothing but paragraphs."""
    text, name, author = map(_for_xml, (text, name, author))
    body = etree.Element("body")
    for paragraph in paragraphs(text):
        etree.SubElement(body, "p").text = paragraph
    return Manuscript(title=name, author=author, language=_language(text), body=body)


def text_of(element: etree._Element) -> str:
    """Return the words of an element without their structure."""
    return " ".join("".join(element.itertext()).split())


def _for_xml(text: str) -> str:
    """Leave out what XML cannot hold; a file's name may even have bytes in it that are no characters."""
    return _NOT_IN_XML.sub("", text)


def _renderer(at_each_step: Callable[[], None]) -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    markdown.inline.ruler2.push("step", lambda _state: at_each_step())
    markdown.add_render_rule("html_inline", _inline_markup)
    markdown.add_render_rule("html_block", _block_markup)
    markdown.add_render_rule("s_open", lambda *_: "<del>")
    markdown.add_render_rule("s_close", lambda *_: "</del>")
    return markdown


def _inline_markup(
    _self: RendererHTML, tokens: list[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    """Keep line breaks; other HTML in a text means nothing outside of HTML, so only its words stay."""
    return "<br />" if _LINE_BREAK.fullmatch(tokens[index].content) else ""


def _block_markup(
    _self: RendererHTML, tokens: list[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    words = html.unescape(_MARKUP.sub(" ", tokens[index].content)).split()
    return f"<p>{html.escape(' '.join(words))}</p>\n" if words else ""


def _fold_soft_breaks(body: etree._Element) -> None:
    """Turn the line ends of the source within a paragraph into spaces, or into nothing between Chinese."""
    kept = {element for pre in body.iter("pre") for element in pre.iter()}
    for element in body.iter():
        if element.text and element not in kept:
            element.text = _folded(element.text)
        if element.tail and element.getparent() not in kept:
            element.tail = _folded(element.tail)


def _strip_ends(body: etree._Element) -> None:
    """Take away the spaces that HTML left out at the end of a block."""
    for element in body.iter(*HEADINGS, "p"):
        if len(element):
            element[-1].tail = (element[-1].tail or "").rstrip() or None
        else:
            element.text = (element.text or "").rstrip() or None


def _folded(text: str) -> str:
    def fold(line_end: re.Match[str]) -> str:
        before, after = text[: line_end.start()][-2:], text[line_end.end() :][:1]
        return joint(before, after) if before and after else " "

    return _SPACES.sub(fold, text)


def _first_heading(body: etree._Element) -> str:
    top: Iterable[etree._Element] = body.iter(HEADINGS[0])
    first = next(iter(top), None)
    if first is None:
        first = next(iter(body.iter(*HEADINGS)), None)
    return "" if first is None else text_of(first)


def _language(text: str) -> str:
    script = script_of(text[:_SAMPLE])
    return next((language for language, known in LANGUAGE_SCRIPTS.items() if known is script), "en")
