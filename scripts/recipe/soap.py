"""SOAP, Adam in the eigenbasis of Shampoo (Vyas et al. 2024), for the matrices inside the network."""

from typing import Any

import torch
from torch import Tensor, nn

from writer_app.training.optimiser import BETAS, Optimisers

KEPT = 0.95  # share of the covariances that a step keeps
EVERY = 10  # steps between two looks at the eigenvectors
TINY = 1e-8


class _Side:
    """The covariance of a gradient's rows or columns, and its eigenvectors."""

    def __init__(self, covariance: Tensor) -> None:
        self.covariance = covariance
        self.vectors: Tensor = torch.linalg.eigh(covariance)[1]

    def take(self, covariance: Tensor) -> None:
        self.covariance.lerp_(covariance, 1 - KEPT)

    def turn(self) -> None:
        """Bring the eigenvectors up to date by one step of power iteration."""
        self.vectors = torch.linalg.qr(self.covariance @ self.vectors)[0]


class _Basis:
    """What is known of one matrix: its two sides, and Adam's moments."""

    def __init__(self, gradient: Tensor) -> None:
        self.rows, self.columns = _Side(gradient @ gradient.T), _Side(gradient.T @ gradient)
        self.first = torch.zeros_like(gradient)
        self.second = torch.zeros_like(gradient)
        self.step = 0

    def update(self, gradient: Tensor) -> Tensor:
        """Return the step to take, of the size of Adam's."""
        self.step += 1
        self.rows.take(gradient @ gradient.T)
        self.columns.take(gradient.T @ gradient)
        self.first.lerp_(gradient, 1 - BETAS[0])
        turned = self._turned(gradient)
        self.second.lerp_(turned.square(), 1 - BETAS[1])
        mean = self._turned(self.first) / (1 - BETAS[0] ** self.step)
        spread = (self.second / (1 - BETAS[1] ** self.step)).sqrt()
        update = self.rows.vectors @ (mean / (spread + TINY)) @ self.columns.vectors.T
        if self.step % EVERY == 0:
            self.rows.turn()
            self.columns.turn()
        return update

    def _turned(self, gradient: Tensor) -> Tensor:
        return self.rows.vectors.T @ gradient @ self.columns.vectors


class Soap(Optimisers):
    """SOAP for the matrices of LSTM and projection, AdamW for the rest."""

    def __init__(self, model: nn.Module, *, weight_decay: float) -> None:
        super().__init__(model, muon=True, weight_decay=weight_decay)
        (group,) = self._all.pop().param_groups  # those that Muon would have had
        self._matrices: list[Tensor] = group["params"]
        self._decay = weight_decay
        self._bases: dict[int, _Basis] = {}

    @torch.no_grad()
    def step(self, learning_rate: float) -> None:
        """Make one step with the gradients at hand, and clear them."""
        for number, matrix in enumerate(self._matrices):
            gradient = matrix.grad
            if gradient is None:
                continue
            if number not in self._bases:  # the first gradient only tells where to begin
                self._bases[number] = _Basis(gradient)
            else:
                matrix.mul_(1 - learning_rate * self._decay)
                matrix.sub_(self._bases[number].update(gradient), alpha=learning_rate)
            matrix.grad = None
        super().step(learning_rate)

    def state_dict(self) -> list[dict[str, Any]]:
        """Refuse: a trial is never resumed."""
        raise NotImplementedError
