"""Passages of the base are read beside the person's texts, and less is forgotten."""

import lzma
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiny import document, write_diary
from writer_app.errors import TrainingError
from writer_app.model.pack import Pack
from writer_app.paths import resources
from writer_app.training.batches import Chunk
from writer_app.training.events import Compared
from writer_app.training.finetune import finetune
from writer_app.training.plan import REHEARSED, FinetunePlan
from writer_app.training.rehearsal import beside, lanes_for, passages_of_the_base


def write_passages(folder: Path, texts: list[str]) -> Path:
    text = "\n\n".join(text.strip().replace("\n\n", "\n") for text in texts)
    (folder / "en.txt.xz").write_bytes(lzma.compress(text.encode("utf-8")))
    return folder


def test_with_passages_of_the_base_more_of_what_was_learned_may_be_kept(
    tiny_pack: Pack, tmp_path: Path
) -> None:
    general = [document(seed).strip().replace("\n\n", "\n") for seed in range(900, 906)]
    (tmp_path / "en.txt").write_text("\n\n".join(general), encoding="utf-8")
    passages = write_passages(tmp_path, [document(seed) for seed in range(40)])
    diary = write_diary(tmp_path / "diary")

    def kept(rehearsal: Path) -> Compared:
        plan = FinetunePlan(
            (diary,),
            tiny_pack,
            tmp_path / "mine",
            epochs=4,
            learning_rate=2e-2,
            dropout=0.0,
            general=tmp_path,
            rehearsal=rehearsal,
        )
        return next(event for event in finetune(plan) if isinstance(event, Compared))

    rehearsed, alone = kept(passages), kept(tmp_path / "none")
    assert rehearsed.share > 1.2 * alone.share
    assert rehearsed.after < alone.after


@given(most_own=st.integers(0, 100), largest=st.integers(1, 64))
def test_a_batch_is_parted_and_never_outgrown(most_own: int, largest: int) -> None:
    lanes = lanes_for(most_own, largest, rehearse=True)
    assert lanes.own >= 1
    assert lanes.own + lanes.rehearsed <= largest
    assert abs(lanes.rehearsed - REHEARSED * (lanes.own + lanes.rehearsed)) <= 1
    assert lanes_for(most_own, largest, rehearse=False).rehearsed == 0


def test_the_person_s_lanes_come_first_and_say_when_states_begin_anew() -> None:
    def chunk(value: int, lanes: int, *, fresh: bool) -> Chunk:
        return Chunk(np.full((4, lanes), value), np.full((4, lanes), value + 1), fresh)

    both = beside(chunk(1, 2, fresh=True), chunk(5, 1, fresh=False))
    assert both.inputs[0].tolist() == [1, 1, 5]
    assert both.targets[0].tolist() == [2, 2, 6]
    assert both.fresh


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_shipped_passages_are_many_and_none_is_measured_on(language: str) -> None:
    rehearsed = passages_of_the_base(language)
    general = (resources() / "general" / f"{language}.txt").read_text(encoding="utf-8").split("\n\n")
    assert sum(map(len, rehearsed)) > 500_000
    assert set(rehearsed).isdisjoint(general)
    everything = "\n".join(rehearsed)
    assert not [passage for passage in general if len(passage) > 100 and passage[20:100] in everything]


def test_a_language_without_passages_has_none() -> None:
    assert passages_of_the_base("la") == []


@pytest.mark.parametrize("content", [b"no archive", lzma.compress(b"\xff\xfe")])
def test_a_damaged_file_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "en.txt.xz").write_bytes(content)
    with pytest.raises(TrainingError) as caught:
        passages_of_the_base("en", tmp_path)
    assert "Install" in caught.value.hint
