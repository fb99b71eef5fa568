"""The plot of a run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from writer_app.ui import theme
from writer_app.ui.dialogs.learning_curve import LearningCurve, round_scale

NEARLY = 40  # of 255


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_both_lines_are_drawn_in_the_colours_of_the_theme(qtbot: QtBot, colours: theme.Colours) -> None:
    curve = LearningCurve()
    qtbot.addWidget(curve)
    curve.setPalette(theme.palette(colours))
    curve.resize(500, 240)
    assert line_pixels(curve, colours.accent) == 0
    for progress, bits in ((0.0, 2.0), (0.5, 1.9), (1.0, 1.85)):
        curve.add_held_out(progress, bits)
    assert line_pixels(curve, colours.accent) > 300
    assert line_pixels(curve, colours.ghost) == 0
    for step in range(100):
        curve.add_loss(step / 100, 5 - step / 50)
    assert line_pixels(curve, colours.ghost) > 50


def line_pixels(curve: LearningCurve, colour: str) -> int:
    """Count the pixels below the legend that are nearly of a colour; thin lines are blended."""
    picture, wanted = curve.grab().toImage(), QColor(colour)
    legend = curve.fontMetrics().height() + 8
    return sum(
        nearly(picture.pixelColor(x, y), wanted)
        for y in range(legend, picture.height())
        for x in range(60, picture.width() - 60)
    )


def nearly(one: QColor, other: QColor) -> bool:
    parts = (QColor.red, QColor.green, QColor.blue)
    return all(abs(part(one) - part(other)) < NEARLY for part in parts)


def test_a_flat_line_and_a_single_point_have_a_scale(qtbot: QtBot) -> None:
    curve = LearningCurve()
    qtbot.addWidget(curve)
    for _ in range(2):
        curve.add_held_out(0.0, 2.0)
        scale = curve.held_out.scale()
        assert scale.low < 2.0 < scale.high
        curve.grab()


@given(low=st.floats(0.01, 90), width=st.floats(0.001, 10))
def test_the_numbers_of_a_scale_are_round_and_all_different(low: float, width: float) -> None:
    scale = round_scale(low, low + width)
    assert scale.low <= low
    assert scale.high >= low + width
    assert 4 * scale.step < 10 * width  # narrow enough to see the line
    ticks = [scale.low + number * scale.step for number in range(5)]
    assert all(abs(float(f"{tick:.{scale.decimals}f}") - tick) < 1e-6 for tick in ticks)
