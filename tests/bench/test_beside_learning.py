"""Typing beside a run: the run works and rests when it is told, and both states are measured."""

import multiprocessing
import time
from pathlib import Path

import pytest

from tests.tiny import write_documents
from writer_app.bench import beside_learning
from writer_app.bench.beside_learning import beside_learning_report, learner
from writer_app.errors import TrainingError
from writer_app.model.pack import Pack


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.setattr(beside_learning, "ROUNDS", 1)
    monkeypatch.setattr(beside_learning, "KEYS", 3)
    return [write_documents(tmp_path / "texts", 12)]


@pytest.mark.slow
def test_keys_and_suggestions_are_held_to_those_without_a_run(tiny_pack: Pack, documents: list[Path]) -> None:
    taken = iter([[1.0, 1.0, 1.0], [3.0, 3.0, 3.0]])  # beside a run that rests, and one that works
    report = beside_learning_report(tiny_pack, documents, lambda _keys, _pause: next(taken))
    figures = {figure.name: figure for figure in report.figures}
    assert figures["key to paint, beside a run against none"].value == pytest.approx(3.0)
    assert figures["key to paint, beside a run against none"].met is False
    assert figures["suggestion, no run, p95"].value > 0
    assert not multiprocessing.active_children()


@pytest.mark.slow
def test_a_run_that_rests_does_not_go_on_by_itself(tiny_pack: Pack, documents: list[Path]) -> None:
    with learner(tiny_pack, documents) as run:
        run.rest()
        done = len(run.progress)
        time.sleep(0.3)  # nothing is to come, so there is nothing to wait for
        assert len(run.progress) == done
        run.work()
        assert len(run.progress) > done


def test_too_few_words_to_learn_from_are_said(tiny_pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("Too short.", encoding="utf-8")
    with pytest.raises(TrainingError) as caught, learner(tiny_pack, [tmp_path]):
        pass
    assert "--texts" in caught.value.hint
