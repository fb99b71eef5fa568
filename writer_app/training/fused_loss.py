"""Cross-entropy fused with the output layer: the logits of all tokens are never in memory at once.

With a vocabulary of 16 k the logits of 8,192 tokens would take 500 MB, written and read several times.
Here both gradients are computed in the forward pass, a chunk of rows at a time, while the chunk's
logits are still in cache (the idea of Cut Cross-Entropy, Wijmans et al. 2024, without the kernel).
"""

from typing import Any

import torch
from torch import Tensor

CHUNK = 512  # rows; a chunk's logits should stay in the last-level cache


class _FusedCrossEntropy(torch.autograd.Function):
    """Sum of the cross-entropies (nats); gradients wait in `ctx` for the backward pass."""

    @staticmethod
    def forward(ctx: Any, features: Tensor, weight: Tensor, bias: Tensor, targets: Tensor) -> Tensor:
        output = weight.to(features.dtype)
        loss = torch.zeros((), device=features.device)
        grad_features = torch.empty_like(features)
        grad_weight = torch.zeros_like(weight)
        grad_bias = torch.zeros_like(bias)
        for x, y, grad_x in zip(
            torch.split(features, CHUNK),
            torch.split(targets, CHUNK),
            torch.split(grad_features, CHUNK),
            strict=True,
        ):
            logits = (x @ output.T).float().add_(bias)
            log_sum = logits.logsumexp(dim=-1, keepdim=True)
            loss += log_sum.sum() - logits.gather(1, y[:, None]).sum()
            scores = logits.sub_(log_sum).exp_()  # softmax
            scores.scatter_add_(1, y[:, None], scores.new_full((len(y), 1), -1.0))
            grad_bias += scores.sum(dim=0)
            scores = scores.to(features.dtype)
            torch.mm(scores, output, out=grad_x)
            grad_weight += scores.T @ x
        ctx.save_for_backward(grad_features, grad_weight, grad_bias)
        return loss

    @staticmethod
    def backward(ctx: Any, *grad_outputs: Tensor) -> tuple[Tensor, Tensor, Tensor, None]:
        scale = grad_outputs[0]
        grad_features, grad_weight, grad_bias = ctx.saved_tensors
        return grad_features * scale, grad_weight * scale, grad_bias * scale, None


def fused_cross_entropy(features: Tensor, weight: Tensor, bias: Tensor, targets: Tensor) -> Tensor:
    """Return the summed cross-entropy in nats of `features` (N, E) against `targets` (N,).

    `weight` (V, E) and `bias` (V,) are the output layer, in float32; `features` in bfloat16 make the
    products bfloat16. A second derivative does not exist.
    """
    loss: Tensor = _FusedCrossEntropy.apply(features, weight, bias, targets)  # type: ignore[no-untyped-call]
    return loss
