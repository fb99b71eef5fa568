"""Every lane reads on where it stopped, and an epoch reads every document once."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.errors import TrainingError
from writer_app.training.batches import ChunkReader
from writer_app.training.corpus import TokenFile


def corpus(lengths: list[int]) -> TokenFile:
    """Return documents of these lengths whose tokens are all different."""
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return TokenFile(np.arange(sum(lengths)).astype(np.uint16), starts)


LENGTHS = st.lists(st.integers(1, 40), min_size=3, max_size=12).filter(lambda lengths: sum(lengths) > 40)


@given(LENGTHS, st.integers(0, 9))
def test_a_lane_goes_on_where_it_stopped(lengths: list[int], seed: int) -> None:
    reader = ChunkReader(corpus(lengths), batch=3, length=4, seed=seed)
    before = reader.read(0)
    assert before.fresh
    for number in range(1, reader.chunks_per_epoch):
        chunk = reader.read(number)
        assert not chunk.fresh
        np.testing.assert_array_equal(chunk.inputs[0], before.targets[-1])
        np.testing.assert_array_equal(chunk.inputs[1:], chunk.targets[:-1])
        before = chunk


@given(LENGTHS, st.integers(0, 9))
def test_an_epoch_reads_nothing_twice_and_leaves_out_only_the_ends_of_lanes(
    lengths: list[int], seed: int
) -> None:
    batch, length = 3, 4
    reader = ChunkReader(corpus(lengths), batch=batch, length=length, seed=seed)
    read = [reader.read(number).inputs for number in range(reader.chunks_per_epoch)]
    tokens = np.concatenate([inputs.ravel() for inputs in read])
    assert len(set(tokens)) == len(tokens)
    assert sum(lengths) - len(tokens) < batch * (length + 1) + batch


def test_documents_are_read_whole_in_another_order_each_epoch() -> None:
    reader = ChunkReader(corpus([10] * 20), batch=1, length=9, seed=0)
    count = reader.chunks_per_epoch
    epochs = [
        np.concatenate([reader.read(epoch * count + i).inputs[:, 0] for i in range(count)]).tolist()
        for epoch in range(2)
    ]
    assert epochs[0] != epochs[1]
    for tokens in epochs:
        breaks = sum(b != a + 1 for a, b in pairwise(tokens))
        assert breaks <= 19


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6))
def test_a_chunk_does_not_depend_on_what_was_read_before(numbers: list[int]) -> None:
    reader = ChunkReader(corpus([7, 30, 21, 2, 50]), batch=2, length=5, seed=3)
    for number in numbers:
        fresh = ChunkReader(corpus([7, 30, 21, 2, 50]), batch=2, length=5, seed=3)
        np.testing.assert_array_equal(reader.read(number).inputs, fresh.read(number).inputs)


def test_shares_of_the_lanes_make_the_whole() -> None:
    reader = ChunkReader(corpus([50] * 5), batch=4, length=5, seed=3)
    shares = [reader.read(2, lanes).inputs for lanes in (slice(0, 2), slice(2, 4))]
    np.testing.assert_array_equal(np.concatenate(shares, axis=1), reader.read(2).inputs)


def test_too_little_text_is_said() -> None:
    with pytest.raises(TrainingError):
        ChunkReader(corpus([10]), batch=8, length=5, seed=0)
