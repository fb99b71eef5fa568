"""Colour maps for numbers: even steps look even, and no step hangs on telling red from green.

Colours are mixed in Oklab (Ottosson 2020), where distances are those that the eye sees. The value that means
nothing, 0, has the colour of the paper, in light and in dark.
"""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from PySide6.QtGui import QColor, QRgba64

STEPS = 256
Lab = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class MapColours:
    """The ends of the maps of one theme."""

    low: str
    """Where a sequential map begins, and the middle of a diverging one."""
    middle: str
    high: str
    negative: str
    positive: str


LIGHT = MapColours("#fbfaf6", "#4f9db5", "#0f2f57", negative="#1f5f9e", positive="#a8510a")
DARK = MapColours("#1d1e20", "#2f7f97", "#d9f3e4", negative="#6db3f2", positive="#f2a23a")


@cache
def sequential(dark: bool) -> tuple[int, ...]:
    """Return the colours for 0 … 1, as `QRgb`."""
    colours = DARK if dark else LIGHT
    return _through(STEPS, colours.low, colours.middle, colours.high)


@cache
def diverging(dark: bool) -> tuple[int, ...]:
    """Return the colours for -1 … 1, as `QRgb`: blue below 0, orange above."""
    colours = DARK if dark else LIGHT
    half = STEPS // 2  # each side on its own, so that 0 lies in the middle
    return _through(half, colours.negative, colours.low) + _through(half, colours.low, colours.positive)


def colour_at(colours: tuple[int, ...], share: float) -> QColor:
    """Return the colour at `share` of a map, which goes from 0 to 1."""
    return QColor.fromRgb(colours[round(min(max(share, 0.0), 1.0) * (STEPS - 1))])


def _through(steps: int, *stops: str) -> tuple[int, ...]:
    """Return so many colours through `stops`, each as far from the next as any other."""
    labs = [oklab(QColor(stop)) for stop in stops]
    lengths = [_distance(a, b) for a, b in pairwise(labs)]
    colours = []
    for step in range(steps):
        way, part = sum(lengths) * step / (steps - 1), 0
        while part < len(lengths) - 1 and way > lengths[part]:
            way -= lengths[part]
            part += 1
        share = way / lengths[part]
        mixed = [a + (b - a) * share for a, b in zip(labs[part], labs[part + 1], strict=True)]
        colours.append(_rgb((mixed[0], mixed[1], mixed[2])))
    return tuple(colours)


def _distance(one: Lab, other: Lab) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


def oklab(colour: QColor) -> Lab:
    """Return lightness, green–red and blue–yellow of a colour as the eye sees them."""
    r, g, b = (_linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF()))
    l = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)  # noqa: E741 - the paper's name
    m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    )


def _rgb(lab: Lab) -> int:
    lightness, a, b = lab
    l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3  # noqa: E741 - the paper's name
    m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
        -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
        -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    )
    red, green, blue = (round(65535 * _encoded(min(max(channel, 0.0), 1.0))) for channel in channels)
    return int(QColor(QRgba64.fromRgba64(red, green, blue, 65535)).rgb())


def _linear(encoded: float) -> float:
    return encoded / 12.92 if encoded <= 0.04045 else ((encoded + 0.055) / 1.055) ** 2.4


def _encoded(linear: float) -> float:
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
