"""The passages on which a memory is measured: late in long documents, in turns from each folder."""

from pathlib import Path

from writer_app.bench.learning import LONG, lessons

PARAGRAPH = "The gardener waters the roses in the morning and after supper.\n"


def write(path: Path, characters: int) -> Path:
    path.parent.mkdir(exist_ok=True)
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
