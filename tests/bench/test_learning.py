"""What a memory saves is measured with the real parts, and goes on where it was stopped."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from writer_app.bench import learning
from writer_app.bench.kept import Kept
from writer_app.bench.learning import ALONE, DOCUMENT, METHODS, SAME_AUTHOR, learned, learning_report
from writer_app.bench.lessons import LONG, Lesson, lessons
from writer_app.engine.gate import read_gate
from writer_app.model.pack import Pack, open_pack
from writer_app.paths import resources

LETTER = "The gardener remembers Quill. The teacher answers Quill after supper.\n"


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    for name in ("new", "old"):
        (tmp_path / f"{name}.txt").write_text(LETTER * (LONG // len(LETTER) + 10), "utf-8")
    return lessons(sorted(tmp_path.iterdir()), count=1, length=40)[0]


def test_a_text_full_of_one_name_is_typed_faster_with_a_memory(
    lesson: Lesson, tiny_pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "AUTHOR", 3000)
    ((source, typed),) = learned(tiny_pack, [lesson], Kept(None))
    assert source == lesson.source
    assert set(typed) == set(METHODS)
    assert typed[DOCUMENT].as_ghost > typed[ALONE].as_ghost
    assert typed[SAME_AUTHOR].as_ghost > typed[ALONE].as_ghost
    report = learning_report([(source, typed)])
    gains = {figure.name: figure.value for figure in report.figures}
    assert gains["ghost text, gained by remembering this document"] == pytest.approx(
        typed[DOCUMENT].as_ghost - typed[ALONE].as_ghost
    )


def test_what_is_kept_is_not_typed_again(lesson: Lesson, tiny_pack: Pack, tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept.jsonl")
    first = list(learned(tiny_pack, [lesson], kept))
    lines = (tmp_path / "kept.jsonl").read_text()
    elsewhere = open_pack(Path(shutil.copytree(tiny_pack.folder, tmp_path / "copy" / tiny_pack.name)))
    assert list(learned(elsewhere, [lesson], Kept(tmp_path / "kept.jsonl"))) == first
    assert (tmp_path / "kept.jsonl").read_text() == lines


def test_another_gate_leaves_what_the_model_alone_did(
    lesson: Lesson, tiny_pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept.jsonl"
    ((_, first),) = learned(tiny_pack, [lesson], Kept(file))
    closed = replace(read_gate(resources() / "memory_gate.json", "en"), recent=(-9.0, 0.0))
    monkeypatch.setattr(learning, "read_gate", lambda _path, _language: closed)
    ((_, then),) = learned(tiny_pack, [lesson], Kept(file))
    assert then[ALONE] == first[ALONE]
    assert len(file.read_text().splitlines()) == 3  # the model alone, and a document by each gate
