"""The bench fills a memory as large as it says, and asks beside it."""

from pathlib import Path

import pytest

from writer_app.bench import remembering
from writer_app.bench.remembering import fill, remembering_report
from writer_app.model.pack import Pack
from writer_app.personal.store import MemoryStore


def test_a_memory_is_filled_with_so_many_words(tmp_path: Path) -> None:
    fill(tmp_path, 300, hints=50)
    store = MemoryStore(tmp_path)
    assert sum(len(text.split()) for _, text in store.sentences()) == 300
    assert store.hint_count() >= 45


def test_each_size_has_its_row(tiny_pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "TYPED", 5)
    report = remembering_report(tiny_pack, amounts=(0, 150))
    (table,) = report.tables
    assert [row[0] for row in table.rows] == [0, 150]
    assert {figure.name for figure in report.figures} >= {"on the disk"}
