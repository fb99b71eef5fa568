"""A long measurement that was stopped goes on from what it has."""

from pathlib import Path

from writer_app.bench.kept import Kept, name_of


def test_what_was_found_is_there_after_a_stop(tmp_path: Path) -> None:
    file = tmp_path / "kept.jsonl"
    first = Kept(file)
    assert first.get("one") is None
    first.put("one", {"saved": 0.5})
    assert Kept(file).get("one") == {"saved": 0.5}


def test_half_a_line_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "kept.jsonl"
    Kept(file).put("one", [1])
    with file.open("a") as other:
        other.write('["two", [1')
    again = Kept(file)
    assert (again.get("one"), again.get("two")) == ([1], None)
    again.put("two", [2])
    assert Kept(file).get("two") == [2]


def test_without_a_file_it_is_kept_while_it_runs() -> None:
    kept = Kept(None)
    kept.put("one", 1)
    assert kept.get("one") == 1


def test_other_circumstances_have_another_name() -> None:
    assert name_of("en", 1) == name_of("en", 1) != name_of("en", 2)
