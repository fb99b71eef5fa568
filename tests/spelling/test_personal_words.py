"""The person's own words: kept in a file that anyone can read."""

from pathlib import Path

import pytest

from writer_app.errors import SpellingError
from writer_app.spelling.personal_words import PersonalWords


def test_a_word_is_kept_for_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "data" / "words.txt"
    words = PersonalWords(path)
    for word in ("Zorblax", "gibbous-ish", "Ada’s"):
        words.add(word)
    words.remove("gibbous-ish")
    assert path.read_text("utf-8") == "Ada's\nZorblax\n"
    assert "Zorblax" in PersonalWords(path)


def test_a_word_is_known_at_the_beginning_of_a_sentence_and_as_a_possessive(tmp_path: Path) -> None:
    words = PersonalWords(tmp_path / "words.txt")
    words.add("wibble")
    words.add("Zorblax")
    assert all(word in words for word in ("wibble", "Wibble", "wibble's", "Wibble’s", "Zorblax’s"))
    assert "zorblax" not in words


def test_a_file_edited_by_hand_in_another_encoding_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(b"caf\xe9\nzorblax\n")
    words = PersonalWords(path)
    words.add("wibble")
    assert path.read_bytes() == b"caf\xe9\nwibble\nzorblax\n"


def test_a_word_that_cannot_be_kept_holds_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    words = PersonalWords(tmp_path / "file" / "words.txt")
    with pytest.raises(SpellingError) as caught:
        words.add("wibble")
    assert caught.value.hint
    assert "wibble" in words
