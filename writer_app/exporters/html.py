"""HTML: one page that stands alone, readable on any screen and by night."""

from base64 import b64encode
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from lxml import etree

from writer_app.exporters.manuscript import Manuscript
from writer_app.exporters.notes import set_below

_LOOKS = """
:root { color-scheme: light dark; }
body { font: 1.125rem/1.6 Charter, Georgia, "Noto Serif", "Songti SC", "Noto Serif CJK SC", serif;
  max-width: 36em; margin: 3rem auto; padding: 0 1.25rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.6em; }
blockquote { margin: 1em 0; padding-left: 1.2em; border-left: 3px solid color-mix(in srgb, currentColor 25%,
  transparent); }
code, pre { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 0.9em; }
pre { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: 0.3em 0.7em; }
hr { border: 0; border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); margin: 2.5em 25%; }
img { max-width: 100%; }
"""


def write(manuscript: Manuscript, path: Path) -> Iterator[float]:
    """Write a page, yielding the share done."""
    yield 0.0
    page = etree.Element("html", lang=manuscript.language)
    head = etree.SubElement(page, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "meta", name="viewport", content="width=device-width")
    etree.SubElement(head, "meta", name="author", content=manuscript.author)
    etree.SubElement(head, "title").text = manuscript.title
    etree.SubElement(head, "style").text = _LOOKS
    body = deepcopy(manuscript.body)
    for image in body.iter("img"):
        picture = manuscript.pictures.found[image.get("src", "")]
        image.set("src", f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}")
        image.attrib.pop("height")  # which follows the width that there is room for
        yield 0.5
    set_below(body, linked=True)
    page.append(body)
    path.write_bytes(
        etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>", pretty_print=False)
    )
    yield 1.0
