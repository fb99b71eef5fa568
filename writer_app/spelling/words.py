"""Which parts of a text are words whose spelling can be checked."""

import re
from typing import NamedTuple

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_TOKEN = re.compile(
    rf"""
      `+[^`]+`+                               # code
    | \]\([^()\s]*\)                          # where a Markdown link leads
    | </?[A-Za-z][^<>]*>                      # a tag, or an address in angle brackets
    | (?:https?|ftp|file|mailto):\S+ | www\.\S+
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+            # an e-mail address
    | [\#@]\w+                                # a tag, a handle
    | [~.]?/[\w.-]+(?:/[\w.-]*)* | [A-Za-z]:\\\S*  # a path
    | \w+(?:\.[a-z0-9]\w*)+                   # a file or host name, e.g.
    | [{_LATIN}\d_]+(?:['\u2019\-][{_LATIN}\d_]+)*
    """,
    re.VERBOSE,
)
_WORD = re.compile(rf"[{_LATIN}]+(?:['\u2019\-][{_LATIN}]+)*")
_CAMEL = re.compile(r"[a-z][A-Z]")


class Word(NamedTuple):
    """A word and where in its text it begins."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def words_to_check(text: str) -> list[Word]:
    """Return the words of `text`; not code, addresses, abbreviations in capitals, or other scripts."""
    tokens = (Word(match.start(), match.group()) for match in _TOKEN.finditer(text))
    return [token for token in tokens if _is_checked(token.text)]


def _is_checked(token: str) -> bool:
    if len(token) == 1 or token.isupper() or _CAMEL.search(token):
        return False
    return _WORD.fullmatch(token) is not None
