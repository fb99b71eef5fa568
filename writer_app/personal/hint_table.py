"""The table of hints in the database of what is remembered: one row for each ground."""

import sqlite3
import time
from collections.abc import Iterable

from writer_app.personal.hints import REACH, Ground, Hint, Kind, Known, faded, grounds, leaning_after
from writer_app.personal.learned import holds_words
from writer_app.text.secrets import find_secrets

MOST = 20_000  # rows: 2 MB
SCHEMA = """
CREATE TABLE IF NOT EXISTS hints (
    change INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, text TEXT NOT NULL, leaning REAL NOT NULL,
    wanted INTEGER NOT NULL, unwanted INTEGER NOT NULL, given INTEGER NOT NULL, UNIQUE (kind, text)
);
"""
_TRIMMED = 0.1  # of the rows, at once


def take(database: sqlite3.Connection, hint: Hint) -> None:
    """Let the leanings follow the hint, unless a secret stands there."""
    nearby = hint.before[-REACH:] + hint.suggestion
    if find_secrets(nearby) or not _can_be_kept(nearby):
        return
    now = int(time.time())
    for ground in grounds(hint.before, hint.suggestion):
        _take(database, ground, hint, now)
    if count(database) > MOST:
        oldest = "SELECT change FROM hints ORDER BY change LIMIT ?"
        database.execute(f"DELETE FROM hints WHERE change IN ({oldest})", (int(MOST * _TRIMMED),))  # noqa: S608 - the line above


def _take(database: sqlite3.Connection, ground: Ground, hint: Hint, now: int) -> None:
    query = "SELECT leaning, wanted, unwanted, given FROM hints WHERE kind = ? AND text = ?"
    known = database.execute(query, (ground.kind, ground.text)).fetchone()
    leaning, wanted, unwanted, given = known or (0.0, 0, 0, now)
    leaning = leaning_after(faded(leaning, now - given), ground.kind, hint.probability, hint.wanted)
    counts = wanted + (hint.wanted > 0), unwanted + (hint.wanted == 0)
    # REPLACE gives the row the next number, by which a reader finds what has changed.
    database.execute(
        "REPLACE INTO hints (kind, text, leaning, wanted, unwanted, given) VALUES (?, ?, ?, ?, ?, ?)",
        (ground.kind, ground.text, leaning, *counts, now),
    )


def rows(database: sqlite3.Connection, after: int) -> list[tuple[int, Known]]:
    """Return what is known of grounds whose numbers are above `after`."""
    query = (
        "SELECT change, kind, text, leaning, wanted, unwanted, given FROM hints WHERE change > ?"
        " ORDER BY change"
    )
    now = time.time()
    return [
        (change, Known(Ground(Kind(kind), text), faded(leaning, now - given), wanted, unwanted))
        for change, kind, text, leaning, wanted, unwanted, given in database.execute(query, (after,))
    ]


def count(database: sqlite3.Connection) -> int:
    """Return of how many grounds something is known."""
    (number,) = database.execute("SELECT count(*) FROM hints").fetchone()
    return int(number)


def forget(database: sqlite3.Connection, chosen: Iterable[Ground] | None = None) -> None:
    """Forget these grounds, or all."""
    if chosen is None:
        database.execute("DELETE FROM hints")
        return
    named = [(ground.kind, ground.text) for ground in chosen]
    database.executemany("DELETE FROM hints WHERE kind = ? AND text = ?", named)


def forget_words(database: sqlite3.Connection, words: str) -> None:
    """Forget the grounds that hold these words."""
    lower = words.lower()
    held = (known.ground for _, known in rows(database, 0))
    forget(database, [ground for ground in held if holds_words(ground.text.lower(), lower)])


def _can_be_kept(text: str) -> bool:
    """Whether there is no half of a character in `text`, which UTF-8 has no bytes for."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
