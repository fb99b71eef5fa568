"""The list of recent documents."""

from pathlib import Path

from writer_app.documents.recent import LIMIT, RecentDocuments


def test_the_newest_comes_first_and_each_only_once(tmp_path: Path) -> None:
    recent = RecentDocuments(tmp_path / "state" / "recent.json")
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    for path in (one, two, one):
        path.touch()
        recent.add(path)
    assert recent.paths() == [one, two]


def test_the_list_stays_short_and_what_is_gone_stays_in_it(tmp_path: Path) -> None:
    recent = RecentDocuments(tmp_path / "recent.json")
    paths = [tmp_path / f"{number}.txt" for number in range(LIMIT + 5)]
    for path in paths:
        path.touch()
        recent.add(path)
    assert recent.paths() == paths[: -LIMIT - 1 : -1]
    paths[-1].unlink()
    assert recent.paths()[0] == paths[-1]


def test_a_damaged_list_is_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "recent.json").write_text("{")
    assert RecentDocuments(tmp_path / "recent.json").paths() == []


def test_the_list_can_be_forgotten(tmp_path: Path) -> None:
    recent = RecentDocuments(tmp_path / "recent.json")
    (tmp_path / "a").touch()
    recent.add(tmp_path / "a")
    recent.clear()
    assert recent.paths() == []
