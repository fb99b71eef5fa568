"""Text in the form that the models were trained on."""

import re
import unicodedata

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_WORD = re.compile(r"\s*\S+|\s+\Z")
_SPACE_RUN = re.compile("[ \t]+")
_LINE_BREAKS = re.compile("[ \u3000]*\n[ \u3000\n]*")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f"), " ")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), "")
_CHARACTERS = _SPACES | _INVISIBLE


def for_model(text: str) -> str:
    """Return `text` as a training document: NFC, single plain spaces, paragraphs parted by one newline.

    A space or line end at the end stays, since it says that a word or paragraph is over;
    indents and empty lines at the start go.
    """
    text = unicodedata.normalize("NFC", text)
    text = _LINE_END.sub("\n", text).translate(_CHARACTERS)
    text = _SPACE_RUN.sub(" ", text)
    return _LINE_BREAKS.sub("\n", text).lstrip(" \n\u3000")


def aligned_for_model(text: str) -> tuple[str, list[int]]:
    """Return part of a text as the models read it, and where in `text` each of its characters begins.

    Word by word, so that what normalising adds or takes away moves nothing outside its word. A space at the
    start stays, since it is part of the first word. The last position is the end of `text`.
    """
    parts: list[str] = []
    positions: list[int] = []
    for match in _WORD.finditer(text):
        part = for_model("x" + match.group())[1:]
        parts.append(part)
        # a shorter form lost something before the word, most likely one of several spaces
        positions += [max(match.start(), match.end() - len(part) + i) for i in range(len(part))]
    return "".join(parts), [*positions, len(text)]
