"""Pictures beside a text are in what it is exported to; others give way to their descriptions."""

import base64
import os
import zipfile
import zlib
from pathlib import Path

import pytest
from lxml import etree, html
from PySide6.QtGui import QColor, QImage

from writer_app.exporters import export
from writer_app.exporters.manuscript import Manuscript, from_markdown, text_of
from writer_app.exporters.pictures import fitted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a picture of a red square, and one beside the folder."""
    made = tmp_path / "book" / "text"
    made.mkdir(parents=True)
    red = QImage(120, 60, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    red.save(str(made / "red square.png"))
    (made.parent / "pictures").mkdir()
    red.save(str(made.parent / "pictures" / "red.jpg"))
    red.save(str(tmp_path / "private.png"))
    return made


TEXT = "# A\n\nBefore ![a red square](red%20square.png) after.\n\n![again](../pictures/red.jpg)\n"


def made(folder: Path, text: str = TEXT) -> Manuscript:
    return from_markdown(text, "n", "", folder=folder)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_pictures_are_in_every_package(folder: Path, tmp_path: Path) -> None:
    original = (folder / "red square.png").read_bytes()
    for suffix in (".docx", ".odt", ".epub"):
        list(export(made(folder), tmp_path / f"a{suffix}"))
        assert original in parts(tmp_path / f"a{suffix}").values()
    word = etree.fromstring(parts(tmp_path / "a.docx")["word/document.xml"])
    (described, _) = word.iter("{*}docPr")
    assert described.get("descr") == "a red square"
    open_text = etree.fromstring(parts(tmp_path / "a.odt")["content.xml"])
    places = {image.get("{http://www.w3.org/1999/xlink}href") for image in open_text.iter("{*}image")}
    assert places <= set(parts(tmp_path / "a.odt"))
    book = parts(tmp_path / "a.epub")
    assert b'href="picture-1.png" media-type="image/png"' in book["book/package.opf"]
    assert b'src="picture-1.png"' in book["book/chapter-1.xhtml"]


def test_a_page_holds_its_pictures_itself(folder: Path, tmp_path: Path) -> None:
    list(export(made(folder), tmp_path / "a.html"))
    first, _second = html.parse(str(tmp_path / "a.html")).iter("img")
    kind, data = first.get("src").split(",")
    assert kind == "data:image/png;base64"
    assert base64.b64decode(data) == (folder / "red square.png").read_bytes()
    assert first.get("alt") == "a red square"


@pytest.mark.parametrize(
    "address",
    [
        "gone.png",
        "https://example.org/cat.png",
        "//example.org/cat.png",
        "/etc/hostname",
        "../../private.png",
        "text.png",
        "bomb.png",
        "pipe.png",
        "a%00b.png",
    ],
)
def test_what_is_not_there_or_none_of_our_business_gives_way_to_its_description(
    folder: Path, tmp_path: Path, address: str
) -> None:
    (folder / "text.png").write_text("no picture")
    (folder / "bomb.png").write_bytes(huge_png())
    os.mkfifo(folder / "pipe.png")
    manuscript = made(folder, f"one ![two]({address}) three")
    assert text_of(manuscript.body) == "one two three"
    assert (manuscript.pictures.found, manuscript.pictures.left_out) == ({}, 1)
    for suffix in (".docx", ".odt", ".epub", ".html"):
        list(export(manuscript, tmp_path / f"a{suffix}"))


def huge_png() -> bytes:
    """Return some bytes that claim to be a picture of 10,000 million points."""

    def chunk(name: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(name + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + name + data + checksum

    size = (100_000).to_bytes(4, "big") * 2
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + b"\x08\2\0\0\0") + chunk(b"IEND", b"")


def test_a_text_without_a_place_has_no_pictures() -> None:
    manuscript = from_markdown("![two](red.png)", "n", "")
    assert text_of(manuscript.body) == "two"


def test_pictures_are_made_smaller_never_larger_and_keep_their_shape() -> None:
    assert fitted((100, 50), (400, 400)) == (100, 50)
    assert fitted((1000, 500), (400, 400)) == (400, 200)
    assert fitted((500, 1000), (400, 400)) == (200, 400)
    assert fitted((1, 10_000), (400, 400)) == (1, 400)
