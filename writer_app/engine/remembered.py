"""All that is remembered in one script, as the tokens of one pack, and kept up to date with the store."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from writer_app.engine.hints import Leanings
from writer_app.engine.occurrences import Occurrences
from writer_app.engine.partial_word import Vocabulary
from writer_app.engine.usage import Counts
from writer_app.engine.whole_words import OF_REMEMBERED, REMEMBERED_UNSEEN, Pieces, WholeWords
from writer_app.engine.word_filter import UnwantedWords
from writer_app.errors import MemoryStoreError
from writer_app.model.tokenizer import BEGIN, Tokenizer
from writer_app.personal.store import MemoryStore
from writer_app.text.scripts import Script

SENTENCES = 200  # returned of those that hold some words
KEEP_AFTER = 20_000  # new tokens after which all are kept for the next start


class RememberedText:
    """What the store in `folder` holds; only the engine's thread uses it.

    The tokens themselves are kept in the store too, as a cache under the name of the tokenizer.
    """

    def __init__(self, folder: Path, tokenizer: Tokenizer, name: str, script: Script | None) -> None:
        self._store = MemoryStore(folder)
        self._tokenizer = tokenizer
        self._name = name
        self._script = script
        self._seen: tuple[int, int] | None = None
        self._forgotten = -1
        self._last = self._not_kept = 0
        self._tokens: list[bytes] = []
        self.occurrences = Occurrences.of(())
        self.counts: Counts = np.zeros(tokenizer.size, np.int64)
        self.never = UnwantedWords()
        self.leanings = Leanings()
        self.words = WholeWords(OF_REMEMBERED, REMEMBERED_UNSEEN)
        self._pieces = Pieces(Vocabulary(tokenizer))
        self._last_hint = 0
        self.refresh()

    def close(self) -> None:
        """Close the connection to the store."""
        self._store.close()

    def refresh(self) -> bool:
        """Take in what was learned or forgotten since; whether there was anything."""
        try:
            return self._refresh()
        except MemoryStoreError:  # the window tells of it, and suggestions go on without
            return False

    def sentences_with(self, words: str) -> list[str]:
        """Return sentences that hold `words`, the newest first."""
        try:
            return self._store.sentences_with(words, SENTENCES)
        except MemoryStoreError:  # the window tells of it
            return []

    def _refresh(self) -> bool:
        seen = self._store.changes()
        if seen == self._seen:
            return False
        self._seen = seen
        self.never = UnwantedWords(self._store.never())
        self._take_hints()
        if self._forgotten != (forgotten := self._store.forgotten()):
            self._forgotten = forgotten
            self._start_anew()
        rows = self._store.sentences(self._script, after=self._last)
        if rows:
            self._last = rows[-1][0]
            self._take(self._encode(text for _, text in rows))
        if self._not_kept > KEEP_AFTER:
            self._store.keep_tokens(self._name, self._last, b"".join(self._tokens))
            self._not_kept = 0
        return True

    def _start_anew(self) -> None:
        self._last, tokens = self._store.kept_tokens(self._name)
        self._tokens, self._not_kept = [tokens], 0
        kept = np.frombuffer(tokens, np.uint16)
        self.occurrences = Occurrences.of(kept)
        self.counts = self._counted(kept)
        self.words = WholeWords(OF_REMEMBERED, REMEMBERED_UNSEEN)
        self.words.add(self._pieces.words(kept))

    def _take_hints(self) -> None:
        """Take in the hints that are new; where some are gone, all anew."""
        self._take_new_hints()
        if len(self.leanings) != self._store.hint_count():
            self.leanings, self._last_hint = Leanings(), 0
            self._take_new_hints()

    def _take_new_hints(self) -> None:
        found = self._store.hints(after=self._last_hint)
        self.leanings.take(known for _, known in found)
        self._last_hint = max((change for change, _ in found), default=self._last_hint)

    def _take(self, tokens: list[int]) -> None:
        new = np.array(tokens, np.uint16)
        self._tokens.append(new.tobytes())
        self._not_kept += len(new)
        self.occurrences = self.occurrences.merged(Occurrences.of(new))
        self.counts = self.counts + self._counted(new)
        self.words.add(self._pieces.words(new))

    def _counted(self, tokens: NDArray[np.uint16]) -> Counts:
        return np.bincount(tokens, minlength=self._tokenizer.size)

    def _encode(self, texts: Iterable[str]) -> list[int]:
        tokens: list[int] = []
        for text in texts:
            if not text.startswith(" "):  # nothing stands before it in its paragraph
                tokens.append(BEGIN)
            tokens += self._tokenizer.encode(text)
        return tokens
