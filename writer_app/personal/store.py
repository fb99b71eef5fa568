"""The sentences that are remembered, in a database in the data folder.

SQLite in WAL mode: whatever kills the program, a sentence is remembered whole or not at all. Each thread that
reads or writes opens a store of its own; one thread writes.
"""

import contextlib
import hashlib
import sqlite3
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from writer_app.errors import MemoryStoreError
from writer_app.i18n import tr
from writer_app.personal import hint_table
from writer_app.personal.hints import Ground, Hint, Known
from writer_app.personal.learned import holds_words
from writer_app.text.boundaries import has_word, sentences
from writer_app.text.normalise import for_model
from writer_app.text.scripts import Script, script_of
from writer_app.text.secrets import without_secrets

FILE = "memory.sqlite"
LARGEST = 32 << 20  # bytes of the database; then the oldest goes. Its log beside it stays under 8 MB more.
LONGEST = 1000  # characters of a sentence; the rest of a longer one is not remembered
_TRIMMED = 0.1  # of the sentences, at once
_REPETITION = 7 * 86_400  # seconds by which a sentence lives longer for each time it was written again
_PATIENCE = 5.0  # seconds to wait for another window that writes
_SCHEMA = """
CREATE TABLE IF NOT EXISTS sentences (
    id INTEGER PRIMARY KEY AUTOINCREMENT, digest INTEGER UNIQUE NOT NULL, script TEXT NOT NULL,
    text TEXT NOT NULL, times INTEGER NOT NULL DEFAULT 1, written INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS never (word TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS tokens (
    tokenizer TEXT PRIMARY KEY, forgotten INTEGER NOT NULL, last INTEGER NOT NULL, tokens BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS facts (forgotten INTEGER NOT NULL);
INSERT INTO facts SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM facts);
"""


class MemoryStore:
    """One connection to the memory in `folder`; only the thread that opened it uses it."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._database = _opened(self.file)
        except (sqlite3.OperationalError, OSError) as error:  # in use, or not to be written: it may be sound
            raise MemoryStoreError(
                tr("The memory cannot be opened."),
                hint=tr("See that the folder {folder} can be written.", folder=folder),
            ) from error
        except sqlite3.DatabaseError:
            self._database = _set_aside_and_opened(self.file)

    def close(self) -> None:
        """Close the connection."""
        self._database.close()

    def learn(self, text: str) -> int:
        """Remember the sentences of `text` but those that hold a secret; return how many were new."""
        kept, _ = without_secrets(for_model(text))
        found = [sentence[:LONGEST] for sentence in sentences(kept) if _can_be_kept(sentence)]
        with self._writing() as database:
            before = database.total_changes
            now = int(time.time())
            known = 0
            for sentence in found:
                changed = database.execute(
                    "UPDATE sentences SET times = times + 1, written = ? WHERE digest = ?",
                    (now, _digest(sentence)),
                ).rowcount
                known += changed
                if not changed:
                    script = script_of(sentence) or Script.LATIN
                    database.execute(
                        "INSERT INTO sentences (digest, script, text, written) VALUES (?, ?, ?, ?)",
                        (_digest(sentence), script.value, sentence, now),
                    )
            learned = database.total_changes - before - known
        if self.size() > LARGEST:
            self._trim()
        return learned

    def sentences(self, script: Script | None = None, after: int = 0) -> list[tuple[int, str]]:
        """Return the number and text of each sentence in `script`, of those numbered above `after`."""
        chosen = [one.value for one in Script if script in (None, one)]
        query = f"SELECT id, text FROM sentences WHERE id > ? AND script IN ({','.join('?' * len(chosen))})"  # noqa: S608 - only question marks are put in
        with self._reading() as database:
            return database.execute(f"{query} ORDER BY id", (after, *chosen)).fetchall()

    def sentences_with(self, words: str, most: int) -> list[str]:
        """Return sentences in which `words` stand, written like this, the newest first."""
        query = "SELECT text FROM sentences WHERE instr(text, ?) ORDER BY id DESC LIMIT ?"
        with self._reading() as database:
            return [text for (text,) in database.execute(query, (words, most))]

    def changes(self) -> tuple[int, int]:
        """Return numbers that differ whenever another connection has written, or this one."""
        with self._reading() as database:
            (version,) = database.execute("PRAGMA data_version").fetchone()
            return version, database.total_changes

    def forgotten(self) -> int:
        """Return a number that grows whenever something is forgotten."""
        with self._reading() as database:
            (count,) = database.execute("SELECT forgotten FROM facts").fetchone()
            return int(count)

    def forget(self, words: str) -> int:
        """Forget every sentence that holds these words, whole and written like this; return how many."""
        query = "SELECT id, text FROM sentences WHERE instr(text, ?)"
        with self._writing() as database:
            held = [(id_,) for id_, text in database.execute(query, (words,)) if holds_words(text, words)]
            database.executemany("DELETE FROM sentences WHERE id = ?", held)
            hint_table.forget_words(database, words)
            _note_forgetting(database)
        self._sweep()
        return len(held)

    def forget_everything(self) -> None:
        """Forget all that was learned, and the words that are never suggested."""
        with self._writing() as database:
            database.execute("DELETE FROM sentences")
            database.execute("DELETE FROM never")
            hint_table.forget(database)
            _note_forgetting(database)
        with self._reading() as database:
            database.execute("VACUUM")
        self._sweep()

    def never(self) -> frozenset[str]:
        """Return the words that are never suggested, in lower case."""
        with self._reading() as database:
            return frozenset(word for (word,) in database.execute("SELECT word FROM never"))

    def never_suggest(self, word: str, *, never: bool = True) -> None:
        """Never suggest `word` again, or do again."""
        query = "INSERT OR IGNORE INTO never VALUES (?)" if never else "DELETE FROM never WHERE word = ?"
        with self._writing() as database:
            database.execute(query, (word.lower(),))

    def take_hint(self, hint: Hint) -> None:
        """Remember what became of a suggestion, unless it stood beside a secret."""
        with self._writing() as database:
            hint_table.take(database, hint)

    def hints(self, after: int = 0) -> list[tuple[int, Known]]:
        """Return what is known of grounds numbered above `after`; one that changes gets a new number."""
        with self._reading() as database:
            return hint_table.rows(database, after)

    def hint_count(self) -> int:
        """Return of how many grounds something is known."""
        with self._reading() as database:
            return hint_table.count(database)

    def forget_hints(self, grounds: Iterable[Ground] | None = None) -> None:
        """Forget the hints on these grounds, or all."""
        with self._writing() as database:
            hint_table.forget(database, grounds)
        self._sweep()

    def learn_words(self, words: Iterable[str]) -> int:
        """Remember words of a list, each alone; return how many were new."""
        return sum(self.learn(f" {word}") for word in words)

    def kept_tokens(self, tokenizer: str) -> tuple[int, bytes]:
        """Return the number of the last sentence whose tokens are kept, and those; 0 and none if outdated."""
        query = (
            "SELECT last, tokens FROM tokens JOIN facts ON tokens.forgotten = facts.forgotten"
            " WHERE tokenizer = ?"
        )
        with self._reading() as database:
            return database.execute(query, (tokenizer,)).fetchone() or (0, b"")

    def keep_tokens(self, tokenizer: str, last: int, tokens: bytes) -> None:
        """Keep the tokens of all sentences up to `last`, so that the next start need not make them again."""
        query = "REPLACE INTO tokens SELECT ?, forgotten, ?, ? FROM facts"
        with self._writing() as database:
            database.execute(query, (tokenizer, last, tokens))

    def size(self) -> int:
        """Return the bytes that the memory takes on disk, but for what is still in its log."""
        with self._reading() as database:
            pages, free, bytes_of_page = (
                database.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("page_count", "freelist_count", "page_size")
            )
            return int((pages - free) * bytes_of_page)

    def _trim(self) -> None:
        """Forget the oldest sentences; one that was written again lives longer."""
        oldest = f"SELECT id FROM sentences ORDER BY written + times * {_REPETITION} LIMIT ?"  # noqa: S608 - a number
        with self._writing() as database:
            (count,) = database.execute("SELECT count(*) FROM sentences").fetchone()
            database.execute(f"DELETE FROM sentences WHERE id IN ({oldest})", (int(count * _TRIMMED) + 1,))  # noqa: S608 - the line above
            _note_forgetting(database)

    def _sweep(self) -> None:
        """Empty the log, in which the forgotten still stands."""
        with self._reading() as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            yield self._database
        except sqlite3.Error as error:
            raise MemoryStoreError(
                tr("The memory could not be used."), hint=tr("See that the disk is not full, and try again.")
            ) from error

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as database, database:
            yield database


def _note_forgetting(database: sqlite3.Connection) -> None:
    database.execute("DELETE FROM tokens")
    database.execute("UPDATE facts SET forgotten = forgotten + 1")


def _opened(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=_PATIENCE)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose the last sentences, no more
        database.execute("PRAGMA journal_size_limit = 4194304")
        database.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten
        database.executescript(_SCHEMA + hint_table.SCHEMA)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _set_aside_and_opened(file: Path) -> sqlite3.Connection:
    """Start anew beside a damaged file, which is kept under another name."""
    try:
        if file.exists():
            file.replace(file.with_suffix(f".damaged-{int(time.time())}"))
        for beside in (file.with_name(f"{FILE}-wal"), file.with_name(f"{FILE}-shm")):
            beside.unlink(missing_ok=True)
        return _opened(file)
    except (sqlite3.Error, OSError) as error:
        raise MemoryStoreError(
            tr("The memory cannot be opened."),
            hint=tr("See that {file} can be written, or move it away.", file=file),
        ) from error


def _can_be_kept(sentence: str) -> bool:
    """Whether there is something in `sentence`, and no half of a character, which UTF-8 has no bytes for."""
    return has_word(sentence) and not any("\ud800" <= character <= "\udfff" for character in sentence)


def _digest(sentence: str) -> int:
    digest = hashlib.sha256(sentence.strip().encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
