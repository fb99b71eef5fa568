"""Rich Text Format: groups in braces, control words, and bytes in the code page of the current font."""

import re
from pathlib import Path
from typing import NamedTuple

from writer_app.importers.files import damaged, read_bytes, too_large, wrong_kind
from writer_app.importers.lines import BULLET

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<code>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>[^A-Za-z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_DEEPEST = 1000  # groups within groups; real documents have some dozens
_LEFT_OUT = frozenset(
    b"""annotation atnauthor atnid colortbl comment filetbl fldinst footer footerf footerl footerr footnote
    header headerf headerl headerr info listoverridetable listtext listtable object pict pntext pntxta pntxtb
    revtbl rxe stylesheet tc themedata tcn xe""".split()
)
_PARAGRAPH_ENDS = frozenset(b"par pard sect page row cell nestcell nestrow".split())
_CHARACTERS = {
    b"tab": " ", b"line": "\v", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘",
    b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
    b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}",
}  # fmt: skip
_FONT_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_CODE_PAGES = {932, 949, 950, 874, 437, 850, *range(1250, 1259)}


class _Group(NamedTuple):
    """What a closing brace brings back."""

    left_out: bool = False
    in_font_table: bool = False
    font: int = -1
    fallbacks: int = 1  # characters after \u for programs that do not know it


class _Parser:
    """Reads one document; `text` holds paragraphs with vertical tabs for line breaks."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.group = _Group()
        self.stack: list[_Group] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._code_page = "cp1252"
        self._fonts: dict[int, str] = {}

    def parse(self, data: bytes, start: int) -> None:
        """Read from the first brace to the one that closes it."""
        position = start
        while position < len(data) and (match := _TOKEN.match(data, position)):
            position = match.end()
            if match["word"]:
                number = int(match["number"]) if match["number"] else None
                if match["word"] == b"bin":
                    position += max(0, number or 0)
                else:
                    self._word(match["word"], number)
            elif match["code"]:
                self._codes(bytes.fromhex(match["code"].decode("ascii")))
            elif match["text"]:
                self._codes(match["text"])
            elif match["symbol"]:
                self._symbol(match["symbol"])
            elif match["brace"] and not self._brace(match["brace"]):
                break
        self.flush()

    def flush(self) -> None:
        """Decode the bytes that have come together; a character may have two of them."""
        if self._bytes:
            encoding = self._fonts.get(self.group.font, self._code_page)
            self.text.append(self._bytes.decode(encoding, "replace"))
            self._bytes.clear()

    def _brace(self, brace: bytes) -> bool:
        self.flush()
        self._to_skip = 0
        if brace == b"{":
            self.stack.append(self.group)
            if len(self.stack) > _DEEPEST:
                raise ValueError("too many groups within groups")
        else:
            self.group = self.stack.pop()
        return bool(self.stack)

    def _codes(self, codes: bytes) -> None:
        skipped = min(self._to_skip, len(codes))
        self._to_skip -= skipped
        if not self.group.left_out and not self.group.in_font_table:
            self._bytes += codes[skipped:]

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self.group = self.group._replace(left_out=True)
        elif symbol in b"\r\n":
            self._add("\n")
        else:
            self._add(_CHARACTERS.get(symbol, ""))

    def _add(self, text: str) -> None:
        self.flush()
        if self._to_skip and text:
            self._to_skip -= 1
        elif not self.group.left_out:
            self.text.append(text)

    def _word(self, word: bytes, number: int | None) -> None:
        if word in _LEFT_OUT:
            self.group = self.group._replace(left_out=True)
        elif word in _PARAGRAPH_ENDS:
            self._add("\n")
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif word == b"fonttbl":
            self.group = self.group._replace(in_font_table=True)
        elif number is not None:
            self._numbered(word, number)

    def _numbered(self, word: bytes, number: int) -> None:
        match word:
            case b"u":
                self._add(chr(number & 0xFFFF))
                self._to_skip = self.group.fallbacks
            case b"uc":
                self.group = self.group._replace(fallbacks=min(max(number, 0), 9))
            case b"f" | b"deff":
                self.flush()
                self.group = self.group._replace(font=number)
            case b"fcharset" if self.group.in_font_table and number in _FONT_CHARSETS:
                self._fonts[self.group.font] = _FONT_CHARSETS[number]
            case b"ansicpg" if number in _CODE_PAGES:
                self._code_page = f"cp{number}"
            case b"ansicpg" if number in {936, 54936}:
                self._code_page = "gb18030"


def read(path: Path) -> str:
    """Return the paragraphs of an RTF file."""
    data = read_bytes(path)
    start = len(data) - len(data.lstrip(b"\xef\xbb\xbf \r\n"))
    if not data.startswith(b"{\\rtf", start):
        raise wrong_kind(path)
    parser = _Parser()
    try:
        parser.parse(data, start)
    except ValueError as error:
        raise too_large(path) from error
    if parser.stack:
        raise damaged(path)
    return "\n\n".join(_paragraphs("".join(parser.text)))


def _paragraphs(text: str) -> list[str]:
    # \u gives UTF-16 in pieces: what lies beyond 65,535 comes as two
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "")
    paragraphs = (paragraph.replace("\v", "\n").strip() for paragraph in whole.split("\n"))
    return [BULLET.sub("", paragraph) for paragraph in paragraphs if paragraph]
