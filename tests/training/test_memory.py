"""The batch fits into the memory that is free."""

import pytest

from writer_app.errors import TrainingError
from writer_app.model.config import ModelConfig
from writer_app.training import memory

SHIPPED = ModelConfig.sized(10_000, embedding=384, hidden=768, layers=2)


def test_a_run_of_the_shipped_sizes_stays_below_its_limit() -> None:
    assert memory.needed(SHIPPED) < memory.LIMIT


def test_with_less_memory_the_batch_is_smaller() -> None:
    assert memory.batch_that_fits(SHIPPED, available=8 << 30) == memory.LARGEST_BATCH
    small = memory.batch_that_fits(SHIPPED, available=int(memory.needed(SHIPPED) * 1.08))
    assert memory.SMALLEST_BATCH <= small < memory.LARGEST_BATCH


def test_with_too_little_memory_it_is_said_before_anything_begins() -> None:
    with pytest.raises(TrainingError) as caught:
        memory.batch_that_fits(SHIPPED, available=200 << 20)
    assert "Close other programs" in caught.value.hint
