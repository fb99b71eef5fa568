"""From the bytes of a text file to its text, whatever encoding it was written in."""

import codecs
import contextlib
from typing import NamedTuple

UTF8 = "utf-8"

# Longer marks first: the one of UTF-32 begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a file without a mark may be when it is not UTF-8; more candidates would only mean more wrong guesses.
_LIKELY_ENCODINGS = ["gb18030", "big5", "cp932", "euc_kr", "cp1251", "cp1252", "utf_16_le", "utf_16_be"]
_LAST_RESORT = "latin-1"  # every byte has a meaning there, so the file can at least be kept as it was


class Decoded(NamedTuple):
    """A text, the encoding that gives its bytes back, and the byte order mark that stood before them."""

    text: str
    encoding: str
    mark: bytes


def decode(data: bytes) -> Decoded | None:
    """Return the text that `data` most likely is, None where it is no text."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            with contextlib.suppress(UnicodeDecodeError):
                return Decoded(data[len(mark) :].decode(encoding), encoding, mark)
    for encoding in (UTF8, *_guesses(data), _LAST_RESORT):
        try:
            text = data.decode(encoding)
            faithful = text.encode(encoding) == data
        except UnicodeError:
            continue
        if faithful and "\0" not in text:
            return Decoded(text, encoding, b"")
    return None


def _guesses(data: bytes) -> list[str]:
    try:
        data.decode(UTF8)
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - most files are UTF-8 and do without it

        return [match.encoding for match in from_bytes(data, cp_isolation=_LIKELY_ENCODINGS)]
    # valid UTF-8, so only NULs can have ruled it out: UTF-16 without a mark, or no text
    return ["utf-16-le", "utf-16-be"] if data[1:2] == b"\0" or data[:1] == b"\0" else []
