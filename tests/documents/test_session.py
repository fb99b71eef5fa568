"""The session comes back as it was kept; a damaged one is an empty one."""

from pathlib import Path

import pytest

from tests.documents.limits import file_limit
from writer_app.documents.session import Place, Session, read_session, write_session


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    session = Session((Place("/a.txt", 3, 1), Place("/你好.txt", 5, 0)), 1, "abc")
    write_session(tmp_path / "state" / "session.json", session)
    assert read_session(tmp_path / "state" / "session.json") == session


@pytest.mark.parametrize("content", ["", "{", "[]", '{"places": [{"path": 1}]}', '{"places": 3}'])
def test_a_damaged_session_is_an_empty_one(tmp_path: Path, content: str) -> None:
    (tmp_path / "session.json").write_text(content)
    assert read_session(tmp_path / "session.json") == Session()


def test_a_full_disk_leaves_the_session_as_it_was(tmp_path: Path) -> None:
    file, session = tmp_path / "session.json", Session((Place("/a.txt"),))
    write_session(file, session)
    with file_limit(8):
        write_session(file, Session((Place("/b.txt"),)))
    assert read_session(file) == session
