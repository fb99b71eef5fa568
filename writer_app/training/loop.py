"""One step of training: loss, gradients, clipping, step, average."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from writer_app.model.lstm import LstmModel, TorchState
from writer_app.training.batches import Chunk
from writer_app.training.fused_loss import fused_cross_entropy
from writer_app.training.optimiser import Optimisers

LARGEST_GRADIENT = 1.0


class LossModel(nn.Module):
    """The model with its loss, as one module: what DDP wraps."""

    def __init__(self, model: LstmModel, dropout: float = 0.0) -> None:
        super().__init__()
        self.model = model
        self.dropout = dropout

    def forward(self, inputs: Tensor, targets: Tensor, state: TorchState) -> tuple[Tensor, TorchState]:
        """Return the mean cross-entropy (nats per token) of a chunk (T, B), and the state after it."""
        with torch.autocast(inputs.device.type, dtype=torch.bfloat16):
            features, state = self.model.features(inputs, state, self.dropout)
        flat = features.flatten(0, 1)
        model = self.model
        loss = fused_cross_entropy(flat, model.embedding.weight, model.output_bias, targets.flatten())
        return loss / targets.numel(), state


@dataclass(slots=True)
class Trainer:
    """What changes from step to step."""

    model: LstmModel
    optimisers: Optimisers
    average: LstmModel
    """Exponential moving average of the weights: a finished model at any time (Izmailov et al. 2018)."""
    state: TorchState
    horizon: int = 200
    """Steps over which the weights are averaged."""
    dropout: float = 0.0
    step: int = 0
    parallel: DistributedDataParallel | None = None

    def train_step(self, chunks: Sequence[Chunk], learning_rate: float) -> float:
        """Make one step with the gradients of all `chunks`; return the mean loss in nats per token."""
        loss_model: nn.Module = self.parallel or LossModel(self.model, self.dropout)
        total = 0.0
        for index, chunk in enumerate(chunks):
            with self._synchronising(last=index == len(chunks) - 1):
                loss = self._loss(loss_model, chunk)
                (loss / len(chunks)).backward()  # type: ignore[no-untyped-call]
            total += float(loss.detach())
        nn.utils.clip_grad_norm_(self.model.parameters(), LARGEST_GRADIENT)
        self.optimisers.step(learning_rate)
        self.step += 1
        self._update_average()
        return total / len(chunks)

    def _loss(self, loss_model: nn.Module, chunk: Chunk) -> Tensor:
        device = self.model.output_bias.device
        inputs = torch.from_numpy(chunk.inputs).to(device, non_blocking=True)
        targets = torch.from_numpy(chunk.targets).to(device, non_blocking=True)
        state = self.model.zero_state(inputs.shape[1]) if chunk.fresh else self.state
        loss: Tensor
        loss, (hidden, cell) = loss_model(inputs, targets, state)
        self.state = hidden.detach().float(), cell.detach().float()  # truncates backpropagation
        return loss

    def _synchronising(self, *, last: bool) -> AbstractContextManager[None]:
        if self.parallel is None or last:
            return nullcontext()
        return self.parallel.no_sync()

    @torch.no_grad()
    def _update_average(self) -> None:
        keep = min(1 - 1 / self.horizon, self.step / (self.step + 10))
        ours: list[Tensor] = list(self.model.parameters())
        averages: list[Tensor] = list(self.average.parameters())
        torch._foreach_lerp_(averages, ours, 1 - keep)
