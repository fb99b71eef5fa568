"""What is known about words: asked of the dictionary on a thread of its own, and remembered."""

import logging
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from writer_app.errors import SpellingError
from writer_app.settings.schema import SPELLING_DIALECT, SPELLING_ON
from writer_app.settings.store import SettingsStore
from writer_app.spelling.dialects import dialect_for
from writer_app.spelling.dictionary import Dictionary
from writer_app.spelling.personal_words import PersonalWords
from writer_app.spelling.words import Word, words_to_check

_REMEMBERED = 200_000  # words; English texts of a life use fewer
_PARAGRAPHS = 400  # whose mistakes are remembered: some screens full
_LONGEST = 20_000  # characters; a longer paragraph is data, and would be read again at every key

_log = logging.getLogger(__name__)


class _Checked(NamedTuple):
    number: int  # of the dictionary asked
    verdicts: dict[str, bool]


class SpellChecker(QObject):
    """Finds the mistakes of a paragraph without waiting: a word not met before is asked about meanwhile.

    The unit is the word, not its place: whatever is edited where, no place needs to be kept up to date, and
    nothing that is in nobody's sight is ever checked.
    """

    changed = Signal()  # something is known that was not
    failed = Signal(SpellingError)
    _answered = Signal(object)  # from the thread

    def __init__(self, dictionaries: Path, personal: PersonalWords, settings: SettingsStore) -> None:
        super().__init__()
        self.personal = personal
        self._folder = dictionaries
        self._settings = settings
        self._ignored: set[str] = set()
        self._verdicts: dict[str, bool] = {}
        self._paragraphs: dict[str, tuple[Word, ...]] = {}
        self._wanted: dict[str, None] = {}
        self._number = 0
        self._dialect = ""  # of the dictionary; both are opened by the thread
        self._dictionary: Dictionary | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="spelling")
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        self._answered.connect(self._on_answered)
        for setting in (SPELLING_ON, SPELLING_DIALECT):
            settings.on_change(setting, self._begin_again)

    @property
    def on(self) -> bool:
        """Is spelling to be checked?"""
        return self._settings.get(SPELLING_ON)

    def mistakes(self, paragraph: str) -> tuple[Word, ...]:
        """Return the words of `paragraph` that are known to be wrong; what is not known yet is asked."""
        if not self.on or len(paragraph) > _LONGEST:
            return ()
        found = self._paragraphs.get(paragraph)
        if found is None:
            found = tuple(word for word in words_to_check(paragraph) if not self._accepts(word.text))
            if len(self._paragraphs) >= _PARAGRAPHS:
                self._paragraphs.clear()
            self._paragraphs[paragraph] = found
        return found

    def _is_own(self, word: str) -> bool:
        return word in self._ignored or word in self.personal

    def _accepts(self, word: str) -> bool:
        if self._is_own(word):
            return True
        verdict = self._verdicts.get(word)
        if verdict is None:
            self._wanted[word] = None
            if not self._asking.isActive():
                self._asking.start()
        return verdict is not False

    def look_up(self, paragraph: str) -> list[Word]:
        """Return the mistakes of `paragraph` at once, for a person who asks for them."""
        if self._dictionary is None:
            return []
        knows, verdicts = self._dictionary.knows, self._verdicts
        return [
            word
            for word in words_to_check(paragraph)
            if not (self._is_own(word.text) or verdicts.get(word.text) or knows(word.text))
        ]

    def like(self, word: str) -> list[str]:
        """Return what `word` may be meant for.

        Hunspell holds Python's lock while it looks, so a thread would keep the person waiting as long.
        """
        return self._dictionary.like(word) if self._dictionary else []

    def learn(self, word: str) -> None:
        """Take `word` into the person's own words."""
        try:
            self.personal.add(word)
        except SpellingError as error:
            self.failed.emit(error)
        self._forget_paragraphs()

    def ignore(self, word: str) -> None:
        """Accept `word` until the program ends."""
        self._ignored.add(word)
        self._forget_paragraphs()

    def read_personal_words(self) -> None:
        """Look at the file of the person's words again, after it was edited."""
        self.personal.read()
        self._forget_paragraphs()

    def close(self) -> None:
        """End the thread."""
        self._asking.timeout.disconnect(self._ask)  # a page that is still drawn would ask once more
        self._asking.stop()
        self._thread.shutdown(wait=True, cancel_futures=True)

    @Slot()
    def _begin_again(self) -> None:
        """Forget what another dictionary said."""
        self._number += 1
        self._verdicts.clear()
        self._forget_paragraphs()

    def _forget_paragraphs(self) -> None:
        self._paragraphs.clear()
        self.changed.emit()

    @Slot()
    def _ask(self) -> None:
        words, self._wanted = list(self._wanted), {}
        dialect = dialect_for(self._settings.get(SPELLING_DIALECT))
        self._thread.submit(partial(self._look_up, self._number, dialect, words))

    def _look_up(self, number: int, dialect: str, words: list[str]) -> None:
        """Ask the dictionary; on the thread. Without one, no word is wrong."""
        try:
            dictionary = self._open(dialect)
            verdicts = {word: dictionary is None or dictionary.knows(word) for word in words}
        except Exception as error:  # noqa: BLE001 - the edge of the thread: writing goes on without it
            _log.error("spelling failed: %s", type(error).__name__)
        else:
            self._answered.emit(_Checked(number, verdicts))

    def _open(self, dialect: str) -> Dictionary | None:
        if self._dialect != dialect:
            self._dialect, self._dictionary = dialect, None
            try:
                self._dictionary = Dictionary(self._folder, dialect)
            except SpellingError as error:
                self.failed.emit(error)
        return self._dictionary

    @Slot(object)
    def _on_answered(self, checked: _Checked) -> None:
        if checked.number != self._number:
            return
        if len(self._verdicts) > _REMEMBERED:
            self._verdicts.clear()
        self._verdicts.update(checked.verdicts)
        if not all(checked.verdicts.values()):
            self._forget_paragraphs()
