"""Regularisers for training on little text."""

import torch
from torch import Tensor


def locked_dropout(x: Tensor, rate: float) -> Tensor:
    """Drop the same units at every step of a sequence x (T, B, H) (Gal and Ghahramani 2016)."""
    if not rate:
        return x
    kept = torch.empty(1, x.shape[1], x.shape[2], device=x.device).bernoulli_(1 - rate)
    return x * (kept / (1 - rate)).to(x.dtype)
