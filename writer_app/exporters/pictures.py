"""The pictures of a text, read from beside it: never from a network, and never more than is sane."""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from writer_app.errors import DocumentError
from writer_app.importers.files import read_bytes

LARGEST = 32 << 20  # bytes of one picture
LARGEST_TOGETHER = 256 << 20
MOST_POINTS = 50_000_000  # of one picture; a few kilobytes can unpack to all memory
_KINDS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}  # which every format knows
_SCREEN = 96  # points to the inch of a picture that does not say how large it is meant


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is stored."""

    data: bytes
    suffix: str
    media_type: str
    width: int  # in 96ths of an inch, as it is meant to be seen
    height: int


def fitted(size: tuple[int, int], room: tuple[float, float]) -> tuple[int, int]:
    """Return a size that keeps its shape and is no larger than there is room."""
    scale = min(1.0, room[0] / size[0], room[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


@dataclass(slots=True)
class Pictures:
    """What the pictures of a text were found to be."""

    found: dict[str, Picture] = field(default_factory=dict)  # by their addresses in the text
    left_out: int = 0


def take_pictures(body: etree._Element, folder: Path | None, go_on: Callable[[], None]) -> Pictures:
    """Read the pictures of a text in `folder`; what cannot be had gives way to its description."""
    pictures, room = Pictures(), LARGEST_TOGETHER
    for image in list(body.iter("img")):
        go_on()
        address = image.get("src", "")
        if address not in pictures.found:
            picture = _read(folder, address, min(room, LARGEST)) if folder is not None else None
            if picture is None:
                pictures.left_out += 1
                image.tag, image.text = "span", image.get("alt", "")
                image.attrib.clear()
                continue
            pictures.found[address] = picture
            room -= len(picture.data)
        image.set("width", str(pictures.found[address].width))
        image.set("height", str(pictures.found[address].height))
    return pictures


def _read(folder: Path, address: str, largest: int) -> Picture | None:
    path = _place(folder, address)
    if path is None or largest <= 0:
        return None
    try:
        return _picture(read_bytes(path, largest))
    except (DocumentError, OSError):
        return None


def _place(folder: Path, address: str) -> Path | None:
    """Return where a picture is: in the folder of the text or beside it, and nowhere else on the machine.

    A text from a stranger must not take along what its reader never meant to send back.
    """
    try:
        parts = urlsplit(address)
        path = (folder / unquote(parts.path)).resolve()
    except (ValueError, OSError):
        return None
    if parts.scheme or parts.netloc or not path.is_relative_to(folder.resolve().parent):
        return None
    return path


def _picture(data: bytes) -> Picture | None:
    from docx.image.exceptions import (  # noqa: PLC0415 - python-docx takes a while to load
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )
    from docx.image.image import Image  # noqa: PLC0415

    try:
        image = Image.from_blob(data)
        kind, wide, high = image.content_type, image.px_width, image.px_height
        across, down = image.horz_dpi or _SCREEN, image.vert_dpi or _SCREEN
    except (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        struct.error,
    ):
        return None  # whatever is wrong with it
    if kind not in _KINDS or min(wide, high) < 1 or wide * high > MOST_POINTS:
        return None
    size = max(1, round(wide * _SCREEN / across)), max(1, round(high * _SCREEN / down))
    return Picture(data, _KINDS[kind], kind, *size)
