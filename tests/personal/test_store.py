"""The memory keeps what was written, forgets what it shall, and outlives any death of the program."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from writer_app.errors import MemoryStoreError
from writer_app.personal import store as store_module
from writer_app.personal.store import FILE, MemoryStore
from writer_app.text.scripts import Script

LETTER = "We met Zdislava at the harbour. She paints. "


@pytest.fixture
def store(tmp_path: Path) -> MemoryStore:
    return MemoryStore(tmp_path)


def texts(store: MemoryStore) -> list[str]:
    return [text for _, text in store.sentences()]


def test_sentences_are_remembered_in_their_order_and_each_once(store: MemoryStore) -> None:
    assert store.learn(LETTER) == 2
    assert store.learn("She paints. 我们去公园。") == 1
    assert [text.strip() for text in texts(store)] == [
        "We met Zdislava at the harbour.",
        "She paints.",
        "我们去公园。",
    ]
    assert [text.strip() for _, text in store.sentences(Script.HAN)] == ["我们去公园。"]


def test_a_sentence_with_a_secret_is_not_remembered(store: MemoryStore) -> None:
    store.learn("Write to ana@example.org today. My card is 4111 1111 1111 1111. We met in May.")
    assert [text.strip() for text in texts(store)] == ["We met in May."]


def test_what_is_forgotten_is_gone_from_the_disk(store: MemoryStore) -> None:
    store.learn(LETTER)
    store.keep_tokens("one", 2, b"tokens")
    assert store.forget("Zdislava") == 1
    assert texts(store) == [" She paints."]
    assert store.kept_tokens("one") == (0, b"")
    store.close()
    assert all(b"Zdislava" not in file.read_bytes() for file in store.file.parent.iterdir())


def test_only_whole_words_are_forgotten(store: MemoryStore) -> None:
    store.learn("They paint the harbour. An other day. 我们去公园。")
    assert store.forget("the") == 1
    assert store.forget("公园") == 1
    assert [text.strip() for text in texts(store)] == ["An other day."]


def test_everything_can_be_forgotten(store: MemoryStore) -> None:
    store.learn(LETTER)
    store.never_suggest("Harbour")
    store.forget_everything()
    assert texts(store) == []
    assert store.never() == frozenset()
    store.close()
    assert all(b"paints" not in file.read_bytes() for file in store.file.parent.iterdir())


def test_a_word_is_never_suggested_until_it_may_be_again(store: MemoryStore) -> None:
    store.never_suggest("Harbour")
    assert store.never() == {"harbour"}
    store.never_suggest("harbour", never=False)
    assert store.never() == frozenset()


def test_another_connection_hears_of_changes(store: MemoryStore, tmp_path: Path) -> None:
    other = MemoryStore(tmp_path)
    seen = other.changes()
    assert other.changes() == seen
    store.learn(LETTER)
    assert other.changes() != seen
    assert len(other.sentences(after=1)) == 1


def test_the_oldest_go_when_there_is_no_room(store: MemoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "LARGEST", 200_000)
    for number in range(40):
        store.learn(" ".join(f"Sentence {number} {part} of the harbour." for part in range(100)))
    assert store.size() <= 220_000
    kept = texts(store)
    assert any("Sentence 39 99" in text for text in kept)
    assert not any("Sentence 0 0 " in text for text in kept)


def test_half_a_character_does_no_harm(store: MemoryStore) -> None:
    assert store.learn("We met \ud800. She paints.") == 1


def test_a_damaged_memory_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 300)
    store = MemoryStore(tmp_path)
    assert store.learn(LETTER) == 2
    assert any("damaged" in file.name for file in tmp_path.iterdir())


def test_a_memory_that_another_window_holds_is_sound_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_PATIENCE", 0.05)
    MemoryStore(tmp_path).learn(LETTER)
    holder = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(MemoryStoreError, match="cannot be opened"):
        MemoryStore(tmp_path)
    holder.execute("ROLLBACK")
    holder.close()
    assert len(texts(MemoryStore(tmp_path))) == 2


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_what_was_learned_outlives_a_kill(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom writer_app.personal.store import MemoryStore\n"
        "store = MemoryStore(Path(sys.argv[1]))\n"
        "for n in range(10**6):\n"
        "    store.learn(f'This is sentence {n} of the harbour. And one more {n}.')\n"
        "    print(n, flush=True)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [int(process.stdout.readline()) for _ in range(50)]
        process.send_signal(signal.SIGKILL)
    kept = [text.strip() for text in texts(MemoryStore(tmp_path))]
    assert len(kept) >= 2 * len(told)
    assert len(kept) % 2 == 0  # the last text was learned whole or not at all
    database = sqlite3.connect(tmp_path / FILE)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
