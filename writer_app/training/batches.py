"""Chunks for truncated backpropagation through time, in (time, batch) order."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from writer_app.errors import TrainingError
from writer_app.training.corpus import TokenFile, Tokens


@dataclass(frozen=True, slots=True)
class Chunk:
    """Inputs and their targets, each (T, B); the state goes on from the chunk before unless `fresh`."""

    inputs: NDArray[np.int64]
    targets: NDArray[np.int64]
    fresh: bool


class ChunkReader:
    """A corpus read by B lanes at once, its documents in a new order every epoch.

    A chunk is a pure function of seed and number, so a resumed run reads what the unbroken one would.
    """

    def __init__(self, corpus: TokenFile, *, batch: int, length: int, seed: int) -> None:
        self._corpus = corpus
        self._length = length
        self._seed = seed
        self._lane = len(corpus) // batch  # tokens a lane reads in an epoch
        self._lanes = np.arange(batch, dtype=np.int64) * self._lane
        self.chunks_per_epoch = (self._lane - 1) // length
        if self.chunks_per_epoch < 1:
            raise TrainingError(
                "There is too little text for this batch size.",
                hint="Add texts, or lower batch or chunk length.",
            )
        self._epoch = -1
        self._open_epoch(0)

    def read(self, number: int, lanes: slice = slice(None)) -> Chunk:
        """Return chunk `number` (from 0, over all epochs) of the given lanes."""
        epoch, index = divmod(number, self.chunks_per_epoch)
        self._open_epoch(epoch)
        starts = self._lanes[lanes] + index * self._length
        rows = np.stack([self._take(int(start), self._length + 1) for start in starts], axis=1)
        return Chunk(rows[:-1].astype(np.int64), rows[1:].astype(np.int64), fresh=index == 0)

    def _open_epoch(self, epoch: int) -> None:
        if epoch == self._epoch:
            return
        self._epoch = epoch
        starts = self._corpus.starts
        self._order = np.random.default_rng((self._seed, epoch)).permutation(len(starts) - 1)
        lengths = np.diff(starts)[self._order]
        self._ends = np.cumsum(lengths)

    def _take(self, position: int, count: int) -> Tokens:
        """Return `count` tokens from `position` on in the order of this epoch."""
        parts: list[Tokens] = []
        place = int(np.searchsorted(self._ends, position, side="right"))
        while count:
            stop = int(self._corpus.starts[self._order[place] + 1])
            start = stop - (int(self._ends[place]) - position)
            part = self._corpus.tokens[start : min(stop, start + count)]
            parts.append(part)
            position += len(part)
            count -= len(part)
            place += 1
        return np.concatenate(parts)
