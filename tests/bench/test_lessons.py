"""The passages on which a memory is measured: late in long documents, in turns from each folder."""

from pathlib import Path

from writer_app.bench.lessons import LONG, lessons

PARAGRAPH = "The gardener waters the roses in the morning and after supper.\n"


def write(path: Path, characters: int) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(PARAGRAPH * (characters // len(PARAGRAPH) + 1), "utf-8")
    return path


def test_passages_stand_late_in_long_documents_of_each_folder(tmp_path: Path) -> None:
    short = write(tmp_path / "a" / "short.txt", LONG // 2)
    many = [write(tmp_path / "b" / f"{number}.txt", LONG + 500) for number in range(3)]
    other = write(tmp_path / "c" / "long.txt", LONG + 500)
    found = lessons([short, *many, other], count=3, length=100)
    assert [lesson.source for lesson in found] == ["b", "c", "b"]
    assert found[0].others == tuple(many[1:])
    for lesson in found:
        assert lesson.excerpt.start > len(lesson.excerpt.text) * 0.6
        assert lesson.excerpt.end - lesson.excerpt.start == 100


def test_more_by_an_author_is_found_in_the_folder_of_the_same_name(tmp_path: Path) -> None:
    text = write(tmp_path / "dev" / "ana" / "new.txt", LONG + 500)
    old = write(tmp_path / "train" / "ana" / "old.txt", 100)
    write(tmp_path / "train" / "bea" / "old.txt", 100)
    (lesson,) = lessons([text], count=5, length=100, more=tmp_path / "train")
    assert lesson.others == (old,)
