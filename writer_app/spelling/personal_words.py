"""The person's own words: a plain text file, one word a line, which may be edited by hand."""

from collections.abc import Iterator
from pathlib import Path

from writer_app.atomic import replacing
from writer_app.errors import SpellingError
from writer_app.i18n import tr

_ENCODING = "utf-8"
_FOREIGN_BYTES = "surrogateescape"  # of a file edited by hand in another encoding: they are written as read


class PersonalWords:
    """Words that are right because the person says so."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._words: set[str] = set()
        self.read()

    def __contains__(self, word: str) -> bool:
        """Is `word` among them, also at the beginning of a sentence or as a possessive?"""
        plain = _plain(word)
        stem = plain.removesuffix("'s")
        return not self._words.isdisjoint({plain, stem, _uncapitalised(plain), _uncapitalised(stem)})

    def __iter__(self) -> Iterator[str]:
        """Go through them in the order of the alphabet."""
        return iter(sorted(self._words, key=str.casefold))

    def read(self) -> None:
        """Read the file again; one that cannot be read holds no word."""
        try:
            lines = self.path.read_text(_ENCODING, _FOREIGN_BYTES).splitlines()
        except OSError:
            lines = []
        self._words = {_plain(line.strip()) for line in lines if line.strip()}

    def add(self, word: str) -> None:
        """Take `word` in and keep it; where that fails, it holds until the program ends."""
        self._words.add(_plain(word))
        self._write()

    def remove(self, word: str) -> None:
        """Forget `word`."""
        self._words.discard(_plain(word))
        self._write()

    def make_file(self) -> Path:
        """Return the file, made if it is not there yet."""
        if not self.path.exists():
            self._write()
        return self.path

    def _write(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self.path) as scratch:
                scratch.write_text("".join(f"{word}\n" for word in self), _ENCODING, _FOREIGN_BYTES)
        except OSError as error:
            raise SpellingError(
                tr("Your words could not be saved: {reason}.", reason=error.strerror or error),
                hint=tr("They hold until the program ends. Make room or allow writing to its folder."),
            ) from error


def _plain(word: str) -> str:
    return word.replace("\u2019", "'")


def _uncapitalised(word: str) -> str:
    return word[:1].lower() + word[1:]
