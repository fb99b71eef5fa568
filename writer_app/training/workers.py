"""The processes of one run: a single one, or several under torchrun."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import distributed, nn

from writer_app.errors import TrainingError


@dataclass(frozen=True, slots=True)
class Workers:
    """This process's place among those of the run."""

    rank: int
    count: int
    device: torch.device

    @property
    def first(self) -> bool:
        """Whether this process writes files and reports."""
        return self.rank == 0

    def lanes(self, batch: int) -> slice:
        """Return this process's share of the lanes of a batch."""
        if batch % self.count:
            raise TrainingError(
                f"A batch of {batch} cannot be shared by {self.count} processes.",
                hint="Choose a multiple of it.",
            )
        share = batch // self.count
        return slice(self.rank * share, (self.rank + 1) * share)

    def average_gradients(self, model: nn.Module) -> None:
        """Replace the gradients by their means over the processes (distributed data parallel training).

        One sum per step, without `DistributedDataParallel`: the threads that it starts outlive the process
        group and can abort the interpreter's end.
        """
        if self.count == 1:
            return
        gradients = [p.grad for p in model.parameters() if p.grad is not None]
        flat = torch.cat([gradient.flatten() for gradient in gradients])
        distributed.all_reduce(flat)
        flat /= self.count
        sizes = [gradient.numel() for gradient in gradients]
        for gradient, mean in zip(gradients, torch.split(flat, sizes), strict=True):
            gradient.copy_(mean.view_as(gradient))

    def wait(self) -> None:
        """Wait until every process has come here."""
        if self.count > 1:
            distributed.barrier()

    def agree(self, progress: float) -> float:
        """Return the first process's `progress`, so that all stop at the same step."""
        if self.count == 1:
            return progress
        shared = torch.tensor([progress], dtype=torch.float64, device=self.device)
        distributed.broadcast(shared, src=0)
        return float(shared.item())

    def mean(self, value: float) -> float:
        """Return the mean of `value` over the processes."""
        if self.count == 1:
            return value
        total = torch.tensor([value], dtype=torch.float64, device=self.device)
        distributed.all_reduce(total)
        return float(total.item()) / self.count


def set_threads(count: int | None) -> None:
    """Use `count` processor threads; None leaves it to torch."""
    if count:
        torch.set_num_threads(count)


@contextmanager
def join_workers(device: str) -> Iterator[Workers]:
    """Join the processes that torchrun started, if it did; part from them at the end."""
    if device == "cuda" and not torch.cuda.is_available():
        raise TrainingError("There is no GPU that torch can use.", hint="Train with --device cpu.")
    count = int(os.environ.get("WORLD_SIZE", "1"))
    rank = int(os.environ.get("RANK", "0"))
    place = (
        torch.device(device, int(os.environ.get("LOCAL_RANK", "0")))
        if device == "cuda"
        else torch.device(device)
    )
    if count == 1:
        yield Workers(0, 1, place)
        return
    distributed.init_process_group("nccl" if device == "cuda" else "gloo")
    try:
        yield Workers(rank, count, place)
    finally:
        distributed.destroy_process_group()
