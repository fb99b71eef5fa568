"""The help pages on the LSTM say what the code computes."""

import numpy as np
import pytest
import torch

from writer_app.model import worked_example
from writer_app.paths import resources


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_holds_every_figure(language: str) -> None:
    page = (resources() / "help" / f"lstm.{language}.md").read_text(encoding="utf-8")
    for figure in worked_example.figures():
        assert figure in page


def test_the_gates_and_what_they_leave_agree_with_torch() -> None:
    for total in worked_example.SUMS:
        z = torch.tensor(total, dtype=torch.float64)
        assert worked_example.forget_gate(total) == pytest.approx(float(z.sigmoid()))
        assert worked_example.tutorial_forget_gate(total) == pytest.approx(float(1 - z.tanh()))


def test_a_gradient_through_twenty_cells_is_the_product_of_their_forget_gates() -> None:
    memory = first = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    for _ in range(worked_example.TOKENS):
        memory = 0.95 * memory + 0.1
    (gradient,) = torch.autograd.grad(memory, first)
    assert worked_example.kept_after(0.95) == pytest.approx(float(gradient))


def test_the_untransposed_weight_makes_another_word_win() -> None:
    right, wrong = worked_example.next_word()
    expected = torch.from_numpy(worked_example.HIDDEN @ worked_example.OUTPUT).softmax(0)
    np.testing.assert_allclose(right, expected)
    assert right.argmax() != wrong.argmax()
