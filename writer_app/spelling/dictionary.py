"""One dialect's dictionary, through Hunspell."""

import logging
import unicodedata
from pathlib import Path

from writer_app.errors import SpellingError
from writer_app.i18n import tr

LIMIT = 6  # suggestions; more only make the choice harder
_ALSO = {"ok", "tis", "twas"}  # right, though the word lists have them only in capitals or not at all

_log = logging.getLogger(__name__)


class Dictionary:
    """Says whether a word is known, and which known words are like it."""

    def __init__(self, folder: Path, dialect: str) -> None:
        try:
            from hunspell import Hunspell  # noqa: PLC0415 - not on every platform, see pyproject.toml
        except ImportError as error:
            raise SpellingError(
                tr("Spelling cannot be checked: Hunspell is not installed."),
                hint=tr("Install it with: pip install chunspell"),
            ) from error
        if not (folder / f"{dialect}.dic").is_file():
            raise SpellingError(
                tr("Spelling cannot be checked: the dictionary {name} is missing.", name=f"{dialect}.dic"),
                hint=tr("Install the program again, or choose another dialect."),
            )
        self._hunspell = Hunspell(dialect, hunspell_data_dir=str(folder))
        _log.info("dictionary %s opened", dialect)

    def knows(self, word: str) -> bool:
        """Is `word` spelt as in the dictionary? Accents may be written or not, as in café and cafe."""
        plain = word.replace("\u2019", "'")
        return plain.lower() in _ALSO or bool(
            self._hunspell.spell(plain) or self._hunspell.spell(without_accents(plain))
        )

    def like(self, word: str) -> list[str]:
        """Return known words that `word` may be meant for, likeliest first; this can take 0.1 s and more."""
        plain = word.replace("\u2019", "'")
        found = [str(suggestion) for suggestion in self._hunspell.suggest(plain)[:LIMIT]]
        return [suggestion.replace("'", "\u2019") for suggestion in found] if "\u2019" in word else found


def without_accents(word: str) -> str:
    """Return `word` in bare letters."""
    if word.isascii():
        return word
    return "".join(
        character
        for character in unicodedata.normalize("NFD", word)
        if unicodedata.category(character) != "Mn"
    )
