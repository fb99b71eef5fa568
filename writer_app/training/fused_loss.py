"""Cross-entropy fused with the output layer: the logits of all tokens are never in memory at once.

With a vocabulary of 16 k the logits of 8,192 tokens would take 500 MB, written and read several times.
Here both gradients are computed in the forward pass, some rows at a time, while their logits are still
in cache (the idea of Cut Cross-Entropy, Wijmans et al. 2024, without the kernel).
"""

from typing import Any

import torch
from torch import Tensor

ROWS = 256  # whose logits are in memory, in float32: they should stay in the last-level cache
CHUNK = 2048  # rows whose gradients are multiplied at once: longer products add up the same matrix less often
LEAST = torch.finfo(torch.float32).tiny  # of a probability, so that its logarithm is finite


class _FusedCrossEntropy(torch.autograd.Function):
    """Sum of the cross-entropies (nats); gradients wait in `ctx` for the backward pass."""

    @staticmethod
    def forward(ctx: Any, features: Tensor, weight: Tensor, bias: Tensor, targets: Tensor) -> Tensor:
        output, offset = weight.to(features.dtype), bias.to(features.dtype)
        loss = torch.zeros((), device=features.device)
        grad_features = torch.empty_like(features)
        grad_weight = torch.zeros_like(weight)
        grad_bias = torch.zeros_like(bias)
        scores = features.new_empty((min(CHUNK, len(features)), len(weight)))
        for x, y, grad_x in zip(
            torch.split(features, CHUNK),
            torch.split(targets, CHUNK),
            torch.split(grad_features, CHUNK),
            strict=True,
        ):
            grad_logits = scores[: len(x)]
            for first in range(0, len(x), ROWS):
                part = slice(first, first + ROWS)
                logits = torch.addmm(offset, x[part], output.T)
                loss += _softmax_less_target(logits, y[part, None], grad_bias, grad_logits[part])
            torch.mm(grad_logits, output, out=grad_x)
            grad_weight += grad_logits.T @ x
        ctx.save_for_backward(grad_features, grad_weight, grad_bias)
        return loss

    @staticmethod
    def backward(ctx: Any, *grad_outputs: Tensor) -> tuple[Tensor, Tensor, Tensor, None]:
        scale = grad_outputs[0]
        grad_features, grad_weight, grad_bias = ctx.saved_tensors
        return grad_features * scale, grad_weight * scale, grad_bias * scale, None


def _softmax_less_target(logits: Tensor, targets: Tensor, grad_bias: Tensor, grad_logits: Tensor) -> Tensor:
    """Write the gradient of the logits (N, V), add that of the bias; return the summed loss."""
    gradient = torch.softmax(logits, dim=-1, dtype=torch.float32)
    likelihood = gradient.gather(1, targets)
    gradient.scatter_(1, targets, likelihood - 1)
    grad_bias += gradient.sum(dim=0)
    grad_logits.copy_(gradient)
    return -likelihood.clamp_min(LEAST).log().sum()


def fused_cross_entropy(features: Tensor, weight: Tensor, bias: Tensor, targets: Tensor) -> Tensor:
    """Return the summed cross-entropy in nats of `features` (N, E) against `targets` (N,).

    `weight` (V, E) and `bias` (V,) are the output layer, in float32; `features` in bfloat16 make the
    products bfloat16. A second derivative does not exist.
    """
    loss: Tensor = _FusedCrossEntropy.apply(features, weight, bias, targets)  # type: ignore[no-untyped-call]
    return loss
