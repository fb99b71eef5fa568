"""How much of a gradient reaches back to each token of a sentence through the memory cells."""

from collections.abc import Sequence

import numpy as np

from writer_app.model.reference import Gates
from writer_app.model.state import Floats


def kept_gradients(gates: Gates) -> Floats:
    """Return ∂m_T/∂m_t along the memory cells, (T, H): the product of the forget gates after t."""
    forget = gates.forget_gate
    products = np.cumprod(forget[::-1], axis=0)[::-1]  # from each token on, its own gate included
    kept: Floats = np.concatenate([products[1:], np.ones_like(products[:1])])
    return kept


def longest_keepers(kept: Floats, count: int) -> Sequence[int]:
    """Return the units through which most of a gradient reaches the first token."""
    units: list[int] = np.argsort(-kept[0], kind="stable")[:count].tolist()
    return units
