"""The card of a trained pack."""

from writer_app.training.publish import CurvePoint, learning_curve


def point(tokens: int, bits: float) -> CurvePoint:
    return {"tokens": tokens, "hours": tokens / 4e6, "bits_per_character": bits}


def test_the_card_shows_the_curve_as_a_picture_and_as_numbers() -> None:
    card = "\n".join(learning_curve([point(1_000_000, 2.0), point(2_500_000, 1.5)]))
    assert 'x-axis "million tokens" [1.0, 2.5]' in card
    assert "line [2.000, 1.500]" in card
    assert "| 2.5 | 0.62 | 1.5000 |" in card


def test_one_point_makes_no_picture_and_none_no_table() -> None:
    assert "mermaid" not in "\n".join(learning_curve([point(1_000_000, 2.0)]))
    assert learning_curve([]) == []
