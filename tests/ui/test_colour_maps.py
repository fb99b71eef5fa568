"""Colour maps: even to the eye, and not by red against green."""

import math
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor

from writer_app.ui import colour_maps, theme
from writer_app.ui.colour_maps import diverging, oklab, sequential

THEMES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def labs(colours: tuple[int, ...]) -> list[tuple[float, float, float]]:
    return [oklab(QColor.fromRgb(colour)) for colour in colours]


@THEMES
@pytest.mark.parametrize("colours", [sequential, diverging])
def test_even_steps_look_even(colours: object, dark: bool) -> None:
    assert callable(colours)
    ways = [math.dist(one, other) for one, other in pairwise(labs(colours(dark)))]
    steps = [sum(ways[start : start + 15]) for start in range(0, len(ways), 15)]  # single ones are rounded
    assert max(steps) < 1.35 * min(steps)


@THEMES
def test_gates_can_be_told_by_lightness_alone(dark: bool) -> None:
    lightness = [lab[0] for lab in labs(sequential(dark))[::8]]
    assert lightness == sorted(lightness, reverse=not dark)


@THEMES
def test_signs_can_be_told_without_red_and_green(dark: bool) -> None:
    below, above = labs(diverging(dark))[0], labs(diverging(dark))[-1]
    assert below[2] < -0.08 < 0.08 < above[2]  # blue and yellow, which nearly all colour-blind people tell


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


@THEMES
def test_nothing_has_the_colour_of_the_paper(dark: bool) -> None:
    paper = QColor((theme.DARK if dark else theme.LIGHT).paper)
    assert QColor.fromRgb(sequential(dark)[0]) == paper
    middle = colour_maps.colour_at(diverging(dark), 0.5)
    assert all(abs(a - b) <= 3 for a, b in zip(_rgb(middle), _rgb(paper), strict=True))
