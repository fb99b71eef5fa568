"""The numbers of the help page on the LSTM: what is right, and what a widely copied tutorial makes of it.

The tutorial has the forget gate as 1 − tanh(·), an output weight that is not transposed, and a hidden state
that is a column where a row is wanted. Each mistake is done here with a few numbers.
"""

import math

import numpy as np

from writer_app.model.reference import log_softmax, sigmoid
from writer_app.model.state import Floats

SUMS = (-2.0, -1.0, 0.0, 1.0, 3.0)
"""What comes out of W x + U h + b, before the gate's own function."""
TOKENS = 20
HIDDEN = np.array([0.5, -0.2, 0.1])
OUTPUT = np.array([[2.0, -1.0, 0.5], [1.0, 3.0, -2.0], [-1.5, 0.5, 4.0]])
"""Three units (rows) to three words (columns)."""


def forget_gate(total: float) -> float:
    """Return the share of the memory that is kept."""
    return float(sigmoid(np.array([total]))[0])


def tutorial_forget_gate(total: float) -> float:
    """Return what 1 − tanh gives instead: up to 2, and smaller where it should be larger."""
    return 1 - math.tanh(total)


def kept_after(gate: float, tokens: int = TOKENS) -> float:
    """Return what is left of a memory of 1, and of a gradient going back, after so many tokens."""
    return gate**tokens


def plain_network_gradient(weight: float, hidden: float, tokens: int = TOKENS) -> float:
    """Return what is left of a gradient in a network without gates: w · (1 − h²) for each token."""
    return float((weight * (1 - hidden**2)) ** tokens)


def next_word() -> tuple[Floats, Floats]:
    """Return the probabilities of three words with the output weight transposed, and without."""
    return np.exp(log_softmax(OUTPUT.T @ HIDDEN)), np.exp(log_softmax(OUTPUT @ HIDDEN))


def state_of_the_wrong_shape() -> tuple[int, ...]:
    """Return the shape of o ⊙ tanh(m) where o is a row of three numbers and m a column of three."""
    hidden: Floats = HIDDEN * np.tanh(HIDDEN[:, None])
    return hidden.shape


def figures() -> list[str]:
    """Return the numbers as the help page writes them."""
    rows = [
        f"| {_number(total)} | {forget_gate(total):.3f} | {kept_after(forget_gate(total)):.2g}"
        f" | {tutorial_forget_gate(total):.3f} | {_scale(kept_after(tutorial_forget_gate(total)))} |"
        for total in SUMS
    ]
    right, wrong = next_word()
    height, width = state_of_the_wrong_shape()
    return [
        *rows,
        f"{plain_network_gradient(0.9, 0.5):.5f}",
        f"{kept_after(0.95):.2f}",
        " · ".join(f"{share:.0%}" for share in right),
        " · ".join(f"{share:.0%}" for share in wrong),
        f"{height} × {width}",
    ]


def _number(number: float) -> str:
    return f"{number:g}".replace("-", "−")


def _scale(number: float) -> str:
    return f"{number:,.0f}" if number >= 10 else f"{number:.2g}"
