"""One step of training: loss, gradients, clipping, step, average."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from writer_app.model.lstm import LstmModel, TorchState
from writer_app.training.batches import Chunk
from writer_app.training.fused_loss import fused_cross_entropy
from writer_app.training.optimiser import Optimisers

LARGEST_GRADIENT = 1.0


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
    share_gradients: Callable[[nn.Module], None] = lambda _: None
    """Brings the gradients of several processes together."""

    def train_step(self, chunks: Sequence[Chunk], learning_rate: float) -> float:
        """Make one step with the gradients of all `chunks`; return the mean loss in nats per token."""
        total = 0.0
        for chunk in chunks:
            loss = self._loss(chunk)
            (loss / len(chunks)).backward()  # type: ignore[no-untyped-call]
            total += float(loss.detach())
        self.share_gradients(self.model)
        nn.utils.clip_grad_norm_(self.model.parameters(), LARGEST_GRADIENT)
        self.optimisers.step(learning_rate)
        self.step += 1
        self._update_average()
        return total / len(chunks)

    def _loss(self, chunk: Chunk) -> Tensor:
        """Return the mean cross-entropy (nats per token) of a chunk (T, B); go on to the state after it."""
        model = self.model
        device = model.output_bias.device
        inputs = torch.from_numpy(chunk.inputs).to(device, non_blocking=True)
        targets = torch.from_numpy(chunk.targets).to(device, non_blocking=True)
        state = model.zero_state(inputs.shape[1]) if chunk.fresh else self.state
        with torch.autocast(device.type, dtype=torch.bfloat16):
            features, (hidden, cell) = model.features(inputs, state, self.dropout)
        self.state = hidden.detach().float(), cell.detach().float()  # truncates backpropagation
        flat = features.flatten(0, 1)
        loss = fused_cross_entropy(flat, model.embedding.weight, model.output_bias, targets.flatten())
        return loss / targets.numel()

    @torch.no_grad()
    def _update_average(self) -> None:
        keep = min(1 - 1 / self.horizon, self.step / (self.step + 10))
        ours: list[Tensor] = list(self.model.parameters())
        averages: list[Tensor] = list(self.average.parameters())
        torch._foreach_lerp_(averages, ours, 1 - keep)
