"""A corpus of the small language, and plans that train on it in seconds."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from tests.tiny import VOCABULARY, write_documents
from writer_app.training.plan import BasePlan, Sizes
from writer_app.training.schedule import Schedule

STEP_TOKENS = 8 * 16


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write documents to train on and others to measure on."""
    folder = tmp_path_factory.mktemp("corpus")
    write_documents(folder / "train", 30)
    write_documents(folder / "dev", 5, first_seed=1000)
    return folder


@pytest.fixture
def make_plan(corpus_folder: Path, tmp_path: Path) -> Callable[..., BasePlan]:
    """Return a maker of plans; what is not said is small."""

    def make(**changes: Any) -> BasePlan:
        usual: dict[str, Any] = {
            "language": "en",
            "data": corpus_folder / "train",
            "out": tmp_path / "pack",
            "held_out": corpus_folder / "dev",
            "tokens": 20 * STEP_TOKENS,
            "sizes": Sizes(VOCABULARY, 16, 24, 2),
            "schedule": Schedule(1e-2, warm_up=5),
            "batch": 8,
            "length": 16,
            "evaluate_tokens": 10 * STEP_TOKENS,
        }
        return BasePlan(**usual | changes)

    return make


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> None:
    """Small models are quicker on one thread, and other work then disturbs them less."""
    torch.set_num_threads(1)
