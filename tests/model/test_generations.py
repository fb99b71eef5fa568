"""Generations of adapted packs: one is in use, a new one waits to be kept, and there is a way back."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.tiny import tokenizer_bytes
from writer_app.errors import PackError
from writer_app.model import generations
from writer_app.model.config import ModelConfig
from writer_app.model.pack import Pack, write_pack
from writer_app.model.tokenizer import Tokenizer

SMALL = ModelConfig.sized(Tokenizer(tokenizer_bytes()).size, embedding=4, hidden=6, layers=2)


def write(folder: Path, language: str = "en", **facts: Any) -> Pack:
    weights = {name: np.zeros(shape, np.float32) for name, shape in SMALL.shapes().items()}
    return write_pack(
        folder,
        language=language,
        config=SMALL,
        facts=facts,
        weights=weights,
        tokenizer=tokenizer_bytes(),
        card="",
    )


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    write(tmp_path / "models" / "en")
    write(tmp_path / "models" / "zh", "zh")
    return tmp_path / "models"


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    folder = tmp_path / "packs"
    folder.mkdir()
    return folder


def adapt(personal: Path, bundled: Path, language: str = "en") -> Path:
    """Write a candidate as a run does, from the pack in use."""
    base = generations.bases(personal, bundled)[language]
    return write(generations.candidate(personal, language), language, base={"name": base.name}).folder


def in_use(personal: Path, bundled: Path, language: str = "en") -> str:
    return generations.bases(personal, bundled)[language].name


def test_a_candidate_is_used_by_nobody_until_it_is_kept(personal: Path, bundled: Path) -> None:
    candidate = adapt(personal, bundled)
    assert in_use(personal, bundled) == "en"
    assert [pack.folder for pack in generations.waiting_candidates(personal)] == [candidate]
    assert generations.keep(candidate) == personal / "en-personal-1"
    assert in_use(personal, bundled) == "en-personal-1"
    assert generations.waiting_candidates(personal) == []


def test_each_language_has_generations_of_its_own(personal: Path, bundled: Path) -> None:
    for language in ("en", "zh", "en"):
        generations.keep(adapt(personal, bundled, language))
    assert in_use(personal, bundled, "en") == "en-personal-2"
    assert in_use(personal, bundled, "zh") == "zh-personal-1"
    names = [folder.name for folder in generations.packs_in_use(personal, bundled)]
    assert names == ["en-personal-2", "zh-personal-1", "en", "zh"]


def test_going_back_uses_the_generation_before_and_removes_the_new_one(personal: Path, bundled: Path) -> None:
    for _ in range(2):
        generations.keep(adapt(personal, bundled))
    generations.go_back(personal, "en", personal.parent / "graphs")
    assert in_use(personal, bundled) == "en-personal-1"
    generations.go_back(personal, "en", personal.parent / "graphs")
    assert in_use(personal, bundled) == "en"
    generations.go_back(personal, "en", personal.parent / "graphs")
    assert [path.name for path in personal.iterdir()] == [generations.CURRENT]


def test_discarding_leaves_nothing_of_a_run_that_was_killed_while_writing(
    personal: Path, bundled: Path
) -> None:
    candidate = adapt(personal, bundled)
    (personal / f".{candidate.name}.new").mkdir()
    generations.discard(candidate, personal.parent / "graphs")
    assert list(personal.iterdir()) == []


@pytest.mark.parametrize("content", ["", "[1]", '{"en": 5}', '{"en": "../../elsewhere"}', '{"en": "absent"}'])
def test_a_damaged_note_of_what_is_in_use_means_the_pack_that_came_with_the_program(
    personal: Path, bundled: Path, content: str
) -> None:
    generations.keep(adapt(personal, bundled))
    (personal / generations.CURRENT).write_text(content)
    assert in_use(personal, bundled) == "en"
    generations.go_back(personal, "en", personal.parent / "graphs")
    assert (personal / "en-personal-1").is_dir()


@pytest.mark.parametrize("name", ["../elsewhere", "bundled/../elsewhere"])
def test_a_note_that_leads_elsewhere_leads_nowhere(personal: Path, bundled: Path, name: str) -> None:
    write(personal.parent / "elsewhere")
    (personal / "current.json").write_text(f'{{"en": "{name}"}}')
    assert in_use(personal, bundled) == "en"
    assert len(generations.problems(personal, bundled)) == 1


def test_a_damaged_generation_gives_way_to_the_pack_it_came_from(personal: Path, bundled: Path) -> None:
    kept = generations.keep(adapt(personal, bundled))
    (kept / "weights.safetensors").write_bytes(b"")
    assert in_use(personal, bundled) == "en"
    generations.go_back(personal, "en", personal.parent / "graphs")
    assert not kept.exists()


def test_what_cannot_be_kept_says_what_to_do_and_changes_nothing(personal: Path, bundled: Path) -> None:
    candidate = adapt(personal, bundled)
    (personal / "en-personal-1").mkdir()
    (personal / "en-personal-1" / "in the way").touch()
    with pytest.raises(PackError) as caught:
        generations.keep(candidate)
    assert caught.value.hint
    assert in_use(personal, bundled) == "en"
    assert candidate.is_dir()
