"""The optimisers: AdamW for everything, or Muon for the matrices inside the network."""

from typing import Any

from torch import Tensor, nn
from torch.optim import AdamW, Muon, Optimizer

BETAS = (0.9, 0.99)


class Optimisers:
    """One or two optimisers that step together; learning rates are those of AdamW."""

    def __init__(self, model: nn.Module, *, muon: bool, weight_decay: float) -> None:
        inner, outer = _split(model) if muon else ([], [p for p in model.parameters() if p.requires_grad])
        self._all: list[Optimizer] = [AdamW(outer, betas=BETAS, weight_decay=weight_decay, fused=True)]
        if inner:
            # "match_rms_adamw" scales each update to the size of AdamW's (Liu et al. 2025)
            self._all.append(Muon(inner, weight_decay=weight_decay, adjust_lr_fn="match_rms_adamw"))

    def step(self, learning_rate: float) -> None:
        """Make one step with the gradients at hand, and clear them."""
        for optimiser in self._all:
            for group in optimiser.param_groups:
                group["lr"] = learning_rate
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)

    def state_dict(self) -> list[dict[str, Any]]:
        """Return the state of all."""
        return [optimiser.state_dict() for optimiser in self._all]

    def load_state_dict(self, states: list[dict[str, Any]]) -> None:
        """Go on from a state."""
        for optimiser, state in zip(self._all, states, strict=True):
            optimiser.load_state_dict(state)


def _split(model: nn.Module) -> tuple[list[Tensor], list[Tensor]]:
    """Part the matrices of LSTM and projection, which Muon is for, from the rest (Jordan 2024)."""
    inner: list[Tensor] = []
    outer: list[Tensor] = []
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            matrix = parameter.ndim == 2 and "embedding" not in name
            (inner if matrix else outer).append(parameter)
    return inner, outer
