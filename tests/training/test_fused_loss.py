"""The fused cross-entropy against torch's own."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from writer_app.training.fused_loss import CHUNK, ROWS, fused_cross_entropy


def layer(rows: int, seed: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    torch.manual_seed(seed)
    features = torch.randn(rows, 6, requires_grad=True)
    weight, bias = torch.randn(9, 6, requires_grad=True), torch.randn(9, requires_grad=True)
    return features, weight, bias, torch.randint(0, 9, (rows,))


@given(
    rows=st.sampled_from([1, ROWS - 1, ROWS + 1, CHUNK, CHUNK + 1, 2 * CHUNK + 7]), seed=st.integers(0, 99)
)
@settings(max_examples=15, deadline=None)
def test_loss_and_gradients_agree_with_torch(rows: int, seed: int) -> None:
    *ours, targets = layer(rows, seed)
    *theirs, _ = layer(rows, seed)
    loss = fused_cross_entropy(ours[0], ours[1], ours[2], targets)
    expected = torch.nn.functional.cross_entropy(
        torch.nn.functional.linear(*theirs), targets, reduction="sum"
    )
    (3 * loss).backward()  # type: ignore[no-untyped-call]
    (3 * expected).backward()  # type: ignore[no-untyped-call]
    torch.testing.assert_close(loss, expected, rtol=1e-5, atol=1e-4)
    for mine, other in zip(ours, theirs, strict=True):
        torch.testing.assert_close(mine.grad, other.grad, rtol=1e-4, atol=1e-4)


def test_bfloat16_features_cost_little_precision() -> None:
    features, weight, bias, targets = layer(100, seed=0)
    exact = fused_cross_entropy(features, weight, bias, targets)
    rounded = fused_cross_entropy(features.bfloat16(), weight, bias, targets)
    assert rounded.item() == pytest.approx(exact.item(), rel=0.01)
