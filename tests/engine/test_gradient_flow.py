"""What reaches back through the memory cells is what automatic differentiation finds."""

import numpy as np
import torch

from writer_app.engine.gradient_flow import kept_gradients, longest_keepers
from writer_app.model.reference import Gates


def test_it_is_the_gradient_along_the_cells() -> None:
    random = np.random.default_rng(0)
    forget, new = random.random((5, 3)), random.normal(size=(5, 3))
    cells = [torch.zeros(3, dtype=torch.float64)]
    for f, c in zip(forget, new, strict=True):
        cells.append((torch.from_numpy(f) * cells[-1] + torch.from_numpy(c)).requires_grad_())
    expected = torch.autograd.grad(cells[-1].sum(), cells[1:])
    nothing = np.zeros((5, 3))
    kept = kept_gradients(Gates(nothing, forget, nothing, nothing, nothing, nothing))
    np.testing.assert_allclose(kept, torch.stack(expected))
    assert longest_keepers(kept, 1) == [int(kept[0].argmax())]
